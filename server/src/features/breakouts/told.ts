import type { BreakoutsEvent, StaffGroup } from '#shared/features/breakouts.ts';
import type { Told } from '../../kernel/feature.ts';
import { countsOf, groupSeen, type Round } from './state.ts';

type Tell = Told<'breakouts'>;

export const tellRound = (round: Round): Tell => ({
  to: 'everyone',
  event: { feature: 'breakouts', type: 'roundChanged', ...countsOf(round) },
});

/** To its members, what it is now. */
export const tellMembers = (group: StaffGroup): Tell => ({
  to: { people: group.members },
  event: mine(group),
});

/** To staff and to its members. */
export const tellGroup = (group: StaffGroup): Tell[] => [tellStaff(group), tellMembers(group)];

export const tellStaff = (group: StaffGroup): Tell => ({
  to: 'staff',
  event: { feature: 'breakouts', type: 'groupChanged', group },
});

/** That the group waits for help, or no longer. */
export const tellHelp = (group: StaffGroup): Tell[] => [
  tellStaff(group),
  {
    to: { people: group.members },
    event: { feature: 'breakouts', type: 'helpChanged', helpCalled: group.helpSince !== null },
  },
];

export const mine = (group: StaffGroup | null): BreakoutsEvent => ({
  feature: 'breakouts',
  type: 'myGroupChanged',
  group: group && groupSeen(group),
  helpCalled: group !== null && group.helpSince !== null,
});

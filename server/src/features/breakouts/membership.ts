import { groupSpace, putById, type Space } from '#shared/basics.ts';
import type { SystemCommand } from '#shared/contract.ts';
import type { StaffGroup } from '#shared/features/breakouts.ts';
import { type Context, type Outcome, refuse } from '../../kernel/feature.ts';
import { groupFor } from './grouping.ts';
import { type BreakoutsState, groupWith, publicGroup, type Round, without } from './state.ts';
import { mine, tellGroup, tellRound } from './told.ts';

type BreakoutsOutcome = Outcome<'breakouts', BreakoutsState>;

/** Into another group, or out of all; while the groups are at work the person goes along. */
export function move(
  state: BreakoutsState,
  { participantId, groupId }: { participantId: string; groupId: string | null },
  ctx: Context,
): BreakoutsOutcome {
  const { round } = state;
  const person = ctx.people[participantId];
  if (!round || !person || person.removed || person.role !== 'member') return refuse('notFound');
  const from = groupWith(round.groups, participantId);
  const to = round.groups.find((g) => g.id === groupId);
  if (groupId !== null && !to) return refuse('notFound');
  if (from?.id === to?.id) return refuse('alreadyDone');

  const changed: StaffGroup[] = [];
  if (from) changed.push({ ...from, members: without(from.members, participantId) });
  if (to) changed.push({ ...to, members: [...to.members, participantId] });
  const out = without(round.leftOut, participantId);
  const after: Round = {
    ...round,
    groups: changed.reduce<readonly StaffGroup[]>(putById, round.groups),
    leftOut: to ? out : [...out, participantId],
  };
  return {
    state: { ...state, round: after },
    tell: [
      ...changed.flatMap(tellGroup),
      ...(to ? [] : [{ to: { only: participantId }, event: mine(null) }]),
    ],
    next: follows(after, participantId, to ? groupSpace(to.id) : 'plenary'),
  };
}

/** Who comes late or returns goes to their group; a newcomer is given one, unless staff left them out. */
export function arrived(state: BreakoutsState, participantId: string, ctx: Context): BreakoutsOutcome {
  const { round } = state;
  const person = ctx.people[participantId];
  if (!round || !person || round.leftOut.includes(participantId)) return { state, tell: [] };
  const own = groupWith(round.groups, participantId);
  if (own) return { state, tell: [], next: follows(round, participantId, groupSpace(own.id)) };

  const given = groupFor(round, person, ctx);
  if (!given) return { state, tell: [] };
  const group = { ...given, members: [...given.members, participantId] };
  const after = { ...round, groups: putById(round.groups, group) };
  const isNew = after.groups.length > round.groups.length;
  return {
    state: { ...state, round: after },
    tell: [...(isNew ? [tellRound(after)] : []), ...tellGroup(group)],
    next: follows(after, participantId, groupSpace(group.id), isNew ? group : undefined),
  };
}

/** Who is removed leaves the groups of this round and of the last. */
export function gone(state: BreakoutsState, participantId: string): BreakoutsOutcome {
  const { round, last } = state;
  const leave = <G extends { readonly members: readonly string[] }>(group: G): G =>
    group.members.includes(participantId)
      ? { ...group, members: without(group.members, participantId) }
      : group;
  const left = round && groupWith(round.groups, participantId);
  return {
    state: {
      ...state,
      round: round && {
        ...round,
        groups: round.groups.map(leave),
        leftOut: without(round.leftOut, participantId),
      },
      last: last && { ...last, groups: last.groups.map(leave) },
    },
    tell: left ? tellGroup(leave(left)) : [],
  };
}

/** While the groups are at work, people are where their group is, and write in its Worksheet. */
function follows(round: Round, participantId: string, to: Space, newGroup?: StaffGroup): SystemCommand[] {
  if (!round.open) return [];
  const next: SystemCommand[] = [{ feature: 'people', type: 'placed', places: { [participantId]: to } }];
  const { worksheetId: templateId } = round;
  if (!templateId) return next;
  const worksheets = { feature: 'worksheets' as const, templateId };
  next.push(
    newGroup
      ? { ...worksheets, type: 'assigned', groups: [publicGroup(newGroup)], late: true }
      : { ...worksheets, type: 'memberMoved', participantId, groups: round.groups.map(publicGroup) },
  );
  return next;
}

import { groupOf, type Space } from '#shared/basics.ts';
import type { Group, RoundView } from '#shared/features/breakouts.ts';
import { groupIn } from './membership.ts';

/** What the person at this screen knows of the groups at one moment. */
export type GroupMoment = { readonly round: RoundView | null; readonly space: Space };

export type GroupNews =
  | { kind: 'assigned'; group: Group }
  | { kind: 'entered'; group: Group; endsAt: number | null }
  | { kind: 'warned'; endsAt: number }
  | { kind: 'said'; text: string }
  | { kind: 'helpAnswered' }
  /** Out of the group: because all groups are over, or without the others. */
  | { kind: 'returned'; over: boolean }
  /** For those who were in none. */
  | { kind: 'over' };

/** What happened between two moments that one should hear of without looking. */
export function groupNews(before: GroupMoment, now: GroupMoment): GroupNews[] {
  const { round } = now;
  const group = groupIn(round, now.space);
  if (before.space !== now.space) {
    if (group && round) return [{ kind: 'entered', group, endsAt: round.endsAt }];
    const cameBack = groupOf(before.space) !== null && groupOf(now.space) === null;
    if (cameBack) return [{ kind: 'returned', over: !round?.open }];
    // From the lobby into the plenary is no news, but groups may have been made at the same moment.
  }
  if (!round) return before.round?.open && groupOf(now.space) === null ? [{ kind: 'over' }] : [];
  const { myGroup, endsAt, announcement } = round;
  const news: GroupNews[] = [];
  if (!round.open && myGroup && myGroup.id !== before.round?.myGroup?.id)
    news.push({ kind: 'assigned', group: myGroup });
  // Staff hear it wherever they are.
  const concerned = group !== null || round.groups !== null;
  if (concerned && round.warned && endsAt !== null && before.round?.warned === false)
    news.push({ kind: 'warned', endsAt });
  if (!group) return news;
  if (announcement && announcement.at !== before.round?.announcement?.at)
    news.push({ kind: 'said', text: announcement.text });
  if (before.round?.helpCalled && !round.helpCalled) news.push({ kind: 'helpAnswered' });
  return news;
}

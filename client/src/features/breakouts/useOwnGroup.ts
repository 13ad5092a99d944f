import type { Group, RoundView } from '#shared/features/breakouts.ts';
import { useMe, useView } from '../../room/roomHooks.ts';
import { groupIn } from './membership.ts';

/** The Breakout that one is in, and the round that it belongs to; null elsewhere. */
export function useOwnGroup(): { round: RoundView; group: Group } | null {
  const { round } = useView('breakouts');
  const { space } = useMe();
  const group = groupIn(round, space);
  return round && group ? { round, group } : null;
}

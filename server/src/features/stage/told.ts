import type { Told } from '../../kernel/feature.ts';
import { devicesOf, invitationOf, listsPlayers, performersBySpace, type StageState } from './state.ts';

/**
 * Who is told what, from what differs between two States: whoever moved gets a View of their own, and
 * everybody else learns only what their Space or they themselves lost or gained.
 */
export function told(before: StageState, after: StageState): Told<'stage'>[] {
  const tell = toldOthers(before, after);
  for (const id of touched(before, after)) {
    const me = meOf(after, id);
    if (!same(meOf(before, id), me))
      tell.push({ to: { only: id }, event: { feature: 'stage', type: 'meChanged', me } });
  }
  return tell;
}

/** What Spaces and staff are told, without what people are told of themselves. */
export function toldOthers(before: StageState, after: StageState): Told<'stage'>[] {
  const tell: Told<'stage'>[] = [];
  const was = performersBySpace(before);
  const is = performersBySpace(after);
  for (const space of new Set([...was.keys(), ...is.keys()])) {
    const performers = is.get(space) ?? [];
    if (same(was.get(space) ?? [], performers)) continue;
    if (space === 'plenary')
      tell.push({ to: 'everyone', event: { feature: 'stage', type: 'stageChanged', stage: performers } });
    else if (listsPlayers(space))
      tell.push({ to: { space }, event: { feature: 'stage', type: 'hereChanged', here: performers } });
  }
  if (!same(before.asked, after.asked))
    tell.push({ to: 'staff', event: { feature: 'stage', type: 'askedChanged', asked: after.asked } });
  return tell;
}

const meOf = (state: StageState, id: string) => ({
  ...devicesOf(state, id),
  invitation: invitationOf(state, id),
});

/** Whose own part may differ. */
function touched(before: StageState, after: StageState): Set<string> {
  const ids = new Set([...before.asked, ...after.asked, ...before.invited, ...after.invited]);
  for (const screen of [before.screen, after.screen]) if (screen) ids.add(screen);
  for (const players of [before.players, after.players])
    for (const id of Object.keys(players)) if (before.players[id] !== after.players[id]) ids.add(id);
  return ids;
}

/** These are short lists and records that one function makes, so their JSON differs when they do. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

import { groupOf, isStaff, type Space } from '#shared/basics.ts';
import type { SystemCommand } from '#shared/contract.ts';
import type { PeopleEvent } from '#shared/features/people.ts';
import type { PersonNow } from '#shared/features/stage.ts';
import { type Context, type Feature, type Outcome, refuse, type Told } from '../../kernel/feature.ts';
import type { Participant } from '../../kernel/participant.ts';
import { recordOf, withEntries } from '../../kernel/records.ts';
import {
  countPeople,
  type DeviceAsk,
  entrance,
  headsOf,
  isPresent,
  leftAt,
  listsPeople,
  type PeopleState,
  personView,
  presentIn,
  withHeads,
} from './state.ts';

type Tell = Told<'people'>[];

/** Asks that nobody answered make room for newer ones. */
const maxAsks = 50;

export const people: Feature<'people', PeopleState> = {
  initial: { phase: 'scheduled', participants: {}, asks: [], lastBeat: 0 },

  handle(state, command, ctx) {
    switch (command.type) {
      case 'seatOpened':
        return seatOpened(state, command, ctx);
      case 'seatClosed': {
        const p = state.participants[command.participantId];
        if (!p?.seats.includes(command.seatId)) return refuse('notFound');
        const seats = p.seats.filter((id) => id !== command.seatId);
        return put(state, [[command.participantId, seats.length > 0 ? { ...p, seats } : leftAt(p, ctx.at)]]);
      }
      case 'heartbeat':
        return { state: { ...state, lastBeat: ctx.at }, tell: [] };
      case 'recovered': {
        const open = Object.entries(state.participants).filter(([, p]) => p.seats.length > 0);
        return put(
          state,
          open.map(([id, p]) => [id, leftAt(p, state.lastBeat)]),
        );
      }
      case 'placed': {
        const known = Object.entries(command.places).flatMap(([id, space]) => {
          const p = state.participants[id];
          return p && !p.removed && p.space !== space ? [[id, { ...p, space }] as const] : [];
        });
        return put(state, known);
      }
      case 'phaseChanged': {
        const moved = Object.entries(state.participants)
          .filter(([, p]) => !p.removed)
          .map(([id, p]) => [id, { ...p, space: entrance(command.phase, p.role) }] as const);
        return put({ ...state, phase: command.phase }, moved);
      }
      case 'deviceAsked': {
        // Whoever took the name may never have come in: the first device failed, and this is the second.
        const ask: DeviceAsk = { askId: command.askId, participantId: command.participantId, allowed: null };
        return withAsks({ ...state, asks: [...state.asks, ask].slice(-maxAsks) });
      }
      case 'answerDevice': {
        const ask = state.asks.find((a) => a.askId === command.askId);
        if (!ask) return refuse('notFound');
        if (ask.allowed !== null) return refuse('alreadyDone');
        return withAsks({
          ...state,
          asks: state.asks.map((a) => (a === ask ? { ...a, allowed: command.allow } : a)),
        });
      }
      case 'remove': {
        const p = state.participants[command.participantId];
        if (!p || p.removed) return refuse('notFound');
        if (isStaff(p.role)) return refuse('notAllowed');
        return put(state, [[command.participantId, { ...leftAt(p, ctx.at), removed: true }]]);
      }
      case 'erase':
        return erase(state, command.participantId, ctx);
      case 'setHeads': {
        const p = state.participants[command.participantId];
        if (!p || p.removed) return refuse('notFound');
        const mayAsk = ctx.actor.role === 'member' ? ctx.actor.id === command.participantId : true;
        if (!mayAsk || p.role !== 'member') return refuse('notAllowed');
        if (headsOf(p) === command.heads) return refuse('alreadyDone');
        return put(state, [[command.participantId, withHeads(p, command.heads, ctx.at)]]);
      }
      case 'step': {
        const p = state.participants[ctx.actor.id];
        if (!p) return refuse('notFound');
        if (p.space === command.to) return refuse('alreadyDone');
        return put(state, [[ctx.actor.id, { ...p, space: command.to }]]);
      }
    }
  },

  viewFor(state, viewer) {
    const staff = isStaff(viewer.role);
    return {
      me: {
        id: viewer.id,
        role: viewer.role,
        enterpriseId: viewer.enterpriseId,
        space: viewer.space,
        heads: state.participants[viewer.id]?.heads ?? null,
      },
      counts: countPeople(state.participants),
      here:
        viewer.role !== 'observer' && listsPeople(viewer.space)
          ? presentIn(state.participants, viewer.space)
          : null,
      everyone: staff
        ? recordOf(
            Object.entries(state.participants)
              .filter(([, p]) => !p.removed)
              .map(([id, p]) => [id, personView(p)] as const),
          )
        : null,
      asks: staff ? openAsks(state) : null,
    };
  },

  latest: (state, key) =>
    key === 'counts' ? { feature: 'people', type: 'counted', counts: countPeople(state.participants) } : null,
};

/** Out like somebody who is removed; what is left is what attendance is counted from, under an id without a name. */
function erase(state: PeopleState, participantId: string, ctx: Context): Outcome<'people', PeopleState> {
  const p = state.participants[participantId];
  if (!p || p.erased) return refuse('notFound');
  if (isStaff(p.role)) return refuse('notAllowed');
  const asks = state.asks.filter((ask) => ask.participantId !== participantId);
  const left = { ...leftAt(p, ctx.at), removed: true, erased: true } as const;
  const out = put({ ...state, asks }, [[participantId, left]]);
  const isAsked = openAsks(state).length > openAsks(out.state).length;
  return {
    state: out.state,
    tell: isAsked ? [...out.tell, ...withAsks(out.state).tell] : out.tell,
    next: [
      ...out.next,
      { feature: 'chat', type: 'erased', participantId },
      { feature: 'polls', type: 'erased', participantId },
    ],
  };
}

function seatOpened(
  state: PeopleState,
  seat: {
    participantId: string;
    seatId: string;
    role: Participant['role'];
    enterpriseId: string | null;
    heads?: number;
  },
  ctx: Context,
) {
  const known = state.participants[seat.participantId];
  if (known?.removed) return refuse('notAllowed');
  const before: Participant = known ?? {
    role: seat.role,
    enterpriseId: seat.enterpriseId,
    space: entrance(state.phase, seat.role),
    seats: [],
    removed: false,
    firstSeenAt: ctx.at,
    presentSince: null,
    attendedMs: 0,
    ...(seat.heads === undefined ? {} : { heads: seat.heads, headsMs: 0 }),
  };
  const after: Participant = {
    ...before,
    seats: [...before.seats.filter((id) => id !== seat.seatId), seat.seatId],
    presentSince: before.presentSince ?? ctx.at,
  };
  const opened = put({ ...state, lastBeat: ctx.at }, [[seat.participantId, after]]);
  if (after.role !== 'member' || groupOf(after.space) !== null) return opened;
  const { participantId } = seat;
  return {
    ...opened,
    next: [...opened.next, { feature: 'breakouts' as const, type: 'arrived' as const, participantId }],
  };
}

/** What other features need to know of people who came, went away or were removed. */
function follows(
  presence: readonly string[],
  removed: readonly string[],
  now: Record<string, PersonNow | null>,
): SystemCommand[] {
  const next: SystemCommand[] = removed.flatMap((participantId) => [
    { feature: 'hands', type: 'gone', participantId },
    { feature: 'help', type: 'gone', participantId },
    { feature: 'breakouts', type: 'gone', participantId },
    { feature: 'worksheets', type: 'gone', participantId },
  ]);
  // One Command for all of them, since after a crash everyone's Seats close at once.
  const participantIds = [...new Set([...presence, ...removed])];
  if (participantIds.length > 0)
    next.push({ feature: 'sharedRoom', type: 'presenceChanged', participantIds });
  if (Object.keys(now).length > 0) next.push({ feature: 'stage', type: 'peopleChanged', people: now });
  return next;
}

/** Puts changed people into the State and tells who may know: counts to all, persons to staff, presence to their Spaces. */
function put(
  state: PeopleState,
  changed: readonly (readonly [id: string, after: Participant])[],
): { state: PeopleState; tell: Tell; next: SystemCommand[] } {
  if (changed.length === 0) return { state, tell: [], next: [] };
  const participants = withEntries(state.participants, changed);
  const tell: Tell = [];

  const views: [string, ReturnType<typeof personView>][] = [];
  const spaces = new Set<Space>();
  const presence: string[] = [];
  let counted = false;
  const removed: string[] = [];
  const now: Record<string, PersonNow | null> = {};
  for (const [id, p] of changed) {
    const old = state.participants[id];
    if (p.removed) tell.push(toStaff({ feature: 'people', type: 'personRemoved', id }));
    else views.push([id, personView(p)]);
    const [was, is] = [old !== undefined && isPresent(old), isPresent(p)];
    if (was !== is) presence.push(id);
    if (old && p.heads !== undefined && old.heads !== p.heads) {
      const { heads } = p;
      tell.push({ to: { only: id }, event: { feature: 'people', type: 'headsChanged', heads } });
      counted ||= is;
    }
    if (p.removed && !old?.removed) removed.push(id);
    if (old && (was !== is || old.space !== p.space || p.removed))
      now[id] = p.removed ? null : { space: p.space, present: is };
    if (was !== is || old?.space !== p.space) {
      if (was && old) spaces.add(old.space);
      if (is) spaces.add(p.space);
    }
  }
  const [only, ...more] = views;
  if (only && more.length === 0)
    tell.push(toStaff({ feature: 'people', type: 'personChanged', id: only[0], person: only[1] }));
  else if (only) tell.push(toStaff({ feature: 'people', type: 'peopleChanged', people: recordOf(views) }));

  for (const space of spaces) {
    if (!listsPeople(space)) continue;
    const here = presentIn(participants, space);
    tell.push({ to: { space }, event: { feature: 'people', type: 'hereChanged', here } });
  }
  if (presence.length > 0 || counted) tell.push({ to: 'everyone', latest: 'counts' });
  return { state: { ...state, participants }, tell, next: follows(presence, removed, now) };
}

const openAsks = (state: PeopleState) =>
  state.asks.filter((a) => a.allowed === null).map(({ askId, participantId }) => ({ askId, participantId }));

const withAsks = (state: PeopleState) => ({
  state,
  tell: [toStaff({ feature: 'people', type: 'asksChanged', asks: openAsks(state) })],
});

const toStaff = (event: PeopleEvent) => ({ to: 'staff' as const, event });

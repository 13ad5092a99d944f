import { cast } from '../cast.ts';
import type { Draw } from '../Draw.ts';
import type { FakeClass } from '../FakeClass.ts';
import type { FeatureGenerators } from './types.ts';

/** Fewer would leave nobody to hear what happens. */
const fewestPresent = 9;
/** How many members a class can spare. */
const mostRemoved = 2;
const mostSeats = 3;

export const people: FeatureGenerators<'people'> = {
  commands: {
    remove(draw, room) {
      if (Object.values(room.state.people.participants).filter((p) => p.removed).length >= mostRemoved)
        return null;
      const participantId = anybody(draw, room);
      return participantId ? { participantId } : null;
    },
    /** Somebody who is out already, or as many more as a class can spare; with a device that asks, where there is one. */
    erase(draw, room) {
      const { participants, asks } = room.state.people;
      const ids = Object.keys(participants);
      const out = ids.filter((id) => participants[id]?.removed);
      const asked = asks.map((ask) => ask.participantId);
      const from = out.length < mostRemoved ? (asked.length > 0 && draw.bool() ? asked : ids) : out;
      const participantId = draw.one(from.filter((id) => !participants[id]?.erased));
      return participantId ? { participantId } : null;
    },
    answerDevice(draw, room) {
      const ask = draw.one(room.state.people.asks.slice(-3));
      return ask ? { askId: ask.askId, allow: draw.bool() } : null;
    },
    setHeads(draw, room, actor) {
      const participantId = draw.chance(70) ? actor.id : anybody(draw, room);
      return participantId ? { participantId, heads: draw.int(1, 9) } : null;
    },
    step: (draw) => ({ to: draw.bool() ? 'backstage' : 'plenary' }),
  },
  system: {
    seatOpened(draw, room) {
      const absent = cast.filter((p) => seatsOf(room, p.id).length === 0);
      const person = draw.one(absent.length > 0 && draw.chance(80) ? absent : cast);
      if (!person || seatsOf(room, person.id).length >= mostSeats) return null;
      const { id: participantId, role, enterpriseId } = person;
      const heads = role === 'member' && draw.chance(20) ? { heads: draw.int(1, 9) } : {};
      return { seatId: draw.id('seat'), participantId, role, enterpriseId, ...heads };
    },
    seatClosed(draw, room) {
      if (room.present().length < fewestPresent && draw.chance(90)) return null;
      const participantId = draw.one(room.present());
      const seatId = participantId && draw.one(seatsOf(room, participantId));
      return seatId ? { seatId, participantId } : null;
    },
    heartbeat: (draw) => (draw.chance(30) ? {} : null),
    recovered: (draw) => (draw.chance(10) ? {} : null),
    placed: 'byItself',
    phaseChanged: 'byItself',
    deviceAsked(draw, room) {
      const participantId = anybody(draw, room);
      return participantId ? { askId: draw.id('ask'), participantId } : null;
    },
  },
};

const seatsOf = (room: FakeClass, id: string) => room.state.people.participants[id]?.seats ?? [];
const anybody = (draw: Draw, room: FakeClass) => draw.one(Object.keys(room.state.people.participants));

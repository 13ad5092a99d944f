import type { Command, FeatureName } from '#shared/contract.ts';
import { permissionOf } from '#shared/permissions.ts';
import type { Actor } from '../../server/src/kernel/participant.ts';
import type { Accepted } from './Accepted.ts';
import { type Card, cards, type Deal, deal } from './cards.ts';
import type { Draw } from './Draw.ts';
import type { FakeClass } from './FakeClass.ts';

/** Fewer than this, and Seats open before anything else happens. */
const fewestPresent = 8;
/** A class that does a little of everything gets nowhere: it is mostly about some features besides these. */
const always: readonly FeatureName[] = ['session', 'people'];
const featuresPerClass = 3;
const tries = 10;
/** Of a hundred Commands, how many may be such as will be refused, or come from somebody who may not. */
const careless = 8;

/** Says what happens next in one class: what was accepted least often so far comes first, but not always. */
export class Dealer {
  readonly #draw: Draw;
  readonly #accepted: Accepted;
  readonly #focus: readonly Card[];

  /** @param neglected Command types that should happen more often, even if they have often enough. */
  constructor(draw: Draw, accepted: Accepted, neglected: readonly string[]) {
    this.#draw = draw;
    this.#accepted = accepted;
    const rare = this.#rarestFirst(cards).slice(0, 3);
    const rarest = draw.one(
      draw.bool() && neglected.length > 0 ? cards.filter((card) => neglected.includes(card.name)) : rare,
    );
    const causes = cards.filter((card) => rarest && accepted.causesOf(rarest.name).includes(card.name));
    const wanted = [...(rarest ? [rarest] : []), ...causes, ...draw.shuffled(cards)].map((c) => c.feature);
    // Groups matter to most features, as a place that some are in and others aren't.
    if (draw.bool()) wanted.splice(1, 0, 'breakouts');
    const chosen = [...new Set(wanted)].filter((f) => !always.includes(f)).slice(0, featuresPerClass);
    this.#focus = drawn.filter(({ feature }) => chosen.includes(feature));
  }

  /** Null when nothing that was tried could happen. */
  next(room: FakeClass): Deal | null {
    const isCareless = this.#draw.chance(careless);
    if (room.present().length < fewestPresent) {
      const dealt = this.#deal(seatOpened, room, isCareless);
      if (dealt) return dealt;
    }
    for (let i = 0; i < tries; i++) {
      const card = i === 0 ? this.#draw.one(this.#rarestFirst(this.#focus).slice(0, 3)) : this.#choose();
      const dealt = card && this.#deal(card, room, isCareless);
      if (dealt) return dealt;
    }
    return null;
  }

  #deal(card: Card, room: FakeClass, isCareless: boolean): Deal | null {
    for (const actor of card.isSystem ? [null] : this.#actors(card, room, isCareless)) {
      const dealt = deal(card, actor, this.#draw, room);
      if (dealt && (isCareless || room.wouldAccept(dealt))) return dealt;
    }
    return null;
  }

  /**
   * Who may send it, in the order in which they are asked: staff or members first, whoever of them did
   * so less often. Where both may, members may in fewer situations, and staff would always be faster.
   */
  #actors(card: Card, room: FakeClass, isCareless: boolean): Actor[] {
    const actors = room.present().flatMap((id) => room.actorFor(id) ?? []);
    const command = { feature: card.feature, type: card.type } as Command;
    const allowed = actors.filter((a) => a.role !== 'system' && permissionOf(command, a.role) !== false);
    const count = (actor: Actor) => this.#accepted.by(card.name, actor.role);
    return this.#draw.shuffled(isCareless ? actors : allowed).sort((a, b) => count(a) - count(b));
  }

  #choose(): Card | undefined {
    const choice = this.#draw.chance(65) ? this.#focus : this.#draw.bool() ? usual : drawn;
    if (this.#draw.bool()) return this.#draw.one(choice);
    return this.#draw.one(this.#rarestFirst(choice).slice(0, Math.ceil(choice.length / 3)));
  }

  #rarestFirst(choice: readonly Card[]): Card[] {
    const counts = new Map(choice.map((card) => [card, this.#accepted.rarest(card.name)]));
    return [...choice].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  }
}

/** What is not only asked for by the Room itself. */
const drawn = cards.filter((card) => card.generate);
const usual = drawn.filter(({ feature }) => always.includes(feature));
const seatOpened = cards.find((card) => card.name === 'people.seatOpened') as Card;

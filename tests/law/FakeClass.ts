import { isDeepStrictEqual } from 'node:util';
import { isStaff, type Role } from '#shared/basics.ts';
import {
  type Command,
  foldRoom,
  type RoomEvent,
  type RoomView,
  type SystemCommand,
} from '#shared/contract.ts';
import type { Refusal } from '#shared/refusals.ts';
import { type Channel, channelsOf } from '../../server/src/kernel/audience.ts';
import { type Actor, systemActor } from '../../server/src/kernel/participant.ts';
import {
  anonymousItemOf,
  featureNames,
  openAnonymousItems,
  type RoomState,
} from '../../server/src/room/features.ts';
import { type Application, type Output, RoomCore } from '../../server/src/room/RoomCore.ts';
import { markedText } from './Draw.ts';
import { difference } from './difference.ts';
import { FakeAliases } from './FakeAliases.ts';
import { type Handled, watch } from './watchedFeatures.ts';

/** Something that happens in a class. Concrete, so that a story of Steps can be told again, or shortened. */
export type Step = {
  /** Its number makes the ids of what it creates, whichever Steps around it are left out. */
  readonly n: number;
  readonly at: number;
  /** A Participant's id, or `system`. */
  readonly by: string;
  readonly command: Command | SystemCommand;
  /** Whether coalesced Events leave after it. */
  readonly flush: boolean;
};

/** What the Journal would hold of a Step. */
export type Row = { command: Command | SystemCommand; actor: Actor; at: number; ids: readonly string[] };

export type AcceptedStep = {
  readonly result: 'accepted';
  readonly before: RoomState;
  readonly handled: readonly Handled[];
  readonly row: Row;
  /** What left at once; coalesced Events come on top. */
  readonly outputs: readonly Output[];
  /** Whose anonymous answer it was, if it was one. */
  readonly answeredBy: string | null;
};
export type Taken =
  | AcceptedStep
  | { readonly result: 'absent' }
  | { readonly result: 'threw'; readonly error: unknown }
  | { readonly result: 'refused'; readonly refusal: Refusal; readonly before: RoomState };

/** What an Observer was told, and the View right after it; `event` is null for a whole View. */
export type Glimpse = { readonly id: string; readonly event: RoomEvent | null; readonly view: RoomView };

type Client = { channels: ReadonlySet<string>; view: RoomView; compared: Map<string, Compared> };
/** What a feature's View was made of when it was last found right. */
type Compared = { state: unknown; view: unknown; keys: number };

/** Where a class begins that isn't empty. */
export type Start = { state: RoomState; present: readonly string[]; aliases: FakeAliases };

/**
 * A class of clients around a RoomCore: each hears its channels, folds what it hears, and knows
 * nothing else. It stands for the Room, the sockets and the browsers together.
 */
export class FakeClass {
  /** How far the class has come, from 0 to 1, so that generators can leave to the end what ends things. */
  progress = 0;
  /** Numbers of the texts that members wrote, which no Observer may read. */
  readonly memberTexts = new Set<number>();
  /** What Observers were told by the last Step. */
  glimpses: Glimpse[] = [];
  readonly #aliases: FakeAliases;
  readonly #clients = new Map<string, Client>();
  /** A kind of Output that these clients miss, to see whether the law notices. */
  readonly #deafTo: Output['kind'] | null;
  #core: RoomCore;

  constructor({ start, deafTo }: { start?: Start; deafTo?: Output['kind'] } = {}) {
    this.#deafTo = deafTo ?? null;
    this.#aliases = start?.aliases.copy() ?? new FakeAliases();
    this.#core = new RoomCore(this.#aliases.of, start?.state);
    for (const id of start?.present ?? []) this.#welcome(id);
  }

  get state(): RoomState {
    return this.#core.state;
  }

  /** Ids of those who have a Seat, of all Roles or of some. */
  present(who: 'staff' | Role | 'all' = 'all'): string[] {
    return [...this.#clients.keys()].filter((id) => {
      const role = this.state.people.participants[id]?.role;
      return role && (who === 'all' || role === who || (who === 'staff' && isStaff(role)));
    });
  }

  /** Who this person is to the Room; null without a Seat. */
  actorFor(id: string): Actor | null {
    const viewer = this.#clients.has(id) ? this.#core.viewer(id) : null;
    return viewer && { id, role: viewer.role, space: viewer.space, enterpriseId: viewer.enterpriseId };
  }

  /** A fresh View; null without a Seat. */
  viewOf(id: string): RoomView | null {
    const viewer = this.#clients.has(id) ? this.#core.viewer(id) : null;
    return viewer && this.#core.viewFor(viewer);
  }

  /** Enough to begin another class exactly here. */
  bookmark(): Start {
    return { state: this.state, present: this.present(), aliases: this.#aliases.copy() };
  }

  take(step: Step): Taken {
    if (step.command.type === 'recovered') this.#crash();
    const application = this.#application(step);
    if (!application) return { result: 'absent' };
    const { ids, ...given } = application;
    const before = this.state;
    const { command } = step;
    const isAnonymous = step.by !== 'system' && anonymousItemOf(before, command as Command) !== null;
    watch.handled = [];
    this.glimpses = [];
    try {
      const applied = apply(this.#core, command, given);
      if ('refusal' in applied) return { result: 'refused', refusal: applied.refusal, before };
      const { handled } = watch;
      this.#rememberTexts(given.actor, command);
      this.#aliases.follow(openAnonymousItems(this.state));
      this.#deliver(applied.outputs);
      this.#seat(command);
      if (step.flush) this.flush();
      return {
        result: 'accepted',
        before,
        handled,
        row: { command, actor: given.actor, at: step.at, ids },
        outputs: applied.outputs,
        answeredBy: isAnonymous ? step.by : null,
      };
    } catch (error) {
      return { result: 'threw', error };
    }
  }

  /** Whether the Room would accept this now. A feature that throws gets its chance to do so in earnest. */
  wouldAccept({ by, command }: Pick<Step, 'by' | 'command'>): boolean {
    const application = this.#application({ n: 0, at: 0, by, command, flush: false });
    if (!application) return false;
    const copy = new RoomCore(this.#aliases.of, this.state);
    try {
      return !('refusal' in apply(copy, command, application));
    } catch {
      return true;
    }
  }

  /** Sends what was coalesced. */
  flush(): void {
    this.#deliver(this.#core.flush());
  }

  /** Whether some client has yet to hear of what happened. */
  get isBehind(): boolean {
    return this.#core.hasPending;
  }

  /** The first client whose View differs from a fresh one, as a sentence; null when the law holds. */
  lawBroken(): string | null {
    for (const [id, client] of this.#clients) {
      const viewer = this.#core.viewer(id);
      if (!viewer) return `${id} has a Seat and is unknown`;
      const fresh = this.#core.viewFor(viewer);
      for (const feature of featureNames) {
        const now = { state: this.state[feature], view: client.view[feature], keys: this.#aliases.version };
        const compared = client.compared.get(feature);
        if (compared?.state === now.state && compared.view === now.view && compared.keys === now.keys)
          continue;
        if (!isDeepStrictEqual(now.view, fresh[feature]))
          return `${id}: ${difference(feature, now.view, fresh[feature])}`;
        client.compared.set(feature, now);
      }
    }
    return null;
  }

  #application(step: Step): (Application & { ids: string[] }) | null {
    const ids: string[] = [];
    const newId = () => {
      const id = `id-${String(step.n).padStart(4, '0')}-${ids.length}`;
      ids.push(id);
      return id;
    };
    if (step.by === 'system') return { actor: systemActor, at: step.at, newId, ids };
    const actor = this.actorFor(step.by);
    if (!actor) return null;
    const item = anonymousItemOf(this.state, step.command as Command);
    const alias = item && this.#aliases.of(item, actor.id);
    const asked: Actor = alias
      ? { id: alias, role: actor.role, space: 'plenary', enterpriseId: null }
      : actor;
    return { actor: asked, sender: actor.id, at: step.at, newId, ids };
  }

  /** The Room's memory is gone, and everyone's connection; the Journal and the keys are not. */
  #crash(): void {
    this.#core = new RoomCore(this.#aliases.of, JSON.parse(JSON.stringify(this.state)));
    this.#clients.clear();
  }

  #seat(command: Command | SystemCommand): void {
    if (command.type === 'seatOpened' && !this.#clients.has(command.participantId))
      this.#welcome(command.participantId);
    if (command.type === 'seatClosed' && this.#seatsOf(command.participantId) === 0)
      this.#clients.delete(command.participantId);
  }

  #seatsOf(id: string): number {
    return this.state.people.participants[id]?.seats.length ?? 0;
  }

  #welcome(id: string): void {
    const viewer = this.#core.viewer(id);
    if (!viewer) return;
    const client = { channels: new Set(channelsOf(viewer)), compared: new Map() };
    this.#clients.set(
      id,
      this.#shown(id, { ...client, view: overTheWire(this.#core.viewFor(viewer)) }, null),
    );
  }

  #deliver(outputs: readonly Output[]): void {
    for (const output of outputs) {
      if (output.kind === this.#deafTo) continue;
      if (output.kind === 'removed') this.#clients.delete(output.participantId);
      else if (output.kind === 'events') this.#tell(output.channels, overTheWire(output.events));
      else {
        const client = this.#clients.get(output.viewer.id);
        if (client && output.kind === 'moved') client.channels = new Set(channelsOf(output.viewer));
        else if (client && output.kind === 'view') {
          client.view = overTheWire(this.#core.viewFor(output.viewer, output.state));
          this.#shown(output.viewer.id, client, null);
        }
      }
    }
  }

  #tell(channels: readonly Channel[], events: readonly RoomEvent[]): void {
    for (const [id, client] of this.#clients) {
      if (!channels.some((channel) => client.channels.has(channel))) continue;
      for (const event of events) {
        client.view = foldRoom(client.view, event);
        this.#shown(id, client, event);
      }
    }
  }

  #shown(id: string, client: Client, event: RoomEvent | null): Client {
    if (client.view.people.me.role === 'observer') this.glimpses.push({ id, event, view: client.view });
    return client;
  }

  #rememberTexts(actor: Actor, command: Command | SystemCommand): void {
    if (actor.role !== 'member') return;
    for (const [, n] of JSON.stringify(command).matchAll(new RegExp(markedText, 'g')))
      this.memberTexts.add(Number(n));
  }
}

/** Only what people ask needs their permission. */
const apply = (core: RoomCore, command: Command | SystemCommand, application: Application) =>
  application.actor === systemActor
    ? core.apply(command, application)
    : core.command(command as Command, application);

/** What arrives of a value. The strict comparison then finds what JSON can't carry. */
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

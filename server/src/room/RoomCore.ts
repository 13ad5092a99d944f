import type { Command, FeatureName, RoomEvent, RoomView, SystemCommand } from '#shared/contract.ts';
import type { Refusal } from '#shared/refusals.ts';
import { type Channel, channelsFor } from '../kernel/audience.ts';
import type { Context, Told } from '../kernel/feature.ts';
import type { Actor, Participant, Participants, Viewer } from '../kernel/participant.ts';
import { isAllowed } from './conditions.ts';
import { emptyRoom, featureNames, handle, latest, type RoomState, viewFor } from './features.ts';

/** What leaves a Room because of a Command, in this order. */
export type Output =
  /** This person's attributes changed: their Seats listen elsewhere from here on. */
  | { readonly kind: 'moved'; readonly viewer: Viewer }
  | { readonly kind: 'events'; readonly channels: readonly Channel[]; readonly events: readonly RoomEvent[] }
  /** A fresh View for someone who moved. It comes last, so that no Event counts twice. */
  | { readonly kind: 'view'; readonly viewer: Viewer; readonly state: RoomState }
  | { readonly kind: 'removed'; readonly participantId: string };

export type Applied = { readonly refusal: Refusal } | { readonly outputs: Output[] };

/** What a Command is applied with. All of it is in the Journal's row. */
export type Application = {
  readonly actor: Actor;
  readonly at: number;
  newId(): string;
  /** Who really asked, where the actor is an alias: their Seats are the audience `actor`. */
  readonly sender?: string;
};

/** Chains of Commands that features ask of each other are short; a longer one is a mistake in a feature. */
const maxChain = 300;

type Pending = { feature: FeatureName; key: string; channels: readonly Channel[] };

/**
 * A Room without the world: State in, State and Outputs out, synchronously. It knows no clock, no
 * sockets and no storage, so that the law can be tested on exactly what runs.
 */
export class RoomCore {
  #state: RoomState;
  /** Coalesced Events that are still to be sent, by feature, then by key and channels. */
  readonly #pending = new Map<FeatureName, Map<string, Pending>>();
  readonly #aliasOf: (itemId: string, participantId: string) => string | null;

  constructor(
    aliasOf: (itemId: string, participantId: string) => string | null,
    state: RoomState = emptyRoom,
  ) {
    this.#aliasOf = aliasOf;
    this.#state = state;
  }

  get state(): RoomState {
    return this.#state;
  }

  viewer(participantId: string, state: RoomState = this.#state): Viewer | null {
    const p = state.people.participants[participantId];
    return p ? this.#viewerOf(participantId, p) : null;
  }

  viewFor(viewer: Viewer, state: RoomState = this.#state): RoomView {
    return viewFor(state, viewer);
  }

  /** Asks for the permission table first, which replay and the system skip. */
  command(command: Command, application: Application): Applied {
    if (!isAllowed(this.#state, command, application.actor)) return { refusal: 'notAllowed' };
    return this.apply(command, application);
  }

  /**
   * Applies a Command and all that follows from it. On a Refusal nothing has changed, nor when a feature
   * throws.
   */
  apply(command: Command | SystemCommand, application: Application): Applied {
    const before = this.#state;
    let state = before;
    const told: { feature: FeatureName; tell: Told<FeatureName> }[] = [];
    const queue: (Command | SystemCommand)[] = [command];

    for (let step = 0; queue.length > 0; step++) {
      if (step >= maxChain)
        throw new Error(`Commands that follow from ${command.feature}.${command.type} have no end.`);
      const next = queue.shift() as Command | SystemCommand;
      const ctx: Context = {
        actor: application.actor,
        at: application.at,
        newId: application.newId,
        people: state.people.participants,
      };
      const outcome = handle(state, next, ctx);
      if ('refuse' in outcome) return { refusal: outcome.refuse };
      state = { ...state, [next.feature]: outcome.state };
      for (const tell of outcome.tell) told.push({ feature: next.feature, tell });
      queue.push(...(outcome.next ?? []));
    }

    const { moved, removed } = this.#changedPeople(before.people.participants, state.people.participants);
    const outputs: Output[] = moved.map((viewer) => ({ kind: 'moved', viewer }));
    const late = new Set<Pending>();
    const coalesced: Pending[] = [];
    for (const { feature, tell } of told) {
      const channels = channelsFor(tell.to, application.sender ?? application.actor.id);
      if ('latest' in tell) coalesced.push({ feature, key: tell.latest, channels });
      else {
        // A late tally must not outrun, say, "hide the results": it goes first, as it was before. What
        // others are told leaves it waiting, or everyone's count would leave with each person who comes.
        const first = this.#waiting(feature).filter((p) => !late.has(p) && overlap(p.channels, channels));
        outputs.push(...eventsOf(first, before));
        for (const p of first) late.add(p);
        appendEvent(outputs, channels, tell.event);
      }
    }
    for (const viewer of moved) outputs.push({ kind: 'view', viewer, state });
    for (const participantId of removed) outputs.push({ kind: 'removed', participantId });

    // Nothing can throw from here on.
    this.#state = state;
    for (const p of late) this.#pending.get(p.feature)?.delete(idOf(p));
    // Only now, so that no Event of this same row sends them as they were before it.
    for (const p of coalesced) this.#await(p);
    return { outputs };
  }

  get hasPending(): boolean {
    return [...this.#pending.values()].some((waiting) => waiting.size > 0);
  }

  /** The coalesced Events, from the State as it is now. */
  flush(): Output[] {
    const outputs = eventsOf(
      featureNames.flatMap((feature) => this.#waiting(feature)),
      this.#state,
    );
    this.#pending.clear();
    return outputs;
  }

  #waiting(feature: FeatureName): Pending[] {
    return [...(this.#pending.get(feature)?.values() ?? [])];
  }

  #await(p: Pending): void {
    const waiting = this.#pending.get(p.feature) ?? new Map<string, Pending>();
    this.#pending.set(p.feature, waiting.set(idOf(p), p));
  }

  #changedPeople(before: Participants, after: Participants): { moved: Viewer[]; removed: string[] } {
    const moved: Viewer[] = [];
    const removed: string[] = [];
    if (before === after) return { moved, removed };
    for (const [id, p] of Object.entries(after)) {
      const old = before[id];
      if (!old || old === p) continue;
      if (p.removed && !old.removed) removed.push(id);
      else if (old.space !== p.space || old.role !== p.role || old.enterpriseId !== p.enterpriseId)
        moved.push(this.#viewerOf(id, p));
    }
    return { moved, removed };
  }

  #viewerOf(id: string, p: Participant): Viewer {
    const alias = (itemId: string) => this.#aliasOf(itemId, id);
    return { id, role: p.role, space: p.space, enterpriseId: p.enterpriseId, alias };
  }
}

const idOf = (p: Pending): string => `${p.key} ${p.channels}`;
const overlap = (a: readonly Channel[], b: readonly Channel[]): boolean => a.some((c) => b.includes(c));

/** What the coalesced Events are by now: one message for each set of channels, as their order is free. */
function eventsOf(waiting: readonly Pending[], state: RoomState): Output[] {
  const byChannels = new Map<string, { channels: readonly Channel[]; events: RoomEvent[] }>();
  for (const { feature, key, channels } of waiting) {
    const event = latest(state, feature, key);
    if (!event) continue;
    const message = byChannels.get(channels.join()) ?? { channels, events: [] };
    message.events.push(event);
    byChannels.set(channels.join(), message);
  }
  return [...byChannels.values()].map((message) => ({ kind: 'events', ...message }));
}

/** Events of one Command for the same channels leave as one message. */
function appendEvent(outputs: Output[], channels: readonly Channel[], event: RoomEvent): void {
  const last = outputs.at(-1);
  if (last?.kind === 'events' && last.channels.join() === channels.join())
    outputs[outputs.length - 1] = { ...last, events: [...last.events, event] };
  else outputs.push({ kind: 'events', channels, events: [event] });
}

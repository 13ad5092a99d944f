import type { ServerTime } from '#shared/basics.ts';
import type { FeatureName, FeatureTypes, SystemCommand } from '#shared/contract.ts';
import type { Refusal } from '#shared/refusals.ts';
import type { Audience } from './audience.ts';
import type { Actor, Participants, Viewer } from './participant.ts';

/** All that a feature may know of the world outside its own State; stored with the Command, or derived from what is. */
export type Context = {
  readonly actor: Actor;
  /** Never decreases. */
  readonly at: ServerTime;
  newId(): string;
  /** Who is in the Room, where, before this Command: the people feature's State, to read. */
  readonly people: Participants;
};

/** One Event for one Audience; or a key of what to recompute, at most five times a second, where only the latest matters. */
export type Told<F extends FeatureName> =
  | { readonly to: Audience; readonly event: FeatureTypes[F]['event'] }
  | { readonly to: Audience; readonly latest: string };

/** What came of a Command. `next` holds Commands for other features, applied in the same row, all or nothing. */
export type Outcome<F extends FeatureName, State> =
  | { readonly refuse: Refusal }
  | { readonly state: State; readonly tell: readonly Told<F>[]; readonly next?: readonly SystemCommand[] };

export const refuse = (refusal: Refusal): { refuse: Refusal } => ({ refuse: refusal });

/** Poll-like features whose answers may be anonymous: who answered is journaled under an alias. */
export type Anonymity<F extends FeatureName, State> = {
  /** The anonymous item that this Command answers, or null. */
  itemOf(state: State, command: FeatureTypes[F]['command']): string | null;
  /** Anonymous items that still take answers; the key of any other is destroyed. */
  openItems(state: State): readonly string[];
};

/** One feature's rules: pure functions of plain data that survives JSON. */
export interface Feature<F extends FeatureName, State> {
  readonly initial: State;
  handle(
    state: State,
    command: FeatureTypes[F]['command'] | FeatureTypes[F]['system'],
    ctx: Context,
  ): Outcome<F, State>;
  /** Depends on nothing but the State and the Viewer. */
  viewFor(state: State, viewer: Viewer): FeatureTypes[F]['view'];
  /** The Event for a `latest` key, from the State as it is now; null when there is nothing to say any more. */
  latest?(state: State, key: string): FeatureTypes[F]['event'] | null;
  /** When this feature wants the system to act next, and what it then asks. */
  due?(state: State): { at: ServerTime; command: FeatureTypes[F]['system'] } | null;
  readonly anonymity?: Anonymity<F, State>;
  /**
   * The Command without the words that its author wrote. On replay it must be accepted as before, and
   * leave nothing in the State that outlasts the author's erasing.
   */
  withoutText?(command: FeatureTypes[F]['command']): FeatureTypes[F]['command'];
}

import type { FeatureName, FeatureTypes } from '#shared/contract.ts';
import type { Actor } from '../../../server/src/kernel/participant.ts';
import type { Draw } from '../Draw.ts';
import type { FakeClass } from '../FakeClass.ts';

/** The rest of a Command, beside `feature` and `type`. */
type Rest<C> = C extends unknown ? Omit<C, 'feature' | 'type'> : never;
type OfType<C, T> = Extract<C, { type: T }>;

/** Draws what a Command says, from the State; null where there is nothing to say it about now. */
export type CommandGenerator<C> = (draw: Draw, room: FakeClass, actor: Actor) => Rest<C> | null;
export type SystemGenerator<C> = (draw: Draw, room: FakeClass) => Rest<C> | null;

/**
 * One feature's Commands. A Command type that is left out doesn't compile.
 * `byItself` marks system Commands that only the Room asks for: another feature's `next`, or a deadline.
 * They must occur as often as all others.
 */
export type FeatureGenerators<F extends FeatureName> = {
  commands: {
    [T in FeatureTypes[F]['command']['type']]: CommandGenerator<OfType<FeatureTypes[F]['command'], T>>;
  };
  system: {
    [T in FeatureTypes[F]['system']['type']]:
      | SystemGenerator<OfType<FeatureTypes[F]['system'], T>>
      | 'byItself';
  };
};

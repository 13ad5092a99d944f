import type { FeatureName, FeatureTypes } from '#shared/contract.ts';
import type { Story } from '../Story.ts';

/** The rest of a Command, beside `feature` and `type`. */
type Rest<C> = C extends unknown ? Omit<C, 'feature' | 'type'> : never;

/**
 * Leads up to a Command that will be accepted from `story.actor`, whichever allowed Role they have, and
 * says what the Command is about.
 */
export type Preparation<C> = (story: Story) => Promise<Rest<C>> | Rest<C>;

/** One feature's Commands; a type that is left out doesn't compile. */
export type Preparations<F extends FeatureName> = {
  readonly [T in FeatureTypes[F]['command']['type']]: Preparation<
    Extract<FeatureTypes[F]['command'], { type: T }>
  >;
};

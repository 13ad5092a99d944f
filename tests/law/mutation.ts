import { FakeClass, type Start, type Step } from './FakeClass.ts';
import { watch } from './watchedFeatures.ts';

/**
 * Whether the law breaks when this `tell` of a Step is forgotten. Since forgetting changes no State,
 * the Step alone is enough, from a moment at which the law held.
 */
export function isMissed(tell: string, start: Start, step: Step): boolean {
  const room = new FakeClass({ start });
  watch.forgotten = tell;
  try {
    room.take(step);
    room.flush();
  } finally {
    watch.forgotten = null;
  }
  return room.lawBroken() !== null;
}

import { setTimeout as pause } from 'node:timers/promises';

/** Between two tries, in milliseconds: a database that is restarted is back within them. */
const waits = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * Does something that needs the database, and again where it fails: what took minutes to convert is not lost because
 * the database was away for a moment.
 * @throws the signal's reason when aborted, or what the last try threw.
 */
export async function patiently(signal: AbortSignal, act: () => Promise<void>): Promise<void> {
  for (const wait of waits)
    try {
      return await act();
    } catch {
      await pause(wait, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  await act();
}

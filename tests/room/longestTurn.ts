import { TurnLengths } from './TurnLengths.ts';

/** The promise, in milliseconds. */
export const longestTask = 10;
/** On a busy machine some turns take longer than they need; a task that is too long always does. */
const tries = 30;

/** The longest turn of the first attempt below `limit`, or the shortest longest of all, in milliseconds. */
export async function longestTurn(attempt: () => Promise<unknown>, limit = longestTask): Promise<number> {
  let shortest = Infinity;
  for (let n = 0; n < tries && shortest >= limit; n++) shortest = Math.min(shortest, await turnOf(attempt));
  return shortest;
}

/** The longest turn of the loop while something is done, in milliseconds. */
export async function turnOf(work: () => Promise<unknown>): Promise<number> {
  const turns = new TurnLengths();
  await work();
  return turns.end();
}

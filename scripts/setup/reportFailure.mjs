import { SetupFailure } from './SetupFailure.mjs';

/**
 * Says what failed, what was tried and what to do next.
 *
 * @param {unknown} error
 * @returns {number} The exit code.
 */
export function reportFailure(error) {
  if (error instanceof SetupFailure) console.error(`\n${error.report()}\n`);
  else console.error(error);
  return 1;
}

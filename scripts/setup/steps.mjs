import { progressPrinter } from './progress.mjs';

/**
 * One thing that a machine needs.
 *
 * @typedef {object} Step
 * @property {string} name What it is, such as "Node 24".
 * @property {string} why Why it is needed, as the rest of a sentence.
 * @property {() => Promise<string | undefined>} done What is there already, in a few words; undefined when
 *   there is something to do. It must be quick: it runs at every start.
 * @property {(progress: (share: number) => void) => Promise<string>} run Does it and says in a few words what is
 *   there now. It throws a SetupFailure.
 */

/**
 * The steps of which something is left to do.
 *
 * @param {readonly Step[]} steps
 * @param {(line: string) => void} print Told of each step that is done already.
 */
export async function stepsLeft(steps, print) {
  /** @type {Step[]} */
  const left = [];
  for (const step of steps) {
    const there = await step.done();
    if (there === undefined) left.push(step);
    else print(`✓ ${step.name}: ${there}`);
  }
  return left;
}

/**
 * Takes the steps in their order; the first that fails ends it. A step that another set-up did in the
 * meantime is skipped.
 *
 * @param {readonly Step[]} steps
 * @param {{ write: (text: string) => unknown, isTTY?: boolean }} out
 */
export async function takeSteps(steps, out) {
  for (const step of steps) {
    const there = await step.done();
    if (there !== undefined) {
      out.write(`✓ ${step.name}: ${there}\n`);
      continue;
    }
    out.write(`• ${step.name}: ${step.why}\n`);
    const start = Date.now();
    const progress = progressPrinter(out);
    try {
      const result = await step.run((share) => progress.show(share));
      progress.clear();
      out.write(`✓ ${step.name}: ${result} (${seconds(Date.now() - start)})\n`);
    } catch (error) {
      progress.clear();
      throw error;
    }
  }
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  const s = milliseconds / 1000;
  return s < 90 ? `${s.toFixed(1)} s` : `${Math.floor(s / 60)} min ${Math.round(s % 60)} s`;
}

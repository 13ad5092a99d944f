// Runs tests; what it is given goes to vitest. `npm test` sets the machine up for it.
import { createVitest, parseCLI, type TestRunResult, TestsNotFoundError, type Vitest } from 'vitest/node';

/** More files than these don't fail by chance. */
const mostByChance = 3;

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
const vitest = await createVitest(options);
try {
  await runAgain(vitest, await vitest.start(filter));
} catch (error) {
  // Vitest has said so already.
  if (!(error instanceof TestsNotFoundError)) throw error;
}
await vitest.exit();

/** Runs what failed once more, when that may have been chance: a browser on a busy machine may miss a moment. */
async function runAgain(vitest: Vitest, { testModules, unhandledErrors }: TestRunResult): Promise<void> {
  const failed = testModules.filter((module) => !module.ok());
  const mayBeChance =
    unhandledErrors.length === 0 &&
    failed.length <= mostByChance &&
    // A unit test has no browser, no network and no other process to wait for.
    failed.every(({ project }) => project.name !== 'unit');
  if (failed.length === 0 || !mayBeChance) return;
  console.log(
    ['Once more, each by itself:', ...failed.map((file) => file.relativeModuleId), ''].join('\n  '),
  );
  let isWell = true;
  for (const file of failed) {
    // The whole file, since its tests go on from what those before them left.
    const again = await vitest.runTestSpecifications([file.toTestSpecification()]);
    isWell &&= again.unhandledErrors.length === 0 && again.testModules.every((module) => module.ok());
  }
  process.exitCode = isWell ? 0 : 1;
}

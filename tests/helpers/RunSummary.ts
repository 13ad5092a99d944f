import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** How many of the slowest tests are shown. */
const shown = 10;

/** Tests quicker than this are not worth a line, in milliseconds. */
const worthALine = 100;

/** A test, or under its file's name what failed outside of one: a file that does not load, a hook. */
type Outcome = {
  readonly name: string;
  readonly duration: number;
  readonly state: string;
  /** What its pages showed when it failed. */
  readonly pages: readonly string[];
};

/**
 * Prints what pages showed when a test failed, a run's slowest tests, what failed at first and passed when its file was
 * run once more, so that it is looked into, and as its last line `N passed, N failed`. What fails outside of a test
 * counts as one failed, too.
 */
export class RunSummary implements Reporter {
  /** By file, as it was run last. */
  readonly #outcomes = new Map<string, Outcome[]>();
  readonly #failedBefore = new Set<string>();

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    for (const module of modules) {
      const outcomes = outcomesOf(module);
      this.#outcomes.set(`${module.project.name} ${module.moduleId}`, outcomes);
      for (const { name, pages } of outcomes)
        if (pages.length > 0) console.log([`${name}: its pages showed`, ...pages, ''].join('\n'));
    }
    const all = [...this.#outcomes.values()].flat();
    const passed = all.filter(({ state }) => state === 'passed').length;
    const failed = all.filter(({ state }) => state === 'failed').map(({ name }) => name);

    const lines = slowestLines(all);
    if (lines.length > 0) console.log(['Slowest tests:', ...lines, ''].join('\n'));
    const onlyNow = [...this.#failedBefore].filter((name) => !failed.includes(name));
    if (onlyNow.length > 0) console.log(['Passed only when run once more:', ...onlyNow, ''].join('\n  '));
    console.log(`${passed} passed, ${failed.length + unhandledErrors.length} failed`);
    for (const name of failed) this.#failedBefore.add(name);
  }
}

/** The slowest tests as lines, slowest first. */
export function slowestLines(tests: readonly { name: string; duration: number }[]): string[] {
  return tests
    .filter((test) => test.duration >= worthALine)
    .sort((a, b) => b.duration - a.duration)
    .slice(0, shown)
    .map((test) => `${(test.duration / 1000).toFixed(1).padStart(7)} s  ${test.name}`);
}

function outcomesOf(module: TestModule): Outcome[] {
  const parts = [module, ...module.children.allSuites()];
  return [
    ...[...module.children.allTests()].map(outcomeOf),
    ...parts
      .flatMap((part) => part.errors())
      .map(() => ({ name: module.relativeModuleId, duration: 0, state: 'failed', pages: [] })),
  ];
}

function outcomeOf(test: TestCase): Outcome {
  return {
    name: `${test.module.relativeModuleId}: ${test.fullName}`,
    duration: test.diagnostic()?.duration ?? 0,
    state: test.result().state,
    pages: test.meta().pages ?? [],
  };
}

import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** How many of the slowest tests are shown. */
const shown = 10;

/** Tests quicker than this are not worth a line, in milliseconds. */
const worthALine = 100;

/**
 * Prints a run's slowest tests, those that passed only when they were repeated, so that each is looked into,
 * and as its last line `N passed, N failed`. What fails outside of a test (a
 * file that does not load, an error that nothing caught) counts as one failed.
 */
export class RunSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const lines = slowestLines(tests.map((test) => ({ name: nameOf(test), duration: duration(test) })));
    if (lines.length > 0) console.log(['Slowest tests:', ...lines, ''].join('\n'));
    const repeated = tests.filter((test) => test.diagnostic()?.flaky).map(nameOf);
    if (repeated.length > 0) console.log(['Passed only when repeated:', ...repeated, ''].join('\n  '));
    const failedOutside = modules.flatMap((module) => [
      ...module.errors(),
      ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
    ]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const failed = tests.filter((test) => test.result().state === 'failed').length;
    console.log(`${passed} passed, ${failed + failedOutside.length + unhandledErrors.length} failed`);
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

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId}: ${test.fullName}`;
}

function duration(test: TestCase): number {
  return test.diagnostic()?.duration ?? 0;
}

import type { Reporter, SerializedError, TestCase, TestModule, TestRunEndReason } from 'vitest/node';

/** Whether a suite around the test is skipped: a test in it that is to run under a condition stays pending then. */
function isSkippedAbove(test: TestCase): boolean {
  for (let { parent } = test; parent.type === 'suite'; { parent } = parent) {
    if (parent.options.mode === 'skip') return true;
  }
  return false;
}

/** Prints `N passed, N failed` (and how many were skipped) as the very last line of the run, after everything else. */
export class LastLineReporter implements Reporter {
  /** Until the run has ended: a run that never came to its tests has failed. */
  #line = '0 passed, 1 failed';

  onInit(): void {
    process.once('exit', () => process.stdout.write(`${this.#line}\n`));
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      // Errors outside of tests: the file does not load, or a hook around its tests has failed.
      if (module.errors().length > 0) counts.failed++;
      for (const suite of module.children.allSuites()) if (suite.errors().length > 0) counts.failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== 'pending') counts[state]++;
        else counts[isSkippedAbove(test) ? 'skipped' : 'failed']++;
      }
    }
    // The global setup has failed, or no test was found.
    if (reason === 'failed' && counts.failed === 0) counts.failed = 1;
    this.#line = `${counts.passed} passed, ${counts.failed} failed`;
    if (counts.skipped > 0) this.#line += `, ${counts.skipped} skipped`;
  }
}

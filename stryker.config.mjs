/** Mutation testing of the disclosure room: does a test fail for every small change of the code? docs/mutation-testing.md */
const tests = process.env.MUTATION_TESTS ?? '!(shared-tables|package)';

export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    config: {
      // No database is needed here.
      globalSetup: null,
      globalTeardown: null,
      testMatch: [`<rootDir>/test/disclosure/${tests}.test.ts`],
    },
  },
  mutate: ['src/disclosure/**/*.ts'],
  ignorePatterns: ['.data', 'dist', 'docs', 'migrations', 'reports'],
  concurrency: 1,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  tempDirName: 'reports/stryker',
};

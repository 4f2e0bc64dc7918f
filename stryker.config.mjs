/** Mutation testing of the disclosure room: does a test fail for every small change of the code? docs/mutation-testing.md */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    config: {
      // No database is needed here.
      globalSetup: null,
      globalTeardown: null,
      // Not among them: whole published tables, and what starts processes.
      testMatch: ['<rootDir>/test/disclosure/!(shared-tables|package).test.ts'],
      silent: true,
    },
  },
  mutate: ['src/disclosure/*.ts'],
  ignorePatterns: ['.data', 'dist', 'docs', 'migrations', 'reports'],
  coverageAnalysis: 'perTest',
  ignoreStatic: false,
  concurrency: 1,
  timeoutMS: 5_000,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  tempDirName: 'reports/stryker',
};

/** Jest on native ES modules; swc only strips types, so what runs is what tsc checked. */
import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2023',
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  globalSetup: '<rootDir>/test/setup/cluster.ts',
  globalTeardown: '<rootDir>/test/setup/stop-cluster.ts',
  coverageProvider: 'v8',
  // Half of a run waits, for PostgreSQL and for clocks; Jest's own choice on two cores is one worker.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // Native modules of a suite stay in its worker until it ends (some 70 MB each); near the limit of its heap a worker does
  // nothing but collect garbage. A new one costs a second.
  workerIdleMemoryLimit: '800MB',
  testTimeout: 120_000,
};

/**
 * `npm run test:whole`: every test at full size, where `npm test` and .ci/run send a sample, and then every control of chaos.
 * Other arguments are for Jest; with them there are no controls.
 */
import { spawnSync } from 'node:child_process';

/** What is left out otherwise; a suite that samples has its line here, and a test compares. */
export const WHOLE = {
  KANON_TEST_LINES: '10000',
  KANON_TEST_REQUESTS: '10000',
  KANON_TEST_RUNS: '20000',
  KANON_TEST_STEPS: 'all',
  KANON_TEST_STOPS: 'all',
  KANON_TEST_UPGRADES: 'all',
};

if (process.argv[1] === import.meta.filename) {
  const env = { ...WHOLE, ...process.env };
  const ended = spawnSync('npm', ['test', '--', ...process.argv.slice(2)], { stdio: 'inherit', env });
  process.exitCode = ended.status ?? 1;
  if (process.argv.length === 2) {
    const controls = spawnSync('npm', ['run', 'chaos', '--', '--controls'], { stdio: 'inherit', env });
    process.exitCode ||= controls.status ?? 1;
  }
}

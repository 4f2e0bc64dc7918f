/**
 * From jest's result files: the slowest suites, and one plain line of how many tests passed, failed and were skipped.
 * Beside X.json may stand X.again.json, the suites of X that failed and ran once more by themselves; those count as they
 * ended there, and each is named, because a suite that is not steady is a defect too.
 */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

const read = (file) => JSON.parse(readFileSync(file, 'utf8')).testResults;
const runs = process.argv.slice(2).map((file) => {
  const first = read(file);
  const other = file.replace(/\.json$/, '.again.json');
  const again = existsSync(other) ? read(other) : [];
  const ended = new Map([...first, ...again].map((suite) => [suite.name, suite]));
  return { suites: [...ended.values()], again };
});

const suites = runs.flatMap((run) => run.suites);
const count = (...states) =>
  suites.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => states.includes(status))
    .length;
const passed = count('passed');
// A suite that could not be read has failed without a test of it.
const failed =
  count('failed') +
  suites.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
const skipped = count('pending', 'todo', 'skipped', 'disabled');

// A run in which nothing ran has proved nothing.
const isEmpty = runs.some((run) => !run.suites.some(({ assertionResults }) => assertionResults.length > 0));
if (failed > 0 || runs.length === 0 || isEmpty) process.exitCode = 1;

const seconds = ({ startTime, endTime }) => (endTime - startTime) / 1000;
for (const suite of [...suites].sort((one, other) => seconds(other) - seconds(one)).slice(0, 12))
  console.log(`${seconds(suite).toFixed(0).padStart(5)} s  ${relative('.', suite.name)}`);
for (const { name } of runs.flatMap((run) => run.again))
  console.log(`not steady, failed beside others and ran again by itself: ${relative('.', name)}`);
console.log(`kanon: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

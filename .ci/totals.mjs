/** From jest's result files: the slowest suites, and one plain line of how many tests passed, failed and were skipped. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const runs = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const sum = (...fields) =>
  runs.flatMap((run) => fields.map((field) => run[field] ?? 0)).reduce((total, count) => total + count, 0);

const passed = sum('numPassedTests');
const failed = sum('numFailedTests', 'numRuntimeErrorTestSuites');
const skipped = sum('numPendingTests', 'numTodoTests');

// A run in which nothing ran has proved nothing.
if (failed > 0 || runs.length === 0 || runs.some((run) => !run.numPassedTests)) process.exitCode = 1;
const suites = runs.flatMap((run) =>
  run.testResults.map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 })),
);
const slowest = suites.sort((one, other) => other.seconds - one.seconds).slice(0, 12);
for (const { name, seconds } of slowest)
  console.log(`${seconds.toFixed(0).padStart(5)} s  ${relative('.', name)}`);
console.log(`kanon: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

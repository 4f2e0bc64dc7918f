/** One plain line from jest's result files: how many tests passed, failed and were skipped, over all runs. */
import { readFileSync } from 'node:fs';

const runs = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const sum = (...fields) =>
  runs.flatMap((run) => fields.map((field) => run[field] ?? 0)).reduce((total, count) => total + count, 0);

const passed = sum('numPassedTests');
const failed = sum('numFailedTests', 'numRuntimeErrorTestSuites');
const skipped = sum('numPendingTests', 'numTodoTests');

// A run in which nothing ran has proved nothing.
if (failed > 0 || runs.length === 0 || runs.some((run) => !run.numPassedTests)) process.exitCode = 1;
console.log(`kanon: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

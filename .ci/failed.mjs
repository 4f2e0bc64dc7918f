/** The suites of one of jest's result files that failed, a line each: `node .ci/failed.mjs FILE MOST`; more than MOST is exit code 1. */
import { readFileSync } from 'node:fs';

const [file, most] = process.argv.slice(2);
const failed = JSON.parse(readFileSync(file, 'utf8'))
  .testResults.filter(({ status }) => status === 'failed')
  .map(({ name }) => name);
if (failed.length === 0 || failed.length > Number(most)) process.exitCode = 1;
else console.log(failed.join('\n'));

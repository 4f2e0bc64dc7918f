/** Writes what a process has used, when it ends, into the file BENCH_USAGE: node --import test/bench/usage.mjs … */
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())));

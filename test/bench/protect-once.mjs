/** One protection by the built program, alone in its process: node protect-once.mjs INPUT.json, figures as JSON. */
import { readFile } from 'node:fs/promises';
import { protectInWorker } from '../../dist/src/releases/protect-in-worker.js';

const input = JSON.parse(await readFile(process.argv[2], 'utf8'));
const before = process.cpuUsage();
const { table, internal } = await protectInWorker(input);
const { user, system } = process.cpuUsage(before);
const figures = {
  // Of all threads, for the machine is shared.
  seconds: (user + system) / 1e6,
  // Of the whole process, threads included; the solver's memory is in it.
  megabytes: process.resourceUsage().maxRSS / 1024,
  rows: table.rows.length,
  cells: table.cells.length,
  hidden: table.cells.filter(({ status }) => status === 'hidden').length,
  ...internal,
};
process.stdout.write(JSON.stringify(figures));

/** Quarters with corrections, protected by the built program, alone in its process: node protect-quarters.mjs INPUTS.json, figures as JSON. */
import { readFile } from 'node:fs/promises';
import { takeOverSafely } from '../../dist/src/tables/corrections.js';
import { protectInWorker } from '../../dist/src/releases/protect-in-worker.js';
import { rowsOfRelease } from '../../dist/src/tables/release-row.js';

const inputs = JSON.parse(await readFile(process.argv[2], 'utf8'));
const figures = [];
for (const { input, corrections } of inputs) {
  const first = await measured(() => protectInWorker(input));
  const last = {
    schools: input.schools,
    reports: input.reports,
    rows: rowsOfRelease(first.result.table),
  };
  const stored = { ...input, reports: corrections, earlier: [last] };
  const second = await measured(() => takeOverSafely(stored, last, (wanted) => protectInWorker(wanted)));
  const { plan, protection } = second.result;
  figures.push({
    first: { seconds: first.seconds, hidden: hiddenOf(first.result) },
    second: {
      seconds: second.seconds,
      hidden: protection ? hiddenOf(protection) : null,
      taken: plan.taken.length,
      kept: plan.kept.length,
    },
  });
}
// Of the whole process, threads included; the solver's memory is in it.
process.stdout.write(JSON.stringify({ figures, megabytes: process.resourceUsage().maxRSS / 1024 }));

/** CPU seconds, threads included. */
async function measured(work) {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

function hiddenOf({ table }) {
  return table.cells.filter(({ status }) => status === 'hidden').length;
}

/** Versions of a release by the built program, alone in its process: node shown-once.mjs WORLD.json, rows and figures as JSON. */
import { readFile } from 'node:fs/promises';
import { takeOverSafely } from '../../dist/src/tables/corrections.js';
import { protectInWorker } from '../../dist/src/releases/protect-in-worker.js';
import { rowsOfRelease } from '../../dist/src/tables/release-row.js';

const { schools, benefits, policy, reports } = JSON.parse(await readFile(process.argv[2], 'utf8'));
const history = [];
const versions = [];
for (const stored of reports) {
  const input = { schools, benefits, policy, reports: stored };
  const last = history.at(-1);
  const before = process.cpuUsage();
  const answer = last
    ? await takeOverSafely({ ...input, earlier: [...history] }, last, (wanted) => protectInWorker(wanted))
    : { plan: { input, taken: [], kept: [] }, protection: await protectInWorker(input) };
  const { user, system } = process.cpuUsage(before);
  const { plan, protection } = answer;
  const rows = protection && rowsOfRelease(protection.table);
  versions.push({
    // Of all threads, for the machine is shared.
    seconds: (user + system) / 1e6,
    // Of the whole process so far, threads included; the solver's memory is in it.
    megabytes: process.resourceUsage().maxRSS / 1024,
    rows,
    reports: plan.input.reports,
    internal: protection?.internal,
    taken: plan.taken.length,
    kept: plan.kept.length,
  });
  if (protection) history.push({ schools: plan.input.schools, reports: plan.input.reports, rows });
}
process.stdout.write(JSON.stringify(versions));

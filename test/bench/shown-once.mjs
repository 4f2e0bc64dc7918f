/**
 * Versions of a release by the built program, alone in its process: node shown-once.mjs WORLD.json [CHANGED], rows and
 * figures as JSON. CHANGED is a name of without.mjs; then the protection runs in this thread, where the change is.
 */
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';

const [, , world, changed] = process.argv;
if (changed) register('./without.mjs', import.meta.url, { data: changed });
const built = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url).href);
const { takeOverSafely } = await built('tables/corrections.js');
const { rowsOfRelease } = await built('tables/release-row.js');

/** The protection of an input: in its own thread as the service does it, or here. */
async function protector() {
  if (!changed) return (await built('releases/protect-in-worker.js')).protectInWorker;
  const { protectTable } = await built('tables/protection.js');
  const solver = await (await built('foundation/highs.js')).highsSolver();
  return async (input) => protectTable(input, solver);
}
const protect = await protector();

const { schools, benefits, policy, reports } = JSON.parse(await readFile(world, 'utf8'));
const history = [];
const versions = [];
for (const stored of reports) {
  const input = { schools, benefits, policy, reports: stored };
  const last = history.at(-1);
  const before = process.cpuUsage();
  const answer = last
    ? await takeOverSafely({ ...input, earlier: [...history] }, last, (wanted) => protect(wanted))
    : { plan: { input, taken: [], kept: [] }, protection: await protect(input) };
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

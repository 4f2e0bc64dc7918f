/** Reads a CSV of so many lines by the built reader, alone in its process: node bulk-once.mjs LINES, its peak memory in MB. */
import { readReports } from '../../dist/src/rules/reports-file.js';

const lines = Number(process.argv[2]);
const text = ['school;period;scheme;policy;part;benefits;pupils;consultations'];
for (let n = 0; n < lines; n += 1) {
  // Seven lines a report, each of a benefit of its own.
  const school = 100_000 + Math.floor(n / 7);
  text.push(`${school};2026-Q4;but-counselling/1;2;cell;B${n % 7};${5 + (n % 9)};${20 + (n % 30)}`);
}
const { reports, faults } = readReports(Buffer.from(text.join('\n')));
if (faults.length > 0 || reports.length !== Math.ceil(lines / 7)) throw new Error('the file was not read');
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));

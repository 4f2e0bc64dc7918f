/** `kanon anonymise FILE`: the report on standard output, the reasons on standard error; nothing leaves the machine. */
import { readFile } from 'node:fs/promises';
import { anonymise } from '../../rules/anonymise.ts';
import { readCounts } from '../../rules/anonymise-input.ts';
import { CountsUnsound } from '../../rules/counts.ts';
import { POLICY_1 } from '../../rules/policy.ts';
import { findScheme } from '../../rules/scheme.ts';
import { Usage } from './usage.ts';

export async function anonymiseFile([file, ...rest]: readonly string[]): Promise<number> {
  if (!file || rest.length > 0)
    throw new Usage(
      'Use: kanon anonymise FILE > report.json; FILE holds the counts, see docs/disclosure-control.md.',
    );
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Error('That file cannot be read; check its name and your rights.', { cause });
  });
  const read = readCounts(bytes);
  if ('findings' in read) return complain(read.findings);
  const scheme = findScheme(read.counts.scheme);
  if (!scheme) throw new Error('The counts belong to a scheme that this version does not know.');
  if (read.counts.policy !== POLICY_1.number)
    throw new Error(`The command line pools under policy ${POLICY_1.number}; the counts name another one.`);
  try {
    const { report, steps, loss, wouldHelp } = anonymise(read.counts, scheme, POLICY_1);
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    for (const { reason } of steps) say(reason.de);
    const kept = loss.itemised + loss.pooled;
    say(`${percent(kept, kept + loss.withheld)} % der Beratungen bleiben in den Summen.`);
    if (wouldHelp.length > 0)
      say(
        `Es hülfe zu wissen, wie viele verschiedene Kinder hinter diesen Leistungen zusammen stehen: ${wouldHelp.map((union) => union.join(' + ')).join('; ')}.`,
      );
    return 0;
  } catch (error) {
    if (error instanceof CountsUnsound)
      return complain(
        error.problems.map(({ benefits, reason }) => ({ pointer: benefits.join(' + '), reason })),
      );
    throw error;
  }
}

function complain(findings: readonly { pointer: string; reason: { de: string; en: string } }[]): number {
  for (const { pointer, reason } of findings) say(`${pointer || '/'}: ${reason.de} (${reason.en})`);
  return 1;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const percent = (part: number, whole: number): number =>
  whole === 0 ? 100 : Math.round((100 * part) / whole);

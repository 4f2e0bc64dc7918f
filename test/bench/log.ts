/** The figures of the access log: what tampering is found, how soon entries are signed, and what all of it costs. */
import { lag } from './log-lag.ts';
import { million } from './log-million.ts';
import { mutations } from './log-mutations.ts';
import type { Row } from './log-row.ts';
import { sequencing } from './log-sequencing.ts';
import type { Options } from './options.ts';
import { markdownTable } from './statistics.ts';

/** Throws where anything was not found, was found for no reason, or a control did not fail. */
export async function log(options: Options): Promise<string[]> {
  const asked = (part: string): boolean => options.parts.length === 0 || options.parts.includes(part);
  const rows: Row[] = [];
  const notes: string[] = [];
  // What is timed comes first, while nothing else has warmed or filled this process.
  if (asked('lag')) rows.push(...(await lag(options)));
  if (asked('sequencing')) rows.push(await sequencing(options));
  if (asked('million')) rows.push(await million(options));
  if (asked('mutations')) {
    const { seed, lines, cleanRuns, missedWithout } = await mutations(options.cases);
    const mutants = lines.reduce((sum, line) => sum + line.mutants, 0);
    const [most] = missedWithout;
    if (!most) throw new Error('no mutation needs any one check, so the checks were not tried');
    rows.unshift(
      {
        what: `mutations found, seed ${seed}`,
        figure: `${mutants} of ${mutants}`,
        goal: 'all',
        reached: true,
        control: `without the check \`${most[0]}\`: ${mutants - most[1]} of ${mutants}`,
      },
      {
        what: 'false alarms in clean runs',
        figure: `0 of ${cleanRuns}`,
        goal: 'none',
        reached: true,
        control: 'the mutations',
      },
    );
    const table = lines.map(({ what, kind, mutants: count, by }) => [
      what,
      kind,
      String(count),
      [...by].map(([who, times]) => `${who} ${times}`).join(', '),
    ]);
    const needed = missedWithout.map(([name, times]) => `\`${name}\` ${times}`).join(', ');
    notes.push(
      '',
      ...markdownTable(['tampered with', 'how', 'mutations', 'found first by'], table),
      '',
      `Found by one check alone, so missed by a verifier without it: ${needed}.`,
    );
  }
  const table = rows.map(({ what, figure, goal, reached, control }) => [
    what,
    figure,
    `${goal}${reached ? '' : ': missed'}`,
    control,
  ]);
  return [...markdownTable(['what', 'figure', 'asked for', 'control'], table), ...notes];
}

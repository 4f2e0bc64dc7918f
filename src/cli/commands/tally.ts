/** `kanon tally FILE`: the counts of a tally sheet, for the school's own eyes. */
import { writeFile } from 'node:fs/promises';
import type { Counts } from '../../rules/counts.ts';
import { withUsefulUnions } from '../../rules/one-pool.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { countStrokes } from '../../rules/strokes.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { readInput } from '../files/input.ts';
import { schemeForSheet } from '../files/scheme-choice.ts';
import { policyOf } from './policy.ts';
import { remark, tableLines } from '../terminal/terminal.ts';
import type { Desk } from '../words/words.ts';

export interface TallyOptions {
  readonly out?: string;
  readonly policy?: string;
  /** Name of the scheme, where the sheet does not say which it is for. */
  readonly scheme?: string;
}

export async function tally(
  file: string,
  { out, policy, ...options }: TallyOptions,
  desk: Desk,
): Promise<number> {
  const rules = policyOf(policy, desk);
  const input = await readInput(file, (bytes) => schemeForSheet(bytes, options.scheme, desk), desk);
  if (input.kind !== 'strokes') throw new Failure([desk.words.notStrokes]);
  const { scheme } = input;
  const counts = countStrokes(input.strokes, scheme, rules.number);
  const text = countsText(withUsefulUnions(counts, scheme, rules));
  if (out === undefined) process.stdout.write(text);
  else
    await writeFile(out, text, { mode: 0o600 }).catch((cause: unknown) => {
      throw new Failure([desk.words.fileUnwritable], undefined, cause);
    });
  for (const line of sheetLines(counts, scheme, desk)) remark(line);
  remark(input.read);
  remark(desk.words.staysHere);
  return EXIT.done;
}

/** One line a benefit and a union: JSON that a person can read and mend. */
function countsText({ scheme, policy, counts, distinct = [] }: Counts): string {
  const lines = (items: readonly string[]): string => items.map((item) => `\n    ${item}`).join(',');
  const single = Object.entries(counts).map(
    ([code, count]) => `${JSON.stringify(code)}: ${JSON.stringify(count)}`,
  );
  const unions = distinct.map((union) => JSON.stringify(union));
  return (
    `{\n  "scheme": ${JSON.stringify(scheme)},\n  "policy": ${policy},\n  "counts": {${lines(single)}\n  },\n` +
    `  "distinct": [${lines(unions)}\n  ]\n}\n`
  );
}

function sheetLines({ counts, distinct = [] }: Counts, scheme: Scheme, { lang, words }: Desk): string[] {
  const rows = scheme.benefits.map(({ code, label }) => {
    const { pupils, consultations } = counts[code] ?? { pupils: 0, consultations: 0 };
    return [pupils, consultations, `${label[lang]} (${code})`];
  });
  const all = distinct.find(({ benefits }) => benefits.length === scheme.benefits.length)?.pupils ?? 0;
  const consultations = Object.values(counts).reduce((sum, count) => sum + count.consultations, 0);
  rows.push([all, consultations, words.together]);
  return tableLines([words.pupils, words.consultations, words.benefit], rows, ['right', 'right', 'left']);
}

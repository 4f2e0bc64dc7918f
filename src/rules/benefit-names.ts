/** How people write a benefit: its code, its label in either language, and words in use; in any case, with ä or ae. */
import type { Benefit, Scheme } from './scheme.ts';
import { folded } from './sheet/as-read.ts';

/** Characters of a name that is compared with others, and of a cell in which several are looked for. */
const NEAR_MAX = 60;
const CELL_MAX = 1000;

export interface BenefitNames {
  /** Codes of the benefits that a cell names, as often as it names them; undefined where one of them is none. */
  readonly codes: (cell: string) => readonly string[] | undefined;
  /** The one code that a name which is none comes near to. */
  readonly near: (cell: string) => string | undefined;
}

/** How people may write a benefit; one that unites several also by the names of its parts. */
const namesOf = ({ code, label, alsoCalled, unites = [] }: Benefit): string[] => [
  code,
  label.de,
  label.en,
  ...alsoCalled,
  ...unites.flatMap(namesOf),
];

const keyOf = (name: string): string =>
  folded(name)
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Several stand in one cell with comma, semicolon, plus, slash, bar, `&`, line break, `und` or `and` between them. */
export function benefitNames({ benefits }: Scheme): BenefitNames {
  const known = new Map<string, string>();
  for (const benefit of benefits) for (const name of namesOf(benefit)) known.set(keyOf(name), benefit.code);
  const united = new Set(benefits.filter(({ unites }) => unites).map(({ code }) => code));
  const code = (name: string): string | undefined => known.get(keyOf(name));
  /** The longest beginning that is a name, and the rest likewise: a label may have an `und` of its own. */
  const inTurn = (text: string): readonly string[] | undefined => {
    const whole = code(text);
    if (whole !== undefined) return [whole];
    for (const { index, 0: word } of [...text.slice(0, CELL_MAX).matchAll(/\s(?:und|and)\s/gi)].reverse()) {
      const first = code(text.slice(0, index));
      const rest = first === undefined ? undefined : inTurn(text.slice(index + word.length));
      if (first !== undefined && rest) return [first, ...rest];
    }
    return undefined;
  };
  const codes = (cell: string): readonly string[] | undefined => {
    const whole = code(cell);
    if (whole !== undefined) return [whole];
    const parts = cell.split(/[,;+/|&\n]/).filter((part) => keyOf(part) !== '');
    const found = parts.map(inTurn);
    if (found.length === 0 || !found.every((one) => one !== undefined)) return undefined;
    // A talk about two parts of one benefit is one talk about it.
    return found.flat().filter((one, at, all) => !united.has(one) || all.indexOf(one) === at);
  };
  return { codes, near: (cell) => nearest(keyOf(cell.slice(0, NEAR_MAX)), known) };
}

/** The code of the only names that differ in some letters, or begin so. */
function nearest(key: string, known: ReadonlyMap<string, string>): string | undefined {
  if (key.length < 4) return undefined;
  const slips = Math.max(1, Math.floor(key.length / 4));
  const codes = [...known]
    .filter(([name]) => name.startsWith(key) || distance(name, key) <= slips)
    .map(([, code]) => code);
  return new Set(codes).size === 1 ? codes[0] : undefined;
}

/** Letters to change, add or drop between two words (Levenshtein). */
function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const now = [i];
    for (let j = 1; j <= other.length; j++)
      now[j] = Math.min(
        before[j]! + 1,
        now[j - 1]! + 1,
        before[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1),
      );
    before = now;
  }
  return before[other.length]!;
}

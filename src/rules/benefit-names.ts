/** How people write a benefit: its code, its label in either language, and words in use; in any case, with ä or ae. */
import type { Scheme } from './scheme.ts';
import { folded } from './sheet/as-read.ts';

/** Words in use besides the labels, by code. */
const IN_USE: Readonly<Record<string, readonly string[]>> = {
  AUSFLUG: ['Ausflüge', 'Tagesausflug', 'Tagesausflüge', 'Schulausflug', 'Schulausflüge', 'Day trip'],
  KLASSENFAHRT: ['Klassenfahrten', 'Mehrtägige Klassenfahrt', 'Class trip', 'Class trips'],
  SCHULBEDARF: ['Schulbedarfspaket', 'Schulmaterial', 'School supplies'],
  BEFOERDERUNG: ['Beförderung', 'Schülerticket', 'Fahrkarte', 'Transport'],
  LERNFOERDERUNG: ['Nachhilfe', 'Tutoring'],
  MITTAG: ['Mittagessen', 'Mittagsverpflegung', 'Schulessen', 'Lunch', 'School lunch'],
  TEILHABE: ['Soziale Teilhabe', 'Kulturelle Teilhabe', 'Participation'],
};

/** Characters of a name that is compared with others, and of a cell in which several are looked for. */
const NEAR_MAX = 60;
const CELL_MAX = 1000;

export interface BenefitNames {
  /** Codes of the benefits that a cell names, as often as it names them; undefined where one of them is none. */
  readonly codes: (cell: string) => readonly string[] | undefined;
  /** The one code that a name which is none comes near to. */
  readonly near: (cell: string) => string | undefined;
}

const keyOf = (name: string): string =>
  folded(name)
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Several stand in one cell with comma, semicolon, plus, slash, bar, `&`, line break, `und` or `and` between them. */
export function benefitNames({ benefits }: Scheme): BenefitNames {
  const known = new Map<string, string>();
  for (const { code, label } of benefits)
    for (const name of [code, label.de, label.en, ...(IN_USE[code] ?? [])]) known.set(keyOf(name), code);
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
    return found.length > 0 && found.every((one) => one !== undefined) ? found.flat() : undefined;
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

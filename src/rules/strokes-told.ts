/** What the reader of a tally sheet tells of it: how much it read, what it left out, and which lines it took for one child. */
import { childKey } from './child.ts';
import { filled, linesIn } from './sheet/sheet-faults.ts';

export interface SheetWords {
  readonly de: string;
  readonly en: string;
}

/** Groups of lines that are told; the others are counted. */
const TOLD = 20;

const ONE_CHILD = {
  de: '{} sehen nach einem Kind aus; gezählt als eines. Sind es mehrere, bitte Kürzel wählen, die sich deutlicher unterscheiden.',
  en: '{} look like one child; counted as one. If they are several, please choose pseudonyms that differ more clearly.',
};
const MORE_CHILDREN = {
  de: 'Bei {} weiteren Kindern ist das ebenso.',
  en: 'It is the same with {} more children.',
};

/**
 * One sentence for each child that is spelled in several ways which a person can tell apart, by the first line of each.
 *
 * rows  each with its pseudonym as it reads
 */
export function tellChildren(
  rows: readonly { readonly line: number; readonly child: string }[],
): SheetWords[] {
  const first = new Map<string, number>();
  for (const { line, child } of rows) if (!first.has(child)) first.set(child, line);
  const groups = new Map<string, number[]>();
  for (const [child, line] of first) {
    const key = childKey(child);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const several = [...groups.values()].filter((lines) => lines.length > 1);
  const told = several.slice(0, TOLD).map((lines) => ({
    de: filled(ONE_CHILD.de, capital(linesIn('de', lines))),
    en: filled(ONE_CHILD.en, capital(linesIn('en', lines))),
  }));
  const more = String(several.length - TOLD);
  if (several.length > TOLD)
    told.push({ de: filled(MORE_CHILDREN.de, more), en: filled(MORE_CHILDREN.en, more) });
  return told;
}

/** Columns by their place, from 1: the head of one may be a name. */
export function tellColumns(unread: readonly number[]): SheetWords[] {
  if (unread.length === 0) return [];
  const places = unread.join(', ');
  return unread.length === 1
    ? [{ de: `Nicht gelesen wurde Spalte ${places}.`, en: `Column ${places} was not read.` }]
    : [{ de: `Nicht gelesen wurden die Spalten ${places}.`, en: `Columns ${places} were not read.` }];
}

/** How much was read. */
export const tellRead = (strokes: number, lines: number, remarks: number): SheetWords => ({
  de: `Gelesen: ${count(strokes, 'Strich', 'Striche')} in ${count(lines, 'Zeile', 'Zeilen')}${remarks > 0 ? `; übergangen: ${count(remarks, 'Bemerkung', 'Bemerkungen')} mit #` : ''}.`,
  en: `Read: ${count(strokes, 'stroke', 'strokes')} in ${count(lines, 'line', 'lines')}${remarks > 0 ? `; left out: ${count(remarks, 'remark', 'remarks')} with #` : ''}.`,
});

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

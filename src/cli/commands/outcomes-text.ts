/** Released outcomes as tables in the terminal, with the signs of German official statistics. */
import type { Schemas } from '../../client/wire.ts';
import { outcomeSchemeOf } from '../../rules/schemes/outcome-registry.ts';
import { inWords } from '../../tables/marks.ts';
import { outcomeLegend } from '../../tables/outcome-legend.ts';
import { NOT_ITEMISED, REPORTED_TOTAL } from '../../tables/table-columns.ts';
import { type FittingColumn, columnsThatFit, widthOf } from '../terminal/columns-that-fit.ts';
import { shortHeads } from '../terminal/short-heads.ts';
import { type Align, tableLines } from '../terminal/terminal.ts';
import { OUTCOME_WORDS } from '../words/outcome-words.ts';
import { type Desk, momentIn } from '../words/words.ts';

type Shown = Schemas['OutcomesOfRegionBody'];

/** Fewest characters of a benefit's code at the head of a column; the legend below says the rest. */
const HEAD = 7;

export function outcomeLines(body: Shown, desk: Desk): string[] {
  const words = OUTCOME_WORDS[desk.lang];
  const { release, rows } = body;
  const benefits = outcomeSchemeOf(release.scheme)?.benefits ?? [];
  const heads = headsOf(benefits.map(({ code }) => code));
  const cells = rows.flatMap((row) => [...Object.values(row.grants), ...Object.values(row.children)]);
  return [
    words.outcomesOf(body.region, body.period, release.version, momentIn(desk, release.releasedAt)),
    '',
    words.grants,
    ...measureLines(body, 'grants', desk),
    '',
    words.children,
    ...measureLines(body, 'children', desk),
    '',
    ...outcomeLegend(cells, desk.lang),
    `${desk.words.notItemised} = ${desk.words.notItemisedLegend}; ${desk.words.reportedTotal} = ${desk.words.reportedTotalLegend}`,
    benefits.map(({ code, label }) => `${heads.get(code) ?? code} = ${label[desk.lang]}`).join('; '),
    body.note[desk.lang],
  ];
}

/** One table, or several below each other where the terminal is narrower than all columns. */
function measureLines({ rows, by }: Shown, measure: 'grants' | 'children', desk: Desk): string[] {
  const words = OUTCOME_WORDS[desk.lang];
  const hasBodies = by === 'body';
  const head = [words.key, words.region, ...(hasBodies ? [words.body] : []), words.handedIn];
  const lines = rows.map(({ region, name, body, bodies }) => [
    region,
    name,
    ...(hasBodies ? [body ?? ''] : []),
    words.ofThese(bodies.reported, bodies.inGap, bodies.expected),
  ]);
  const align: readonly Align[] = ['left', 'left', ...(hasBodies ? (['left'] as const) : []), 'right'];
  const names = Object.keys(rows[0]?.[measure] ?? {});
  const heads = headsOf(names);
  const columns = names.map((column): FittingColumn => ({
    head: headOf(column, heads, desk),
    cells: rows.map((row) => {
      const cell = row[measure][column];
      return cell ? inWords(cell, desk.lang) : '';
    }),
  }));
  const room = (process.stdout.isTTY ? process.stdout.columns : Infinity) - widthOf(head, lines);
  return columnsThatFit(columns, room).flatMap((fitting, at) => [
    ...(at > 0 ? [''] : []),
    ...tableLines(
      [...head, ...fitting.map((column) => column.head)],
      lines.map((line, row) => [...line, ...fitting.map(({ cells }) => cells[row] ?? '')]),
      [...align, ...fitting.map((): Align => 'right')],
    ),
  ]);
}

const headsOf = (columns: readonly string[]): ReadonlyMap<string, string> =>
  shortHeads(
    columns.filter((column) => column !== NOT_ITEMISED && column !== REPORTED_TOTAL),
    HEAD,
  );

function headOf(column: string, heads: ReadonlyMap<string, string>, { words }: Desk): string {
  if (column === NOT_ITEMISED) return words.notItemised;
  return column === REPORTED_TOTAL ? words.reportedTotal : (heads.get(column) ?? column);
}

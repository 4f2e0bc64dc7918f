/** `kanon summary`: released figures of a region, as a table in the terminal or as the service writes them. */
import { inWords, legendOf } from '../../releases/marks.ts';
import type { SummaryBody } from '../../releases/release.dto.ts';
import { NOT_ITEMISED, REPORTED_TOTAL } from '../../releases/table-columns.ts';
import { findScheme } from '../../rules/scheme.ts';
import { type Column, columnsThatFit, widthOf } from './columns-that-fit.ts';
import { EXIT } from './failure.ts';
import { type AccountOptions, apiAt, periodIn, regionIn, signIn } from './sign-in.ts';
import { type Align, say, sayJson, tableLines } from './terminal.ts';
import { type Desk, momentIn } from './words.ts';

export interface SummaryOptions extends AccountOptions {
  readonly region: string;
  readonly period: string;
  readonly purpose: string;
  readonly level?: string;
  /** An older release of the period; without it the newest. */
  readonly version?: string;
  readonly by?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly csvDe?: true;
}

type Measure = 'consultations' | 'pupils';

/** Characters of a benefit's code at the head of a column; the legend below says the rest. */
const HEAD = 7;

export async function summary(options: SummaryOptions, desk: Desk): Promise<number> {
  const [region, period] = [regionIn(options.region, desk), periodIn(options.period, desk)];
  const api = apiAt(options, desk);
  await signIn(api, options, desk);
  const query = new URLSearchParams();
  if (options.level !== undefined) query.set('level', options.level);
  if (options.by !== undefined) query.set('by', options.by);
  if (options.version !== undefined) query.set('version', options.version);
  if (options.csv || options.csvDe) query.set('format', options.csvDe ? 'csv-de' : 'csv');
  const path = `/v1/regions/${region}/summaries/${period}?${query.toString()}`;
  const headers = { 'kanon-purpose': options.purpose };
  if (query.has('format')) {
    process.stdout.write((await api.ask(path, { headers })).bytes);
    return EXIT.done;
  }
  const { body } = await api.json<SummaryBody>(path, { headers });
  if (options.json) sayJson(body);
  else for (const line of summaryLines(body, desk)) say(line);
  return EXIT.done;
}

function summaryLines(body: SummaryBody, desk: Desk): string[] {
  const { words } = desk;
  const { release } = body;
  return [
    words.summaryOf(body.region, body.period, release.version, momentIn(desk, release.releasedAt)),
    '',
    words.consultations,
    ...measureLines(body, 'consultations', desk),
    '',
    words.pupils,
    ...measureLines(body, 'pupils', desk),
    '',
    ...legendLines(body, desk),
  ];
}

/** One table, or several below each other where the terminal is narrower than all columns. */
function measureLines({ rows }: SummaryBody, measure: Measure, { lang, words }: Desk): string[] {
  const hasTypes = rows.some((row) => row.schoolType !== null);
  const head = [words.key, words.region, ...(hasTypes ? [words.schoolType] : []), words.schools];
  const lines = rows.map(({ region, name, schoolType, schools }) => [
    region,
    name,
    ...(hasTypes ? [schoolType ?? ''] : []),
    words.ofThese(schools.reported, schools.expected),
  ]);
  const align: readonly Align[] = ['left', 'left', ...(hasTypes ? (['left'] as const) : []), 'right'];
  const columns = Object.keys(rows[0]?.[measure] ?? {}).map((column): Column => ({
    head: headOf(column, words),
    cells: rows.map((row) => {
      const cell = row[measure][column];
      return cell ? inWords(cell, lang) : '';
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

function headOf(column: string, words: Desk['words']): string {
  if (column === NOT_ITEMISED) return words.notItemised;
  return column === REPORTED_TOTAL ? words.reportedTotal : column.slice(0, HEAD);
}

/** What the signs and heads mean; the signs only where one is in the table. */
function legendLines({ rows, release }: SummaryBody, { lang, words }: Desk): string[] {
  const cells = rows.flatMap((row) => [...Object.values(row.consultations), ...Object.values(row.pupils)]);
  const benefits = findScheme(release.scheme)?.benefits ?? [];
  return [
    ...legendOf(cells, lang),
    `${words.notItemised} = ${words.notItemisedLegend}; ${words.reportedTotal} = ${words.reportedTotalLegend}`,
    benefits.map(({ code, label }) => `${code.slice(0, HEAD)} = ${label[lang]}`).join('; '),
  ];
}

/** `kanon summary`: released figures of a region, as a table in the terminal or as the service writes them. */
import { inWords, legendOf } from '../../tables/marks.ts';
import type { Call, Schemas } from '../../client/wire.ts';
import { NOT_ITEMISED, REPORTED_TOTAL } from '../../tables/table-columns.ts';
import { schemeOf } from '../../rules/schemes/registry.ts';
import { type FittingColumn, columnsThatFit, widthOf } from '../terminal/columns-that-fit.ts';
import { shortHeads } from '../terminal/short-heads.ts';
import { openKept } from '../files/receipt-file.ts';
import { EXIT } from '../terminal/failure.ts';
import { Usage } from '../terminal/usage.ts';
import { type AccountOptions, serviceOf, periodIn, regionIn, signIn } from '../service/sign-in.ts';
import { type Align, say, sayJson, tableLines } from '../terminal/terminal.ts';
import { type Desk, momentIn } from '../words/words.ts';

const SUMMARIES = '/v1/regions/{region}/summaries/{period}';
type Asked = Call<'get', typeof SUMMARIES>;
type Query = NonNullable<Asked['query']>;
type Purpose = Asked['header']['kanon-purpose'];

export interface SummaryOptions extends AccountOptions {
  readonly region: string;
  readonly period: string;
  readonly purpose: Purpose;
  readonly level?: NonNullable<Query['level']>;
  /** An older release of the period; without it the newest. */
  readonly version?: string;
  readonly by?: NonNullable<Query['by']>;
  readonly json?: true;
  readonly csv?: true;
  readonly csvDe?: true;
  /** Other than JSON and CSV. */
  readonly format?: 'xlsx' | 'pdf' | 'json-stat' | 'sdmx-csv' | 'sdmx-structure';
  readonly out?: string;
}

/** No terminal shows these. */
const NEEDS_FILE: readonly unknown[] = ['xlsx', 'pdf'];

type SummaryBody = Schemas['SummaryBody'];

type Measure = 'consultations' | 'pupils';

/** Fewest characters of a benefit's code at the head of a column; the legend below says the rest. */
const HEAD = 7;

export async function summary(options: SummaryOptions, desk: Desk): Promise<number> {
  const [region, period] = [regionIn(options.region, desk), periodIn(options.period, desk)];
  const format = options.format ?? (options.csvDe ? 'csv-de' : options.csv ? 'csv' : undefined);
  const isFile = options.out !== undefined;
  if (isFile ? format === undefined : NEEDS_FILE.includes(format)) throw new Usage(desk.words.formatAndFile);
  const service = serviceOf(options, desk);
  await signIn(service, options, desk);
  const { level, by, version, purpose } = options;
  const query: Query = {
    ...(level !== undefined && { level }),
    ...(by !== undefined && { by }),
    ...(version !== undefined && { version: Number(version) }),
  };
  const ask = { path: { region, period }, header: { 'kanon-purpose': purpose } };
  if (format !== undefined) {
    const bytes = async () => (await service.bytes(SUMMARIES, { ...ask, query: { ...query, format } })).body;
    if (options.out === undefined) process.stdout.write(await bytes());
    else await kept(options.out, bytes, desk);
    return EXIT.done;
  }
  const { body } = await service.get(SUMMARIES, { ...ask, query });
  if (options.json) sayJson(body);
  else for (const line of summaryLines(body, desk)) say(line);
  return EXIT.done;
}

/** The file is made before anything is asked for, and goes again where nothing came. */
async function kept(out: string, bytes: () => Promise<Uint8Array>, desk: Desk): Promise<void> {
  const file = await openKept(out, desk.words.fileThere, desk);
  try {
    await file.write(await bytes());
  } finally {
    await file.close();
  }
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
  const names = Object.keys(rows[0]?.[measure] ?? {});
  const heads = headsOf(names);
  const columns = names.map((column): FittingColumn => ({
    head: headOf(column, heads, words),
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

/** Of the benefits among these columns; the same in every table of a scheme, as all have all benefits. */
const headsOf = (columns: readonly string[]): ReadonlyMap<string, string> =>
  shortHeads(
    columns.filter((column) => column !== NOT_ITEMISED && column !== REPORTED_TOTAL),
    HEAD,
  );

function headOf(column: string, heads: ReadonlyMap<string, string>, words: Desk['words']): string {
  if (column === NOT_ITEMISED) return words.notItemised;
  return column === REPORTED_TOTAL ? words.reportedTotal : (heads.get(column) ?? column);
}

/** What the signs and heads mean; the signs only where one is in the table. */
function legendLines({ rows, release }: SummaryBody, { lang, words }: Desk): string[] {
  const cells = rows.flatMap((row) => [...Object.values(row.consultations), ...Object.values(row.pupils)]);
  const benefits = schemeOf(release.scheme)?.benefits ?? [];
  const heads = headsOf(benefits.map(({ code }) => code));
  return [
    ...legendOf(cells, lang),
    `${words.notItemised} = ${words.notItemisedLegend}; ${words.reportedTotal} = ${words.reportedTotalLegend}`,
    benefits.map(({ code, label }) => `${heads.get(code) ?? code} = ${label[lang]}`).join('; '),
  ];
}

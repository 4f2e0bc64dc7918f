/** `kanon series`: released figures of a region over several periods, as a table in the terminal or as the service writes them. */
import type { Call, Schemas } from '../../client/wire.ts';
import { inWords, legendOf } from '../../tables/marks.ts';
import { REPORTED_TOTAL } from '../../tables/table-columns.ts';
import { EXIT } from '../terminal/failure.ts';
import { type AccountOptions, periodIn, regionIn, serviceOf, signIn } from '../service/sign-in.ts';
import { say, sayJson, tableLines } from '../terminal/terminal.ts';
import type { Desk } from '../words/words.ts';

const SERIES = '/v1/regions/{region}/series';
type Asked = Call<'get', typeof SERIES>;
type Query = NonNullable<Asked['query']>;

export interface SeriesOptions extends AccountOptions {
  readonly region: string;
  readonly from: string;
  readonly to: string;
  readonly purpose: Asked['header']['kanon-purpose'];
  readonly level?: NonNullable<Query['level']>;
  readonly by?: NonNullable<Query['by']>;
  readonly asOf?: string;
  readonly updatedAfter?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly csvDe?: true;
}

type SeriesBody = Schemas['SeriesBody'];
type Row = SeriesBody['rows'][number];

export async function series(options: SeriesOptions, desk: Desk): Promise<number> {
  const region = regionIn(options.region, desk);
  const [from, to] = [periodIn(options.from, desk), periodIn(options.to, desk)];
  const service = serviceOf(options, desk);
  await signIn(service, options, desk);
  const { level, by, asOf, updatedAfter, purpose } = options;
  const query: Query = {
    from,
    to,
    ...(level !== undefined && { level }),
    ...(by !== undefined && { by }),
    ...(asOf !== undefined && { asOf }),
    ...(updatedAfter !== undefined && { updatedAfter }),
  };
  const ask = { path: { region }, header: { 'kanon-purpose': purpose } };
  if (options.csv || options.csvDe) {
    const format = options.csvDe ? 'csv-de' : 'csv';
    process.stdout.write((await service.bytes(SERIES, { ...ask, query: { ...query, format } })).body);
    return EXIT.done;
  }
  const { body } = await service.get(SERIES, { ...ask, query });
  if (options.json) sayJson(body);
  else for (const line of seriesLines(body, desk)) say(line);
  return EXIT.done;
}

/** Of each row and period what was reported in total; the rest stands in the CSV. */
function seriesLines({ rows, periods }: SeriesBody, { lang, words }: Desk): string[] {
  const totals = rows.filter(({ column }) => column === REPORTED_TOTAL);
  const cellOf = ({ status, from, to }: Row) => ({
    status,
    from,
    to,
  });
  const head = [words.seriesPeriod, words.key, words.region, words.schools, words.reportedTotal];
  return [
    ...tableLines(
      head,
      totals.map((row) => [
        `${row.period} (${row.version})`,
        row.region,
        row.schoolType === null ? row.name : `${row.name}, ${row.schoolType}`,
        words.ofThese(row.schools.reported, row.schools.expected),
        inWords(cellOf(row), lang),
      ]),
      ['left', 'left', 'left', 'right', 'right'],
    ),
    '',
    ...legendOf(totals.map(cellOf), lang),
    ...periods.flatMap(({ release, hiddenAnew }) =>
      hiddenAnew.length === 0 ? [] : [words.hiddenAnewIn(release.period, release.version, hiddenAnew.length)],
    ),
  ];
}

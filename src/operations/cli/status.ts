/** `kanon status`: who has reported and who is missing; for a reporter, what became of the own reports. */
import type {
  CountyCountsList,
  SchoolStatusBody,
  SchoolStatusList,
} from '../../collection/completeness.dto.ts';
import type { HistoryBody } from '../../collection/report.dto.ts';
import { RETURN_REASONS, type ReturnReason } from '../../collection/return-reasons.ts';
import type { Api } from './api.ts';
import { EXIT } from './failure.ts';
import { type AccountOptions, apiAt, periodIn, regionIn, schoolIn, signIn } from './sign-in.ts';
import { say, sayJson, tableLines } from './terminal.ts';
import { Usage } from './usage.ts';
import { type Desk, momentIn } from './words.ts';

export interface StatusOptions extends AccountOptions {
  readonly region?: string;
  readonly school?: string;
  readonly period: string;
  readonly only?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly csvDe?: true;
}

export async function status(options: StatusOptions, desk: Desk): Promise<number> {
  const { words } = desk;
  const period = periodIn(options.period, desk);
  const { region, school } = options;
  if ((region === undefined) === (school === undefined)) throw new Usage(words.regionOrSchool);
  const where = region === undefined ? '' : regionIn(region, desk);
  const number = school === undefined ? '' : schoolIn(school, desk);
  if (school !== undefined && (options.csv || options.csvDe)) throw new Usage(words.noCsvOfSchool);
  const api = apiAt(options, desk);
  const role = await signIn(api, options, desk);
  if (school !== undefined) return history(api, `/v1/schools/${number}/reports/${period}`, options, desk);

  // A coordinator looks after schools; everybody else may see how many of how many.
  const isCoordinator = role === 'coordinator';
  const query = new URLSearchParams();
  if (isCoordinator && options.only !== undefined) query.set('status', options.only);
  if (options.csv || options.csvDe) query.set('format', options.csvDe ? 'csv-de' : 'csv');
  const path = `/v1/regions/${where}/completeness/${period}${isCoordinator ? '/schools' : ''}?${query.toString()}`;
  if (query.has('format')) {
    process.stdout.write((await api.ask(path)).bytes);
    return EXIT.done;
  }
  const { body } = await api.json<SchoolStatusList | CountyCountsList>(path);
  if (options.json) sayJson(body);
  else for (const line of 'schools' in body ? schoolLines(body, desk) : countyLines(body, desk)) say(line);
  return EXIT.done;
}

function schoolLines({ schools }: SchoolStatusList, desk: Desk): string[] {
  const { lang, words } = desk;
  const state = ({ status: is, reportedAt, returnReason, participation }: SchoolStatusBody): string => {
    if (isVacant({ status: is, participation })) return `${words.statuses.missing} (${words.postVacant})`;
    if (is === 'returned')
      return `${words.statuses.returned}: ${RETURN_REASONS[returnReason as ReturnReason][lang]}`;
    return reportedAt === null ? words.statuses[is] : `${words.statuses[is]} ${momentIn(desk, reportedAt)}`;
  };
  const rows = schools.map((school) => [school.school, school.name, school.type, state(school)]);
  const count = (is: SchoolStatusBody['status']): number =>
    schools.filter((school) => school.status === is).length;
  const vacant = schools.filter(isVacant).length;
  return [
    ...tableLines(words.schoolHead, rows, ['left', 'left', 'left', 'left']),
    '',
    words.shareOfSchools(schools.length, count('reported'), count('missing'), vacant, count('returned')),
  ];
}

/** Missing, and nobody holds the post. */
const isVacant = ({
  status: is,
  participation,
}: Pick<SchoolStatusBody, 'status' | 'participation'>): boolean =>
  is === 'missing' && participation === 'VACANT';

function countyLines({ counties }: CountyCountsList, { words }: Desk): string[] {
  const sum = (of: 'expected' | 'reported' | 'missing' | 'vacant' | 'returned'): number =>
    counties.reduce((all, county) => all + county[of], 0);
  const rows = counties.map((row) => [
    row.region,
    row.name,
    row.expected,
    row.reported,
    row.missing,
    row.returned,
    // Where every post is held there is nothing to say of it.
    ...(sum('vacant') > 0 ? [row.vacant] : []),
  ]);
  const head = sum('vacant') > 0 ? [...words.countyHead, words.vacantHead] : words.countyHead;
  return [
    ...tableLines(head, rows, ['left', 'left', 'right', 'right', 'right', 'right', 'right']),
    '',
    words.shareOfSchools(sum('expected'), sum('reported'), sum('missing'), sum('vacant'), sum('returned')),
  ];
}

/** Numbers and times, and the ETag of what stands, which a correction of somebody else's report must name. */
async function history(api: Api, path: string, { json }: StatusOptions, desk: Desk): Promise<number> {
  const { lang, words } = desk;
  const { body } = await api.json<HistoryBody>(`${path}/history`);
  if (json) {
    sayJson(body);
    return EXIT.done;
  }
  const { etag = '' } = await api.json(path);
  const rows = body.revisions.map(({ number, reportedAt, returned }) => [
    number,
    momentIn(desk, reportedAt),
    returned
      ? `${words.statuses.returned} ${momentIn(desk, returned.returnedAt)}: ${returned.text[lang]}`
      : '',
  ]);
  for (const line of tableLines(words.historyHead, rows, ['right', 'left', 'left'])) say(line);
  say('');
  say(words.revision(etag));
  return EXIT.done;
}

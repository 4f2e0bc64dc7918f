/** `kanon status`: who has reported and who is missing; for a reporter, what became of the own reports. */
import type { Schemas } from '../../client/wire.ts';
import { RETURN_REASONS } from '../../collection/return-reasons.ts';
import { EXIT } from '../terminal/failure.ts';
import type { Service } from '../service/service.ts';
import { type AccountOptions, periodIn, regionIn, schoolIn, serviceOf, signIn } from '../service/sign-in.ts';
import { say, sayJson, tableLines } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { type Desk, momentIn } from '../words/words.ts';

type SchoolStatusBody = Schemas['SchoolStatusBody'];

export interface StatusOptions extends AccountOptions {
  readonly region?: string;
  readonly school?: string;
  readonly period: string;
  readonly only?: SchoolStatusBody['status'];
  readonly json?: true;
  readonly csv?: true;
  readonly csvDe?: true;
}

const COUNTIES = '/v1/regions/{region}/completeness/{period}';
const SCHOOLS = `${COUNTIES}/schools` as const;
const REPORT = '/v1/schools/{school}/reports/{period}';

export async function status(options: StatusOptions, desk: Desk): Promise<number> {
  const { words } = desk;
  const period = periodIn(options.period, desk);
  const { region, school } = options;
  if ((region === undefined) === (school === undefined)) throw new Usage(words.regionOrSchool);
  const where = region === undefined ? '' : regionIn(region, desk);
  const number = school === undefined ? '' : schoolIn(school, desk);
  if (school !== undefined && (options.csv || options.csvDe)) throw new Usage(words.noCsvOfSchool);
  const service = serviceOf(options, desk);
  const role = await signIn(service, options, desk);
  if (school !== undefined) return history(service, { school: number, period }, options, desk);

  const path = { region: where, period };
  // A coordinator looks after schools; everybody else may see how many of how many.
  const isCoordinator = role === 'coordinator';
  const narrowed = options.only === undefined ? {} : { status: options.only };
  if (options.csv || options.csvDe) {
    const format = options.csvDe ? 'csv-de' : 'csv';
    const { body } = isCoordinator
      ? await service.bytes(SCHOOLS, { path, query: { format, ...narrowed } })
      : await service.bytes(COUNTIES, { path, query: { format } });
    process.stdout.write(body);
    return EXIT.done;
  }
  const { body } = isCoordinator
    ? await service.get(SCHOOLS, { path, query: narrowed })
    : await service.get(COUNTIES, { path });
  if (options.json) sayJson(body);
  else for (const line of 'schools' in body ? schoolLines(body, desk) : countyLines(body, desk)) say(line);
  return EXIT.done;
}

function schoolLines({ schools }: Schemas['SchoolStatusList'], desk: Desk): string[] {
  const { lang, words } = desk;
  const state = ({ status: is, reportedAt, returnReason, participation }: SchoolStatusBody): string => {
    if (isVacant({ status: is, participation })) return `${words.statuses.missing} (${words.postVacant})`;
    if (is === 'returned' && returnReason)
      return `${words.statuses.returned}: ${RETURN_REASONS[returnReason][lang]}`;
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

function countyLines({ counties }: Schemas['CountyCountsList'], { words }: Desk): string[] {
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
async function history(
  service: Service,
  path: { readonly school: string; readonly period: string },
  { json }: StatusOptions,
  desk: Desk,
): Promise<number> {
  const { lang, words } = desk;
  const { body } = await service.get(`${REPORT}/history`, { path });
  if (json) {
    sayJson(body);
    return EXIT.done;
  }
  const { etag = '' } = await service.get(REPORT, { path });
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

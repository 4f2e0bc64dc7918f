/** Examples of the API's description: they pass when they are sent, and with the demo they also find something. */
import { firstDay } from '../rules/period.ts';
import { parsePeriodKey, type PeriodKey } from '../rules/period.ts';

/** What a parameter means, and how it looks. */
export interface Known {
  readonly description: string;
  /** Absent where only an answer can give one. */
  readonly example?: string | number;
}

const DAY = 86_400_000;

/** `YYYY-MM-DD`, so many days later. */
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** The quarter in which a day lies, so many quarters later. */
export function quarterOf(day: string, later = 0): PeriodKey {
  const quarters = Number(day.slice(0, 4)) * 4 + Math.ceil(Number(day.slice(5, 7)) / 3) - 1 + later;
  const key = parsePeriodKey(`${Math.floor(quarters / 4)}-Q${(quarters % 4) + 1}`);
  if (!key) throw new RangeError('a day of another century');
  return key;
}

/** Routes that speak of another period than the one that takes reports: a released one, one frozen before, one to come. */
const OF_A_RELEASE = /\/((summaries|outcomes)\/\{period\}|corrections|outcomes-release)$/;
const OF_A_FROZEN_ONE = /\/thaw(\/confirmation)?$/;
const OF_ONE_TO_COME = /^\/v1\/periods\/\{period\}(\/(days|prolongation|withdrawal))?$/;

function quartersLater(path: string): number {
  if (OF_A_RELEASE.test(path)) return -1;
  if (OF_A_FROZEN_ONE.test(path)) return -2;
  return OF_ONE_TO_COME.test(path) ? 1 : 0;
}

/**
 * Parameters of a route by their names, which mean the same everywhere.
 *
 * path   as the description spells it, `/v1/regions/{region}`
 * today  the day on which the description is read, `YYYY-MM-DD`: a bygone period would be no good example
 */
export function parametersAt(path: string, today: string): Readonly<Record<string, Known>> {
  const open = quarterOf(today);
  const period = quarterOf(today, quartersLater(path));
  const month = dayAfter(firstDay(open), -1).slice(0, 7);
  return {
    school: { description: 'Official number of the school, six digits.', example: '900001' },
    period: { description: 'Period in SDMX form: quarter, half-year or year.', example: period },
    region: {
      description: 'Official region key: 2 (state), 3 (district), 5 (county) or 8 digits.',
      example: /\/((summaries|outcomes)\/|series$)/.test(path) ? '051' : '05111',
    },
    county: { description: 'Official key of a county or independent city, 5 digits.', example: '05111' },
    key: {
      description: 'Official region key: 2 (state), 3 (district), 5 (county) or 8 digits.',
      example: '05111',
    },
    release: path.includes('/outcome-releases/')
      ? { description: 'Id of released outcomes, as their answer names it.', example: SOME_ID }
      : { description: 'Id of a release, as `GET /v1/releases` lists them.', example: SOME_ID },
    entry: { description: 'Id of an entry of the access log, as a receipt names it.', example: SOME_ID },
    hold: { description: 'Id of a hold, as the list of holds has it.', example: SOME_ID },
    session: { description: 'Id of a session, as `GET /v1/sessions` lists them.', example: SOME_ID },
    approval: { description: 'Id of a request, as `GET /v1/approvals` lists them.', example: SOME_ID },
    code: path.includes('/reservations/')
      ? {
          description: 'What speaks against the collection.',
          example: path.endsWith('/answer') ? 'SOCIAL_DATA' : 'NOT_KNOWABLE',
        }
      : { description: 'Name of the scheme.', example: 'but-counselling' },
    version: path.includes('/schemes/')
      ? { description: 'Version of the scheme.', example: '1' }
      : { description: 'Version of the release; without it the newest.', example: 1 },
    within: { description: 'Only regions within this one.', example: '05' },
    level: {
      description: 'Level of regions, or of the parts of a region that get a row each.',
      example: 'county',
    },
    by: path.includes('/outcomes/')
      ? { description: 'One row a region, or one a district and body.' }
      : { description: 'One row a region, or one a district and school type.' },
    status: { description: 'Only schools with this status.' },
    format: {
      description: path.includes('/summaries/')
        ? '`json`; `csv` with commas; `csv-de` as German Excel opens it; `xlsx`; `json-stat` (JSON-stat 2.0); `sdmx-csv` (SDMX-CSV 2.1) and its `sdmx-structure`; `pdf` to be filed. Without it, Accept decides.'
        : '`json`, `csv` with commas, or `csv-de` as German Excel opens it.',
    },
    asOf: {
      description: 'Versions that were the newest at this moment, RFC 3339 with its zone.',
      example: `${dayAfter(today, 1)}T00:00:00Z`,
    },
    updatedAfter: {
      description: 'Only periods whose version was released after this moment.',
      example: '2020-01-01T00:00:00Z',
    },
    dryRun: {
      description: '`true` runs the rules only; nothing is stored but the entry of the log.',
    },
    closesMissing: {
      description: 'Last day, `YYYY-MM-DD`, of all that is valid beyond it and not in the list.',
    },
    force: { description: '`true`: also where that closes more than a fifth of what is known.' },
    letters: { description: '`true`: one letter a person, all in one PDF, in place of the codes.' },
    after: { description: '`next` of the page before.' },
    ...accountsAt(path),
    office: { description: 'Only entries of this office.', example: 'Bezirksregierung Düsseldorf' },
    case: { description: 'Why entries of one account are looked for; the protection officer sees it.' },
    action: { description: 'Only entries of this act, such as `report.submit`.', example: 'report.submit' },
    purpose: { description: 'Only entries with this purpose.' },
    decision: { description: 'Only entries with this decision.' },
    ...spanAt(path, today, month),
    'kanon-purpose': { description: 'What the figures are for; it is logged.', example: 'PLANNING' },
    'kanon-confirm': {
      description: '`confirm` of the answer that asked about this very report, not older than ten minutes.',
    },
    'if-match': { description: 'ETag of the revision that this corrects, as an answer gave it.' },
    'if-none-match': {
      description: 'ETag of an answer that is held already: 304 where it still is the answer.',
    },
  };
}

/** Parameters that mean something else for accounts than for entries of the log. */
const accountsAt = (
  path: string,
): Readonly<Record<'account' | 'role' | 'state' | 'cursor' | 'limit', Known>> =>
  path.startsWith('/v1/accounts')
    ? {
        account: { description: 'Id of an account, as `GET /v1/accounts` lists them.', example: SOME_ID },
        role: { description: 'Only accounts with this role.' },
        state: { description: 'Only accounts in this state.' },
        cursor: { description: '`cursor` of the page before.' },
        limit: { description: 'Most accounts of one page.', example: 100 },
      }
    : {
        account: { description: 'Only entries of this account, by its id.' },
        role: { description: 'Only entries of accounts with this role.' },
        state: { description: 'Only those in this state.' },
        cursor: { description: '`next` of the page before.' },
        limit: { description: 'Most entries of one page.', example: 100 },
      };

/** `from` and `to`: months, sizes of trees, or moments. */
function spanAt(path: string, today: string, month: string): Readonly<Record<'from' | 'to', Known>> {
  if (path.endsWith('/statistics'))
    return {
      from: { description: 'First month.', example: month },
      to: { description: 'Last month; it must be over, and at most the third.', example: month },
    };
  if (path.endsWith('/consistency'))
    return {
      from: { description: 'Leaves of the earlier tree.', example: 1 },
      to: { description: 'Leaves of the later tree; at most those of the newest checkpoint.', example: 2 },
    };
  if (path.endsWith('/series'))
    return {
      from: { description: 'First period.', example: quarterOf(today, -1) },
      to: { description: 'Last period, as long as the first.', example: quarterOf(today, -1) },
    };
  return {
    from: {
      description: 'First moment, RFC 3339 with its zone.',
      example: `${dayAfter(today, -1)}T00:00:00Z`,
    },
    to: { description: 'Moment after the last.', example: `${dayAfter(today, 1)}T00:00:00Z` },
  };
}

/** Of no installation in particular: where one is looked up, it answers 404. */
export const SOME_ID = '3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70';

/**
 * Bodies, by method and path. Some have none, for only an answer holds what belongs into them: a one-time code, a refresh
 * token, the signature of a witness.
 */
export const bodiesOn = (today: string): Readonly<Record<string, object | string>> => ({
  'post /v1/sessions': { account: 'meldung', password: 'ein-Satz-zum-Ausprobieren' },
  'post /v1/password-resets': { account: 'meldung' },
  'post /v1/notices/acknowledgement': { upTo: `${today}T08:00:00Z` },
  'post /v1/passwords': {
    account: 'meldung',
    old: 'ein-Satz-zum-Ausprobieren',
    password: 'noch-ein-Satz-zum-Ausprobieren',
  },
  'post /v1/accounts': {
    name: 'meldung-900002',
    role: 'reporter',
    office: 'Sozialarbeit im Ganztag',
    schools: ['900002'],
    mailbox: 'ganztag@schule.example',
  },
  'post /v1/accounts/invitations': {
    list: 'name;role;office;schools;mailbox\nmeldung-900007;reporter;Sozialarbeit;900003;ganztag@schule.example',
  },
  'put /v1/accounts/{account}': { office: 'Sozialarbeit in Teilzeit', schools: ['900002', '900003'] },
  'put /v1/schools/{school}/reports/{period}': {
    scheme: 'but-counselling/1',
    policy: 2,
    cells: [
      {
        benefits: ['AUSFLUG', 'KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG', 'MITTAG', 'TEILHABE'],
        pupils: 9,
        consultations: 14,
      },
      { benefits: ['LERNFOERDERUNG'], pupils: 7, consultations: 19 },
    ],
    none: [],
    withheld: [],
  },
  'put /v1/counties/{county}/outcomes/{period}': {
    scheme: 'but-outcomes/1',
    policy: 2,
    bodies: [
      {
        body: 'SGB2',
        cells: [
          { benefits: ['SCHULBEDARF'], children: 812, grants: 812 },
          { benefits: ['MITTAG'], children: 231, grants: 268 },
        ],
        none: ['AUSFLUG', 'KLASSENFAHRT', 'BEFOERDERUNG', 'LERNFOERDERUNG', 'TEILHABE'],
        withheld: [],
      },
    ],
  },
  'put /v1/accounts/{account}/bodies': { bodies: ['SGB12', 'ASYLBLG'] },
  'post /v1/imports/reports': `school;period;scheme;policy;part;benefits;pupils;consultations\n${[
    'cell;AUSFLUG+KLASSENFAHRT+SCHULBEDARF+BEFOERDERUNG+MITTAG+TEILHABE;9;14',
    'cell;LERNFOERDERUNG;7;19',
  ]
    .map((line) => `900002;2026-Q4;but-counselling/1;2;${line}\n`)
    .join('')}`,
  'post /v1/imports/regions': 'ags;name;typ\n05111001;Erfundene Gemeinde;Gemeinde\n',
  'post /v1/imports/schools':
    'schulnummer;schulform;bezeichnung;ags;kreis_key;schueler_gerundet5\n900005;Grundschule;Erfundene Schule;;05111;250\n',
  'post /v1/imports/participation': 'school;from;to;kind\n900001;2026-08-01;;FUNDED\n',
  'put /v1/regions/{region}/participation/{period}/{school}': { kind: 'VACANT', reason: 'POST_VACANT' },
  'post /v1/regions/{region}/reports/{period}/{school}/return': { reason: 'SCHOOL_ASKED' },
  'put /v1/reminders': { wanted: false },
  'put /v1/regions/{region}/reservations/{period}/{code}/answer': {
    answer: 'BASIS_NAMED',
    norm: 'DSG_NRW_3',
  },
  'put /v1/periods/{period}': {
    scheme: 'but-counselling/1',
    opensOn: firstDay(quarterOf(today, 1)),
    closesOn: dayAfter(firstDay(quarterOf(today, 1)), 130),
  },
  'post /v1/periods/{period}/days': {
    opensOn: dayAfter(firstDay(quarterOf(today, 1)), 7),
    closesOn: dayAfter(firstDay(quarterOf(today, 1)), 130),
  },
  'post /v1/periods/{period}/prolongation': { closesOn: dayAfter(firstDay(quarterOf(today, 1)), 144) },
  'post /v1/periods/{period}/freeze': { confirm: ['not-over', 'incomplete'] },
  'post /v1/periods/{period}/release': { corrections: 'publish' },
  'post /v1/periods/{period}/corrections': { until: dayAfter(today, 14) },
  'post /v1/access-log/holds': {
    first: `${dayAfter(today, -7)}T00:00:00Z`,
    before: `${dayAfter(today, 0)}T00:00:00Z`,
    keepUntil: `${dayAfter(today, 90)}T00:00:00Z`,
  },
});

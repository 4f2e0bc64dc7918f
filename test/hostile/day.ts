/** A hostile day from a seed: everybody tries every route, well and badly, while periods move on. */
import type { Route } from '../../src/access/census.ts';
import { seeded } from '../../src/demo/simulation.ts';
import type { Report } from '../../src/rules/report.ts';
import { REPORT } from '../setup/app.ts';
import { hostileBodies } from '../collection/hostile-bodies.ts';

export interface Attempt {
  readonly who: string;
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

/** Stands in whatever is made up; no answer may repeat it. */
export const PLANTED = 'PLANTED';

const STRANGE = [
  `${PLANTED}-x`,
  '%00',
  '%2e%2e%2f',
  "'; DROP TABLE report; --",
  '𝕏'.repeat(40),
  '-1',
  '9'.repeat(30),
  '',
  '%ff',
  'null',
  '{}',
  '__proto__',
];
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  school: ['990001', '990002', '990003', '990004', '990005', '999999'],
  period: ['2026-Q1', '2027-Q1', '2027-Q2', '2027-Q3', '2031-Q4', '2026'],
  region: ['05', '051', '053', '05111', '05315', '09', '05111000'],
  key: ['05', '051', '05111', '09162'],
  code: ['but-counselling', 'other'],
  version: ['1', '2', '0'],
  release: ['00000000-0000-4000-8000-000000000000'],
};
const QUERIES = [
  'dryRun=true',
  'dryRun=maybe',
  'level=county',
  'level=state',
  'by=school-type',
  'by=benefit',
  'format=csv',
  'format=csv-de',
  'status=missing',
  'limit=5',
  'limit=-5',
  'from=2026-01-01',
  'from=-271821-04-20',
  'decision=refused',
  'region=051',
  'office=%00',
  'cursor=AAAA',
  'after=990001',
  'within=051',
  `${PLANTED}=1`,
  'level=county&level=state',
  '__proto__[x]=1',
];
const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'kanon-purpose': 'PLANNING' },
  { 'kanon-purpose': 'AUDIT' },
  { 'kanon-purpose': PLANTED },
  { 'if-match': '"00000000-0000-4000-8000-000000000000"' },
  { 'if-match': PLANTED },
  { 'if-none-match': '*' },
  {},
];

/** So many attempts; the same for the same seed. */
export function hostileDay(
  seed: number,
  count: number,
  routes: readonly Route[],
  people: readonly string[],
): Attempt[] {
  const rng = seeded(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(rng() * list.length)] as T;
  const chance = (share: number): boolean => rng() < share;
  const bodies = hostileBodies(seed, Math.ceil(count / 4));
  const filled = (path: string): string =>
    path.replace(/:(\w+)/g, (_, name: string) =>
      chance(0.08) ? one(STRANGE) : one(PARAMETERS[name] ?? STRANGE),
    );

  const bodyFor = (route: Route, turn: number): Buffer | undefined => {
    if (route.path.endsWith('/return'))
      return Buffer.from(
        one(['{"reason":"WRONG_PERIOD"}', '{"reason":"SCHOOL_ASKED"}', `{"reason":"${PLANTED}"}`, '']),
      );
    if (route.path.endsWith('/sessions'))
      return Buffer.from(
        one([`{"account":"${PLANTED}${turn}","password":"${PLANTED}"}`, '{"account":1}', '[]']),
      );
    if (route.method !== 'PUT') return chance(0.05) ? bodies[turn % bodies.length]?.bytes : undefined;
    return chance(0.5) ? Buffer.from(JSON.stringify(soundReport(rng))) : bodies[turn % bodies.length]?.bytes;
  };

  return Array.from({ length: count }, (_, turn): Attempt => {
    // A freeze or a release ends what can happen in a period, so they are rare.
    const route = chance(0.4) ? one(routes.filter(({ method }) => method === 'PUT')) : one(routes);
    const isEnd = /\/(freeze|release)$/.test(route.path);
    const path = isEnd && !chance(0.1) ? route.path.replace(':period', '2031-Q4') : filled(route.path);
    // Much of the day is ordinary: own schools, open periods.
    const isOrdinary = route.method === 'PUT' && chance(0.4);
    if (isOrdinary) {
      const place = `/v1/schools/${one(['990001', '990002', '990003'])}/reports/${one(['2026-Q1', '2027-Q1', '2027-Q2'])}`;
      const body = bodyFor(route, turn);
      return { who: one(['reporter', 'colleague']), method: 'PUT', path: place, headers: one(HEADERS), body };
    }
    return {
      who: one(people),
      method: chance(0.02) ? one(['TRACE', 'PATCH', 'DELETE', 'OPTIONS']) : route.method,
      path: path + (chance(0.4) ? `?${one(QUERIES)}` : ''),
      headers: one(HEADERS),
      body: bodyFor(route, turn),
    };
  });
}

/** A report that the rules take, with other numbers each time. */
function soundReport(rng: () => number): Report {
  const pupils = 5 + Math.floor(rng() * 40);
  const [pool, single] = REPORT.cells;
  if (!pool || !single) throw new Error('the worked example has two cells');
  return { ...REPORT, cells: [pool, { ...single, pupils, consultations: pupils + Math.floor(rng() * 50) }] };
}

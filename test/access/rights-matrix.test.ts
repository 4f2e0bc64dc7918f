/** The rights matrix of the product, role by role and route by route, over HTTP and at the gate. */
import { randomUUID } from 'node:crypto';
import type { Actor, Role } from '../../src/access/actor.ts';
import { ROLES } from '../../src/access/actor.ts';
import { Census, type Route } from '../../src/access/census.ts';
import { Gate } from '../../src/access/gate.ts';
import type { Place } from '../../src/access/place.ts';
import { RIGHTS, type ActName } from '../../src/access/rights.ts';
import type { Problem } from '../../src/foundation/problem-shape.ts';
import {
  OPEN_PERIOD,
  REPORT,
  call,
  furnish,
  signedIn,
  startApp,
  type Signed,
  type TestApp,
} from '../setup/app.ts';
import { ownerOf, type Owner } from './house.ts';
import { RELEASED_PERIOD, SOUND_RELEASE, SOUND_ROW, insertion, uuid } from './two-laender.ts';

type Reach =
  | 'own schools'
  | 'own district'
  | 'own district and the state row'
  | 'own county'
  | 'the Land'
  | 'region rows of own county, district and state'
  | 'everything';

/** Each role, for what is its own. */
const EVERYBODY = Object.fromEntries(ROLES.map((role) => [role, 'everything' as const]));

/**
 * The matrix of the product, by hand and on purpose not from the code. A role that is not named may not.
 * A route with an act that has no row here is an error: think first, then write the row.
 */
const MATRIX: Readonly<Record<string, Partial<Record<Role | 'publisher' | 'retention', Reach>>>> = {
  // put, get a report
  'report.submit': { reporter: 'own schools', provider: 'own schools' },
  'report.import': { provider: 'everything' },
  'report.read': { reporter: 'own schools', provider: 'own schools' },
  'report.history': { reporter: 'own schools', provider: 'own schools' },
  // report status: schools for the county, counts for those above
  'completeness.schools': { coordinator: 'own county' },
  'completeness.counts': {
    coordinator: 'own county',
    district: 'own district',
    state: 'everything',
    'disclosure-officer': 'everything',
  },
  // return a report
  'report.return': { coordinator: 'own county' },
  // certificates
  'certificate.read': {
    district: 'everything',
    state: 'everything',
    'disclosure-officer': 'everything',
    'protection-officer': 'everything',
    auditor: 'everything',
  },
  // summaries, releases; the list of releases shows no figure of any region
  'summary.read': {
    reporter: 'region rows of own county, district and state',
    coordinator: 'region rows of own county, district and state',
    district: 'own district and the state row',
    state: 'everything',
    'disclosure-officer': 'everything',
  },
  // what speaks against a collection, and what was answered, is told to every role
  'reservation.list': EVERYBODY,
  'reservation.state': { coordinator: 'own county', 'protection-officer': 'the Land' },
  'reservation.withdraw': { coordinator: 'own county', 'protection-officer': 'the Land' },
  'reservation.answer': { district: 'own district', state: 'everything' },
  // what was granted: an office its own; the others what is released, and who has handed in
  'outcome.submit': { 'benefit-office': 'own county' },
  'outcome.own': { 'benefit-office': 'own county' },
  'outcome.bodies': { admin: 'everything' },
  'outcome.completeness': {
    coordinator: 'own county',
    district: 'own district',
    state: 'everything',
    'disclosure-officer': 'everything',
  },
  'outcome.read': {
    coordinator: 'region rows of own county, district and state',
    district: 'own district and the state row',
    state: 'everything',
    'disclosure-officer': 'everything',
  },
  'series.read': {
    reporter: 'region rows of own county, district and state',
    coordinator: 'region rows of own county, district and state',
    district: 'own district and the state row',
    state: 'everything',
    'disclosure-officer': 'everything',
  },
  'outcome.release': { 'disclosure-officer': 'everything' },
  'release.read': { state: 'everything', 'disclosure-officer': 'everything' },
  'release.list': { district: 'everything', state: 'everything', 'disclosure-officer': 'everything' },
  // freeze, release: two persons
  'period.freeze': { 'disclosure-officer': 'everything' },
  // and taking a freeze back: two persons too
  'period.thaw': { 'disclosure-officer': 'everything' },
  'period.confirm-thaw': { 'disclosure-officer': 'everything' },
  'period.release': { 'disclosure-officer': 'everything' },
  'period.progress': { 'disclosure-officer': 'everything' },
  // open again for corrections, which publishes nothing, and see whose wait
  'period.reopen': { 'disclosure-officer': 'everything' },
  'correction.list': { 'disclosure-officer': 'everything' },
  // see what a release would hide, which publishes nothing
  'release.preview': { 'disclosure-officer': 'everything' },
  'preview.read': { 'disclosure-officer': 'everything' },
  // access log
  'log.read': { auditor: 'everything' },
  'log.entry': { auditor: 'everything' },
  'log.statistics': { auditor: 'everything' },
  'log.bundle': { auditor: 'everything' },
  'log.checkpoint': { auditor: 'everything' },
  'log.reopen': { admin: 'everything' },
  'log.hold': { 'protection-officer': 'everything' },
  'log.holds': { 'protection-officer': 'everything', auditor: 'everything' },
  'log.confirm-hold': { auditor: 'everything' },
  'log.decline-hold': { auditor: 'everything' },
  'log.lift-hold': { 'protection-officer': 'everything', auditor: 'everything' },
  // accounts, regions, schemes, policies
  'account.create': { admin: 'everything' },
  'account.read': { admin: 'everything' },
  'account.list': { coordinator: 'everything', admin: 'everything' },
  'account.invite': { coordinator: 'everything', admin: 'everything' },
  'account.change': { coordinator: 'everything', admin: 'everything' },
  'account.reset': { coordinator: 'everything', admin: 'everything' },
  'account.close': { coordinator: 'everything', admin: 'everything' },
  'account.forget-factors': { coordinator: 'everything', admin: 'everything' },
  // programs and keys, on the host
  'program.change': { admin: 'everything' },
  'program.list': { admin: 'everything' },
  'key.rotate': { admin: 'everything' },
  'key.retire': { admin: 'everything' },
  // what takes two persons
  'approval.list': { admin: 'everything' },
  'approval.give': { admin: 'everything' },
  'approval.refuse': { admin: 'everything' },
  'approval.withdraw': { admin: 'everything' },
  // where the host stood for the second person, told to whoever watches
  'notice.list': { admin: 'everything', auditor: 'everything', 'protection-officer': 'everything' },
  'notice.acknowledge': { admin: 'everything', auditor: 'everything', 'protection-officer': 'everything' },
  // what is one's own
  'account.password': EVERYBODY,
  'account.own': EVERYBODY,
  'account.reminders': EVERYBODY,
  // the key of one's drafts on a device
  'draft.key': { reporter: 'everything', provider: 'everything' },
  // who else has to do with the own school
  'school.people': { reporter: 'own schools', provider: 'own schools' },
  // who looked for whose entries
  'log.cases': { 'protection-officer': 'everything' },
  'session.list': EVERYBODY,
  'session.end': EVERYBODY,
  'device.answer': EVERYBODY,
  'session.step-up': EVERYBODY,
  'factor.list': EVERYBODY,
  'factor.change': EVERYBODY,
  // how the service is set, without secrets
  'setting.list': { admin: 'everything' },
  'reference.import': { admin: 'everything' },
  // who is expected: the list, and changes within a period
  // (a list names its schools line by line: those of other counties are refused by their lines)
  'participation.keep': { coordinator: 'everything', admin: 'everything' },
  'participation.list': { coordinator: 'own county', admin: 'everything' },
  'participation.change': { coordinator: 'own county', admin: 'everything' },
  'period.open': { admin: 'everything' },
  'period.change': { admin: 'everything' },
  'period.prolong': { admin: 'everything' },
  'period.withdraw': { admin: 'everything' },
  // the publisher, which is no person
  'release.protect': { publisher: 'everything' },
  'release.publish': { publisher: 'everything' },
  // nor is what erases the log when its time is over
  'log.erase': { retention: 'everything' },
  'account.erase-names': { retention: 'everything' },
};

/** Where each role stands. Own district 051, own county 05111, own schools 990001 and 990002. */
const SCOPES: Readonly<Record<Role, { region?: string; schools?: string[] }>> = {
  reporter: { schools: ['990001', '990002'] },
  provider: { schools: ['990001', '990002'] },
  coordinator: { region: '05111' },
  'benefit-office': { region: '05111' },
  district: { region: '051' },
  state: { region: '05' },
  'disclosure-officer': { region: '05' },
  'protection-officer': {},
  auditor: {},
  admin: {},
};

interface Spot {
  readonly name: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query?: string;
  /** Reaches that this spot lies within, beside `everything`. */
  readonly within: readonly Reach[];
}

const SCHOOL_SPOTS: readonly Spot[] = [
  { name: 'its own school', path: { school: '990001' }, within: ['own schools'] },
  { name: 'its second school', path: { school: '990002' }, within: ['own schools'] },
  { name: 'a school of another county', path: { school: '990003' }, within: [] },
  { name: 'a school of another district', path: { school: '990004' }, within: [] },
  {
    name: 'its own school in the query, another in the path',
    path: { school: '990004' },
    query: 'school=990001',
    within: [],
  },
];

const COUNTY_SPOTS: readonly Spot[] = [
  { name: 'its own county', path: { county: '05111' }, within: ['own county'] },
  { name: 'another county of its own district', path: { county: '05112' }, within: [] },
  { name: 'a county of another district', path: { county: '05315' }, within: [] },
  { name: 'a county of another Land', path: { county: '09162' }, within: [] },
];

/** Own rows of regions that the own county lies in. */
const above: readonly Reach[] = ['region rows of own county, district and state'];
const stateRow: readonly Reach[] = ['own district and the state row'];
const district: readonly Reach[] = [...stateRow, 'own district'];
const REGION_SPOTS: readonly Spot[] = [
  { name: 'its own district', path: { region: '051' }, within: [...district, ...above] },
  {
    name: 'its own district, by benefit and its level',
    path: { region: '051' },
    query: 'by=benefit&level=district',
    within: [...district, ...above],
  },
  {
    name: 'the counties of its own district',
    path: { region: '051' },
    query: 'level=county',
    within: district,
  },
  {
    name: 'its own county',
    path: { region: '05111' },
    within: [...district, ...above, 'own county'],
  },
  {
    name: 'its own county by school type',
    path: { region: '05111' },
    query: 'by=school-type',
    within: [...district, 'own county'],
  },
  { name: 'another county of its own district', path: { region: '05112' }, within: district },
  {
    name: 'a municipality of its own county',
    path: { region: '05111000' },
    within: [...district, 'own county'],
  },
  {
    name: 'its own district by school type',
    path: { region: '051' },
    query: 'by=school-type',
    within: district,
  },
  { name: 'the state row', path: { region: '05' }, within: [...stateRow, ...above, 'the Land'] },
  {
    name: 'the state row, asked for by level',
    path: { region: '05' },
    query: 'level=state',
    within: [...stateRow, ...above, 'the Land'],
  },
  { name: 'all districts', path: { region: '05' }, query: 'level=district', within: ['the Land'] },
  { name: 'all counties', path: { region: '05' }, query: 'level=county', within: ['the Land'] },
  {
    name: 'all districts by school type',
    path: { region: '05' },
    query: 'by=school-type',
    within: ['the Land'],
  },
  { name: 'another district', path: { region: '053' }, within: [] },
  { name: 'a county of another district', path: { region: '05315' }, within: [] },
  { name: 'another Land', path: { region: '09' }, within: [] },
  {
    name: 'its own district in the query, another in the path',
    path: { region: '053' },
    query: 'region=051',
    within: [],
  },
];

/** What stands in an address by its random id. */
const IDS = ['release', 'entry', 'hold', 'account', 'session', 'approval', 'passkey'];

/** What a route is sent that reads a body. */
function bodyOf({ method, act, path }: Route): unknown {
  if (act?.act === 'account.change') return { office: 'Anderes Amt' };
  // Nobody is invited while roles are tried out: there is no such account.
  if (path === '/v1/accounts/invitations')
    return { list: 'name;role;office;schools;same_person_as\nneu;reporter;Amt;990001;niemand' };
  if (act?.act === 'account.invite')
    return { name: 'neu', role: 'reporter', office: 'Amt', schools: ['990001'], samePersonAs: 'niemand' };
  // Of a scheme of another length, so that nothing is opened while roles are tried out.
  if (act?.act === 'period.open')
    return { scheme: 'but-counselling/2', opensOn: '2031-01-01', closesOn: '2031-05-15' };
  if (act?.act === 'period.change') return { opensOn: '2031-01-01', closesOn: '2031-05-15' };
  if (act?.act === 'period.prolong') return { closesOn: '2031-05-15' };
  if (act?.act === 'notice.acknowledge') return { upTo: '2026-01-01T00:00:00Z' };
  // Whoever has no factor has none to show.
  if (path.endsWith('/step-up')) return { code: '000000' };
  if (act?.act === 'period.reopen') return { until: '2099-12-31' };
  // As it is already, so that nothing changes while roles are tried out.
  if (act?.act === 'participation.change') return { kind: 'FUNDED', reason: 'LIST_WRONG' };
  if (path.endsWith('/answer')) return { answer: 'NOTED' };
  if (act?.act === 'reservation.state') return undefined;
  if (act?.act === 'account.reminders') return { wanted: true };
  if (path.endsWith('/return')) return { reason: 'SCHOOL_ASKED' };
  return method === 'PUT' ? REPORT : undefined;
}

/** It ends every token of whoever asks, so each time somebody else does. */
const endsWhoAsks = ({ method, path }: Route): boolean => method === 'DELETE' && path === '/v1/sessions';

/** Places that a route can be asked for. */
function spotsOf(route: Route): readonly Spot[] {
  const parameters = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const unknown = parameters.filter(
    (name) => !['region', 'county', 'period', 'school', 'code', ...IDS].includes(name ?? ''),
  );
  if (unknown.length > 0) throw new Error(`${route.path}: this test has no place for ${unknown.join(', ')}`);
  if (parameters.includes('region'))
    return REGION_SPOTS.map((spot) => ({
      ...spot,
      path: { ...spot.path, school: '990001', code: 'EFFORT' },
      // Bodies are to outcomes what school types are to the counselling.
      ...(route.path.includes('/outcomes/') &&
        spot.query !== undefined && { query: spot.query.replace('school-type', 'body') }),
    }));
  if (parameters.includes('county')) return COUNTY_SPOTS;
  if (parameters.includes('school')) return SCHOOL_SPOTS;
  return [
    {
      name: 'the Land',
      // Of nothing that there is: nobody is closed and nothing is ended while roles are tried out.
      path: Object.fromEntries(IDS.map((name) => [name, randomUUID()])),
      within: [],
    },
  ];
}

/** Nothing may change while roles are tried out: acts on a period are tried on one that is not there. */
const periodFor = (route: Route): string =>
  route.path.includes('summaries')
    ? RELEASED_PERIOD
    : route.path.includes('reports')
      ? OPEN_PERIOD
      : '2031-Q1';

const isWithin = (spot: Spot, reach: Reach | undefined): boolean =>
  reach === 'everything' || (reach !== undefined && spot.within.includes(reach));

describe('the rights matrix', () => {
  let kanon: TestApp;
  let owner: Owner;
  let routes: Route[];
  const people = new Map<Role, Signed>();
  const entriesKnown = new Map<Role, ReadonlySet<string>>();

  beforeAll(async () => {
    kanon = await startApp({ KANON_LOG_STATISTICS: 'agreed' });
    await furnish(kanon);
    owner = await ownerOf(kanon);
    for (const role of ROLES) people.set(role, await signedIn(kanon, role, SCOPES[role]));
    const insert = async (table: string, row: Record<string, unknown>): Promise<void> => {
      const { text, values } = insertion(table, row);
      await owner.rows(text, values);
    };
    await insert('period', {
      tenant: '05',
      key: RELEASED_PERIOD,
      scheme: 'but-counselling/1',
      policy: 1,
      k: 5,
      opens_on: '2020-01-01',
      closes_on: '2025-12-31',
    });
    await insert('release', { tenant: '05', id: uuid(5), period: RELEASED_PERIOD, ...SOUND_RELEASE });
    for (const region of ['05', '051', '05111', '05112', '053', '05315'])
      await insert('release_row', { tenant: '05', release: uuid(5), region, ...SOUND_ROW });
    for (const region of ['051', '053'])
      await insert('release_row', {
        tenant: '05',
        release: uuid(5),
        region,
        ...SOUND_ROW,
        school_type: 'Gymnasium',
      });
    routes = kanon.app
      .get(Census)
      .routes()
      .filter((route) => route.act);
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  /** Sends the request; what came back, and what the log gained by it. */
  async function attempt(role: Role, route: Route, spot: Spot) {
    const isLast = endsWhoAsks(route);
    const { actor, token } = isLast ? await signedIn(kanon, role, SCOPES[role]) : people.get(role)!;
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => spot.path[name] ?? periodFor(route));
    const body = bodyOf(route);
    const span = route.path.endsWith('/series') ? `from=${RELEASED_PERIOD}&to=${RELEASED_PERIOD}` : undefined;
    const query = [spot.query, span].filter((part) => part !== undefined).join('&');
    const answer = await call(kanon, route.method, path + (query === '' ? '' : `?${query}`), {
      token,
      headers: { 'kanon-purpose': 'PLANNING' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (isLast) return { answer, entries: await owner.entriesOf(actor.account) };
    // Nobody else acts for it, so what was there after its last request was there before this one.
    const known = entriesKnown.get(role) ?? new Set();
    const all = await owner.entriesOf(actor.account);
    entriesKnown.set(role, new Set(all.map((entry) => entry.id)));
    return { answer, entries: all.filter((entry) => !known.has(entry.id)) };
  }

  test('has a row for every act of a route, and one for every act there is', () => {
    expect(routes.map((route) => route.act!.act).filter((act) => !(act in MATRIX))).toEqual([]);
    expect(Object.keys(RIGHTS).sort()).toEqual(Object.keys(MATRIX).sort());
    expect(routes.length).toBeGreaterThanOrEqual(8);
  });

  test.each(ROLES)(
    '%s may what the product says on every route, and every refusal is recorded',
    async (role) => {
      const wrong: string[] = [];
      for (const route of routes) {
        const { act } = route.act!;
        for (const spot of spotsOf(route)) {
          const { answer, entries } = await attempt(role, route, spot);
          const allowed = isWithin(spot, MATRIX[act]?.[role]);
          const [entry] = entries;
          const where = `${role} ${route.method} ${route.path} at ${spot.name}: ${answer.status}, ${entry?.decision ?? 'no entry'}`;
          if (entries.length !== 1 || entry?.action !== act)
            wrong.push(`${where} (${entries.length} entries)`);
          if (allowed ? [401, 403].includes(answer.status) || answer.status >= 500 : answer.status !== 403)
            wrong.push(`${where}, but the product says ${allowed ? 'yes' : 'no'}`);
          if (!allowed && (entry?.decision !== 'refused' || entry.rules.join() !== 'not-allowed'))
            wrong.push(`${where} ${entry?.rules.join() ?? ''}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  test.each([
    ['051', '', ['051']],
    ['051', '?level=county', ['05111', '05112']],
    ['05111', '', ['05111']],
    ['05', '', ['05']],
    ['051', '?by=school-type', ['051']],
  ])('a district that asks for %s%s gets these rows and no other', async (region, query, rows) => {
    const { body, status } = await call(
      kanon,
      'GET',
      `/v1/regions/${region}/summaries/${RELEASED_PERIOD}${query}`,
      {
        token: people.get('district')!.token,
        headers: { 'kanon-purpose': 'PLANNING' },
      },
    );
    expect([status, body.rows.map((row: { region: string }) => row.region)]).toEqual([200, rows]);
  });

  test('a level given twice shows a district nothing of another', async () => {
    for (const query of ['level=state&level=district', 'level[]=county', 'level=', 'LEVEL=county']) {
      const { status, text } = await call(
        kanon,
        'GET',
        `/v1/regions/05/summaries/${RELEASED_PERIOD}?${query}`,
        {
          token: people.get('district')!.token,
          headers: { 'kanon-purpose': 'PLANNING' },
        },
      );
      expect([query, [400, 403].includes(status), text.includes('053')]).toEqual([query, true, false]);
    }
  });

  describe('at the gate itself, with acts that no route has', () => {
    const system = (role: Actor['role']): Actor => ({
      tenant: '05',
      role,
      account: randomUUID(),
      system: 'test',
      schools: [],
    });
    const everyone = [...ROLES, 'publisher', 'retention'] as const;

    test.each(Object.keys(MATRIX))('%s is for those whom the product names', async (act) => {
      // Whoever may somewhere may at one of these: the own county with its school, or the Land.
      const places = [{ school: '990001', region: '05111' }, { region: '05' }] as Place[];
      const may: string[] = [];
      for (const role of everyone) {
        const scope = role === 'publisher' || role === 'retention' ? {} : SCOPES[role];
        const actor = {
          ...system(role),
          ...scope,
          schools: scope.schools ?? [],
          counties: scope.schools ? ['05111'] : [],
        } as unknown as Actor;
        const passed: unknown[] = [];
        for (const place of places)
          passed.push(
            await kanon.app
              .get(Gate)
              .pass({ actor, act: act as ActName, place: () => place, purpose: 'AUDIT' }, async () => true)
              .catch((error: unknown) => (error as Problem).status),
          );
        if (passed.includes(true)) may.push(role);
        expect([role, passed.filter((one) => one !== true && one !== 403)]).toEqual([role, []]);
        const entries = await owner.entriesOf(actor.account);
        expect(entries.map(({ decision }) => decision === 'allowed').sort()).toEqual(
          passed.map((one) => one === true).sort(),
        );
      }
      expect(may.sort()).toEqual(Object.keys(MATRIX[act]!).sort());
    });
  });

  test('every role may something beside what is its own', () => {
    const own: readonly string[] = [
      'account.password',
      'session.list',
      'session.end',
      'device.answer',
      'session.step-up',
      'factor.list',
      'factor.change',
      'account.own',
      'account.reminders',
      'reservation.list',
    ];
    const acts = Object.entries(MATRIX).filter(([act]) => !own.includes(act));
    const named = new Set(acts.flatMap(([, row]) => Object.keys(row)));
    expect(ROLES.filter((role) => !named.has(role))).toEqual([]);
    for (const act of own) expect(Object.keys(MATRIX[act]!)).toEqual([...ROLES]);
  });
});

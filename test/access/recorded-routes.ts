/** A request for every recorded route that is allowed and answers with data, made from the census and the rights table. */
import type { Role } from '../../src/access/actor.ts';
import { Census, type Route } from '../../src/access/census.ts';
import type { Act } from '../../src/access/rights.ts';
import { rightOf } from '../../src/access/rights.ts';
import { REPORT, call, signedIn, type Signed, type TestApp } from '../setup/app.ts';
import type { Owner } from './house.ts';
import { SOUND_RELEASE, SOUND_REPORT, SOUND_ROW, insertion, uuid } from './two-laender.ts';

const SCOPES: Partial<Record<Role, { region?: string; schools?: string[] }>> = {
  reporter: { schools: ['990001', '990002'] },
  coordinator: { region: '05111' },
  district: { region: '051' },
  state: { region: '05' },
  'disclosure-officer': { region: '05' },
};

/** What a route needs beside its place; a new route needs nothing here unless it takes a body or a query. */
const BODIES: Partial<Record<Act, unknown>> = {
  'report.submit': REPORT,
  'report.return': { reason: 'SCHOOL_ASKED' },
  'period.reopen': { until: '2099-12-31' },
};
const QUERIES: Readonly<Record<string, string>> = {
  '/v1/access-log/bundle': 'from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z',
  '/v1/access-log/consistency': 'from=0&to=1',
  '/v1/access-log/statistics': 'from=2026-01&to=2026-01',
};

const DAY = 86_400_000;
/** Each asks for a time of its own: of overlapping ones a second has to wait. */
let holdsAsked = 0;
const newHold = () => {
  const first = Date.parse('2020-01-01T00:00:00Z') + holdsAsked++ * DAY;
  const [from, before, keepUntil] = [first, first + DAY, Date.now() + 30 * DAY].map((time) =>
    new Date(time).toISOString(),
  );
  return { first: from, before, keepUntil };
};

/** One set of periods, each in the state that an act asks for; what changes one uses it up. */
export interface World {
  readonly release: string;
  readonly open: string;
  readonly toFreeze: string;
  readonly toRelease: string;
  readonly toPreview: string;
  readonly released: string;
  /** Two that wait for an answer, one that was confirmed. */
  readonly holds: Readonly<Record<'toConfirm' | 'toDecline' | 'toLift', string>>;
}

/** Periods of a year of their own: two that are open, two frozen, one released; and one school that has reported. */
export async function furnishWorld(owner: Owner, year: number): Promise<World> {
  const insert = async (table: string, row: Record<string, unknown>): Promise<void> => {
    const { text, values } = insertion(table, row);
    await owner.rows(text, values);
  };
  const [open, toFreeze, toRelease, released] = [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`) as [
    string,
    string,
    string,
    string,
  ];
  const release = uuid(year);
  const terms = {
    scheme: 'but-counselling/1',
    policy: 1,
    k: 5,
    opens_on: '2020-01-01',
    closes_on: '2090-01-01',
  };
  const frozen = { state: 'frozen', frozen_at: '2026-01-02', frozen_by: uuid(801), frozen_person: uuid(802) };
  const asked = {
    release_asked_at: '2026-01-03',
    release_asked_by: uuid(803),
    release_asked_person: uuid(804),
  };
  await owner.rows(`SELECT open_year($1)`, [open]);
  for (const key of [open, toFreeze]) await insert('period', { tenant: '05', key, ...terms });
  await insert('period', { tenant: '05', key: toRelease, ...terms, ...frozen });
  const toPreview = `${year}-S1`;
  await insert('period', { tenant: '05', key: toPreview, ...terms, ...frozen });
  await insert('period', { tenant: '05', key: released, ...terms, ...frozen, ...asked, state: 'released' });
  await insert('report', { tenant: '05', period: open, school: '990001', ...SOUND_REPORT });
  await insert('report_revision', {
    tenant: '05',
    period: open,
    school: '990001',
    number: 1,
    reported_at: '2026-02-01',
  });
  await insert('release', { tenant: '05', id: release, period: released, ...SOUND_RELEASE });
  for (const region of ['05', '051'])
    await insert('release_row', { tenant: '05', release, region, ...SOUND_ROW });
  await insert('release_source', { tenant: '05', release, schools: '[]', reports: '[]' });
  await insert('release_certificate', { tenant: '05', release, certificate: 'e30.e30.AA\n{}' });
  const hold = async (word?: string): Promise<string> => {
    const { first, before, keepUntil } = newHold();
    const [row] = await owner.rows<{ id: string }>(
      `INSERT INTO log_hold (tenant, account, person, first, before, keep_until) VALUES ('05', $1, $2, $3, $4, $5) RETURNING id`,
      [uuid(805), uuid(806), first, before, keepUntil],
    );
    const said = {
      tenant: '05',
      hold: row!.id,
      word,
      role: 'auditor',
      account: uuid(807),
      person: uuid(808),
    };
    if (word) await insert('log_hold_word', said);
    return row!.id;
  };
  const holds = { toConfirm: await hold(), toDecline: await hold(), toLift: await hold('confirm') };
  return { release, open, toFreeze, toRelease, toPreview, released, holds };
}

export interface Asked {
  readonly route: Route;
  /** Method and pattern: how a fault names the route. */
  readonly name: string;
  /** Sends it, with more behind the query that it needs. */
  send(world: World, more?: string): ReturnType<typeof call>;
  /** The account that it is sent by. */
  readonly account: string | undefined;
}

/** Every recorded route with somebody who may ask it. */
export async function recordedRoutes(kanon: TestApp, entry: string): Promise<Asked[]> {
  const people = new Map<Role, Signed>();
  const asked: Asked[] = [];
  for (const route of kanon.app.get(Census).routes()) {
    if (!route.act) continue;
    const { act } = route.act;
    const [role] = Object.keys(rightOf(act).reach) as [Role];
    const person = people.get(role) ?? (await signedIn(kanon, role, SCOPES[role]));
    people.set(role, person);
    const body = (): unknown => (act === 'log.hold' ? newHold() : BODIES[act]);
    const query = QUERIES[route.path];
    asked.push({
      route,
      name: `${route.method} ${route.path}`,
      account: person.actor.account,
      send: (world, more) =>
        call(kanon, route.method, pathOf(route, world, entry, person) + queryOf(query, more), {
          token: person.token,
          headers: { 'kanon-purpose': 'PLANNING' },
          ...(body() === undefined ? {} : { body: JSON.stringify(body()) }),
        }),
    });
  }
  return asked;
}

const queryOf = (...parts: (string | undefined)[]): string => {
  const asked = parts.filter((part) => part !== undefined);
  return asked.length > 0 ? `?${asked.join('&')}` : '';
};

function pathOf(route: Route, world: World, entry: string, { actor }: Signed): string {
  const places: Readonly<Record<string, string>> = {
    entry,
    release: world.release,
    region: actor.region ?? '05',
    // What is handed in is new; what is read or sent back was handed in.
    school: route.act?.act === 'report.submit' ? '990002' : '990001',
    period: periodOf(route, world),
    hold: world.holds[HOLDS[route.act?.act ?? ''] ?? 'toLift'],
  };
  return route.path.replace(/:(\w+)/g, (_, name: string) => {
    const place = places[name];
    if (place === undefined) throw new Error(`${route.path}: this test has no place for ${name}`);
    return place;
  });
}

const HOLDS: Readonly<Record<string, keyof World['holds']>> = {
  'log.confirm-hold': 'toConfirm',
  'log.decline-hold': 'toDecline',
};

function periodOf({ act }: Route, world: World): string {
  if (act?.act === 'period.freeze') return world.toFreeze;
  if (act?.act === 'period.release') return world.toRelease;
  if (act?.act === 'release.preview' || act?.act === 'preview.read') return world.toPreview;
  return act?.act === 'summary.read' || act?.act === 'period.reopen' ? world.released : world.open;
}

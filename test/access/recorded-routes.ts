/** A request for every recorded route that is allowed and answers with data, made from the census and the rights table. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '../../src/access/actor.ts';
import { Census, type Route } from '../../src/access/census.ts';
import type { ActName } from '../../src/access/rights.ts';
import { rightOf } from '../../src/access/rights.ts';
import { FIRST_EPOCH } from '../../src/identity/account.ts';
import { FactorSeal } from '../../src/identity/factor-seal.ts';
import { codeDigest, newCode } from '../../src/identity/one-time-code.ts';
import { DeviceSignIn } from '../../src/identity/sign-in-device.ts';
import { Tokens } from '../../src/identity/token.ts';
import { PasskeyChallenges } from '../../src/identity/passkey-challenges.ts';
import { newTotpSecret, stepAt, totpAt } from '../../src/identity/totp.ts';
import { MEANT, REPORT, call, signedIn, type Signed, type TestApp } from '../setup/app.ts';
import { twoFactors } from '../setup/factors.ts';
import { SoftAuthenticator } from '../setup/soft-authenticator.ts';
import type { Owner } from './house.ts';
import {
  SOUND_OUTCOME,
  SOUND_OUTCOME_RELEASE,
  SOUND_OUTCOME_ROW,
  SOUND_PASSKEY,
  SOUND_RELEASE,
  SOUND_REPORT,
  SOUND_ROW,
  SOUND_SESSION,
  insertion,
  uuid,
} from './two-laender.ts';

const SCOPES: Partial<Record<Role, { region?: string; schools?: string[] }>> = {
  reporter: { schools: ['990001', '990002'] },
  provider: { schools: ['990003'] },
  coordinator: { region: '05111' },
  'benefit-office': { region: '05111' },
  district: { region: '051' },
  state: { region: '05' },
  'disclosure-officer': { region: '05' },
};

/** What a route needs beside its place; a new route needs nothing here unless it takes a body or a query. */
const BODIES: Partial<Record<ActName, unknown>> = {
  'report.submit': REPORT,
  'participation.change': { kind: 'OTHER', reason: 'FUNDING_CHANGED' },
  'account.reminders': { wanted: true },
  'reservation.answer': { answer: 'NOTED' },
  'report.return': { reason: 'SCHOOL_ASKED' },
  'outcome.submit': { scheme: 'but-outcomes/1', policy: 1, bodies: [{ body: 'SGB2', gap: 'LATE' }] },
  'period.reopen': { until: '2099-12-31' },
  'account.change': { office: 'Anderes Amt' },
  'notice.acknowledge': { upTo: '2026-01-01T00:00:00Z' },
  'period.open': { scheme: 'but-counselling/1', opensOn: '2020-01-01', closesOn: '2090-01-01' },
  'period.change': { opensOn: '2020-01-02', closesOn: '2090-01-02' },
  'period.freeze': MEANT,
  'device.answer': { code: 'BCDF-GHJK', say: 'look' },
};
/** Those that no second request may repeat. */
let prolonged = 2090;
const NEW_BODIES: Partial<Record<ActName, () => unknown>> = {
  'period.prolong': () => ({ closesOn: `${++prolonged}-01-01` }),
  'log.hold': () => newHold(),
  'account.invite': () => ({
    name: `neu-${randomUUID()}`,
    role: 'reporter',
    office: 'Erfundenes Amt',
    schools: ['990001'],
  }),
};
/** Of routes that take a list, whatever the act. */
const LISTS: Readonly<Record<string, () => unknown>> = {
  'PUT /v1/accounts/:account/bodies': () => ({ bodies: ['SGB12'] }),
  'POST /v1/accounts/invitations': () => ({
    list: `name;role;office;schools\nneu-${randomUUID()};reporter;Erfundenes Amt;990001`,
  }),
};
/** REPORT of a school that has not reported yet, as a file of many. */
const reportsFile = ({ open }: World): string =>
  [
    'school;period;scheme;policy;part;benefits;pupils;consultations',
    ...REPORT.cells.map(
      ({ benefits, pupils, consultations }) => `cell;${benefits.join('+')};${pupils};${consultations}`,
    ),
    `none;${REPORT.none.join('+')};;`,
    `withheld;${REPORT.withheld.join('+')};;`,
  ]
    .map((line, at) => (at === 0 ? line : `990003;${open};${REPORT.scheme};${REPORT.policy};${line}`))
    .join('\n');
/** Of routes that take one as it was saved. */
const FILES: Readonly<Record<string, string>> = {
  '/v1/imports/regions': 'ags;name;typ\n05111001;Erfunden;Stadt\n',
  '/v1/imports/schools':
    'schulnummer;schulform;bezeichnung;ags;kreis_key;schueler_gerundet5\n990005;Gesamtschule;Erfunden;;05315;400\n',
  '/v1/imports/participation': 'school;from;to;kind\n990002;2031-01-01;;FUNDED\n',
};
const QUERIES: Readonly<Record<string, string>> = {
  '/v1/access-log/bundle': 'from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z',
  '/v1/access-log/consistency': 'from=0&to=1',
  '/v1/access-log/statistics': 'from=2026-01&to=2026-01',
};

const OFFICE = 'Erfundenes Amt';
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
  /** Released, and an office has handed in; no other act changes it. */
  readonly withOutcomes: string;
  /** Of the administration, twenty years later: one not there yet, and two that are empty. */
  readonly toOpen: string;
  readonly toWithdraw: string;
  readonly toChange: string;
  /** Frozen, and somebody asks to thaw it. */
  readonly toThaw: string;
  /** Two that wait for an answer, one that was confirmed. */
  readonly holds: Readonly<Record<'toConfirm' | 'toDecline' | 'toLift', string>>;
  readonly accounts: Readonly<
    Record<'toClose' | 'toReset' | 'toChange' | 'toForget' | 'toGiveBodies', string>
  >;
  /** Three that wait, and the administrator who asked. */
  readonly approvals: Readonly<Record<'toGive' | 'toRefuse' | 'toWithdraw', string>>;
  readonly asker: Leaver;
  /** Whoever ends sessions acts no more afterwards: so for each of these routes somebody of its own, with one session. */
  readonly leavers: Readonly<Record<string, Leaver>>;
}

interface Leaver {
  readonly account: string;
  readonly person: string;
  readonly session: string;
  /** Of an authenticator app that waits for its first code. */
  readonly secret: Buffer;
  readonly recoveryCode: string;
  readonly passkey: string;
}
const OF_FACTORS = [
  '/v1/factors/totp',
  '/v1/factors/totp/confirmation',
  '/v1/factors/recovery-codes',
  '/v1/factors/passkeys/options',
  '/v1/factors/passkeys',
  '/v1/factors/passkeys/:passkey',
  '/v1/sessions/current/step-up',
  '/v1/sessions/current/step-up/challenge',
];
const LEAVING = ['/v1/sessions', '/v1/sessions/current', '/v1/sessions/:session', ...OF_FACTORS];
const BY_ITSELF: readonly string[] = ['session.end', 'session.step-up', 'factor.change'];

/** Periods of a year of their own: two that are open, two frozen, one released; and one school that has reported. */
export async function furnishWorld(
  owner: Owner,
  year: number,
  { app }: Pick<TestApp, 'app'>,
): Promise<World> {
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
  const [toPreview, withOutcomes] = [`${year}-S1`, `${year}-S2`];
  await insert('period', { tenant: '05', key: toPreview, ...terms, ...frozen });
  await insert('period', { tenant: '05', key: released, ...terms, ...frozen, ...asked, state: 'released' });
  const [toOpen, toWithdraw, toChange, toThaw] = [1, 2, 3, 4].map(
    (quarter) => `${year + 20}-Q${quarter}`,
  ) as [string, string, string, string];
  for (const key of [toWithdraw, toChange]) await insert('period', { tenant: '05', key, ...terms });
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
  const office = { tenant: '05', county: '05111', body: 'SGB2', ...SOUND_OUTCOME };
  await insert('period', {
    tenant: '05',
    key: withOutcomes,
    ...terms,
    ...frozen,
    ...asked,
    state: 'released',
  });
  await insert('outcome', { ...office, period: withOutcomes });
  await insert('outcome_release', {
    tenant: '05',
    id: release,
    period: withOutcomes,
    ...SOUND_OUTCOME_RELEASE,
  });
  for (const region of ['05', '051', '05111'])
    await insert('outcome_release_row', { tenant: '05', release, region, ...SOUND_OUTCOME_ROW });
  await insert('outcome_source', { tenant: '05', release, outcomes: '[]' });
  await insert('outcome_certificate', { tenant: '05', release, certificate: 'e30.e30.AA' });
  await insert('release_source', { tenant: '05', release, schools: '[]', reports: '[]' });
  await insert('release_certificate', { tenant: '05', release, certificate: 'e30.e30.AA\n{}' });
  await owner.rows(
    `INSERT INTO device_grant (tenant, device, code, ends_at) VALUES ('05', $1, $2, now() + interval '14 minutes') ON CONFLICT DO NOTHING`,
    [randomBytes(32), app.get(DeviceSignIn).codeDigest('BCDF-GHJK')],
  );
  for (const code of Object.values(CONCERNS_ASKED))
    await insert('reservation', { tenant: '05', period: open, region: '05111', code, stated_by: uuid(809) });
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
  const account = async (role: Role): Promise<Leaver> => {
    const [account, person, session] = [randomUUID(), randomUUID(), randomUUID()];
    const region = role === 'disclosure-officer' ? '05' : role === 'benefit-office' ? '05111' : null;
    const names = {
      tenant: '05',
      id: account,
      name: `konto-${account}`,
      person,
      office: OFFICE,
      role,
      region,
    };
    await insert('account', names);
    const of = { tenant: '05', id: session, account };
    await insert('session', { ...of, ...SOUND_SESSION, ends_at: '2090-01-01' });
    // An app that is set up, another that waits, a passkey, and a recovery code.
    const [secret, recoveryCode, mine] = [newTotpSecret(), newCode(), { tenant: '05', account }];
    const sealed = app.get(FactorSeal).seal(secret, mine);
    const now = new Date().toISOString();
    await insert('account_totp', { ...mine, sealed, confirmed_at: now, pending: sealed, pending_at: now });
    const passkey = randomUUID();
    await insert('passkey', { ...mine, ...SOUND_PASSKEY, id: passkey, credential: randomBytes(16) });
    await insert('recovery_code', { ...mine, hash: codeDigest(recoveryCode) });
    return { account, person, session, secret, recoveryCode, passkey };
  };
  const [toClose, toReset, changing, toForget, toGiveBodies] = [
    (await account('reporter')).account,
    (await account('reporter')).account,
    (await account('reporter')).account,
    (await account('reporter')).account,
    (await account('benefit-office')).account,
  ];
  const leavers: Record<string, Leaver> = {};
  for (const path of LEAVING) leavers[path] = await account('auditor');
  const asking = await account('disclosure-officer');
  await insert('period', {
    ...{ tenant: '05', key: toThaw, ...terms, ...frozen },
    ...{ thaw_asked_at: new Date(), thaw_asked_by: asking.account, thaw_asked_person: asking.person },
  });
  const accounts = { toClose, toReset, toChange: changing, toForget, toGiveBodies };
  const periods = {
    open,
    toFreeze,
    toRelease,
    toPreview,
    released,
    withOutcomes,
    toOpen,
    toWithdraw,
    toChange,
    toThaw,
  };
  const asker = await account('admin');
  const approval = async (): Promise<string> => {
    const { account: concerned, person } = await account('auditor');
    const [row] = await owner.rows<{ id: string }>(
      `INSERT INTO approval (tenant, what, account, role, person, asked_by, asked_person)
       VALUES ('05', 'reset', $1, 'auditor', $2, $3, $4) RETURNING id`,
      [concerned, person, asker.account, asker.person],
    );
    return row!.id;
  };
  const approvals = { toGive: await approval(), toRefuse: await approval(), toWithdraw: await approval() };
  return { release, ...periods, holds, accounts, leavers, asker, approvals };
}

export interface Asked {
  readonly route: Route;
  /** Method and pattern: how a fault names the route. */
  readonly name: string;
  /** Sends it, with more behind the query that it needs. */
  send(world: World, more?: string): ReturnType<typeof call>;
  /** The account that it is sent by. */
  accountIn(world: World): string | undefined;
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
    if (role === 'benefit-office' && !people.has(role)) await giveBody(kanon, person);
    people.set(role, person);
    const body = (): unknown =>
      LISTS[`${route.method} ${route.path}`]?.() ?? NEW_BODIES[act]?.() ?? BODIES[act];
    const queryIn = ({ released }: World) =>
      act === 'series.read' ? `from=${released}&to=${released}` : QUERIES[route.path];
    const leaverIn = ({ leavers, asker }: World) =>
      BY_ITSELF.includes(act) ? leavers[route.path] : act === 'approval.withdraw' ? asker : undefined;
    const tokenIn = async (world: World): Promise<string> => {
      const leaver = leaverIn(world);
      return leaver ? tokenOf(kanon, leaver, route, role) : person.token;
    };
    asked.push({
      route,
      name: `${route.method} ${route.path}`,
      accountIn: (world) => leaverIn(world)?.account ?? person.actor.account,
      send: async (world, more) => {
        const file = route.path === '/v1/imports/reports' ? reportsFile(world) : FILES[route.path];
        const sent = proofFor(kanon, route, leaverIn(world)) ?? body();
        return call(
          kanon,
          route.method,
          pathOf(route, world, entry, person) + queryOf(queryIn(world), more),
          {
            token: await tokenIn(world),
            headers: {
              'kanon-purpose': 'PLANNING',
              ...(file !== undefined && { 'content-type': 'text/csv' }),
            },
            ...(sent === undefined && file === undefined ? {} : { body: file ?? JSON.stringify(sent) }),
          },
        );
      },
    });
  }
  return asked;
}

/** An office without a body has nothing to hand in. */
async function giveBody(kanon: TestApp, { actor }: Signed): Promise<void> {
  const { token } = await signedIn(kanon, 'admin');
  const path = `/v1/accounts/${actor.account ?? ''}/bodies`;
  const { status } = await call(kanon, 'PUT', path, { token, body: JSON.stringify({ bodies: ['SGB2'] }) });
  if (status !== 200) throw new Error('no body was given');
}

/** What shows that somebody holds a factor. */
function proofFor({ app, settings }: TestApp, { path }: Route, leaver: Leaver | undefined): unknown {
  if (!leaver) return undefined;
  if (path.endsWith('/passkeys')) {
    const challenge = app.get(PasskeyChallenges).make({ setUpBy: leaver.account });
    return new SoftAuthenticator(settings.publicUrl).made(challenge.toString('base64url'));
  }
  if (path.endsWith('/confirmation')) return { code: totpAt(leaver.secret, stepAt(Date.now())) };
  return path.endsWith('/step-up') ? { code: leaver.recoveryCode } : undefined;
}

/** Of another session than the one that is ended by its id. */
async function tokenOf({ app }: TestApp, leaver: Leaver, { path, act }: Route, first: Role): Promise<string> {
  const { account, person, session } = leaver;
  const facts = {
    tenant: '05',
    id: account,
    name: account,
    person,
    office: OFFICE,
    role: act?.act === 'approval.withdraw' ? first : ('auditor' as const),
  };
  const { token } = await app
    .get(Tokens)
    .issue(
      { ...facts, region: null, schools: [], passwordHash: null, epoch: FIRST_EPOCH },
      path.endsWith(':session') ? randomUUID() : session,
      twoFactors(),
    );
  return token;
}

const queryOf = (...parts: (string | undefined)[]): string => {
  const asked = parts.filter((part) => part !== undefined);
  return asked.length > 0 ? `?${asked.join('&')}` : '';
};

function pathOf(route: Route, world: World, entry: string, { actor }: Signed): string {
  const places: Readonly<Record<string, string>> = {
    entry,
    release: world.release,
    // A reservation is a county's.
    region: route.act?.act === 'reservation.answer' ? '05111' : (actor.region ?? '05'),
    county: actor.region ?? '05111',
    // What is handed in is new; what is read or sent back was handed in.
    school: route.act?.act === 'report.submit' ? '990002' : '990001',
    period: periodOf(route, world),
    code: CONCERNS_ASKED[route.act?.act ?? ''] ?? 'EFFORT',
    hold: world.holds[HOLDS[route.act?.act ?? ''] ?? 'toLift'],
    account: world.accounts[ACCOUNTS[route.act?.act ?? ''] ?? 'toChange'],
    session: world.leavers[route.path]?.session ?? '',
    passkey: world.leavers[route.path]?.passkey ?? '',
    approval: world.approvals[APPROVALS[route.act?.act ?? ''] ?? 'toGive'],
  };
  return route.path.replace(/:(\w+)/g, (_, name: string) => {
    const place = places[name];
    if (place === undefined) throw new Error(`${route.path}: this test has no place for ${name}`);
    return place;
  });
}

/** Two stand there already: one is taken back, one answered. */
const CONCERNS_ASKED: Readonly<Record<string, string>> = {
  'reservation.withdraw': 'SECRECY',
  'reservation.answer': 'SOCIAL_DATA',
};

const HOLDS: Readonly<Record<string, keyof World['holds']>> = {
  'log.confirm-hold': 'toConfirm',
  'log.decline-hold': 'toDecline',
};

const ACCOUNTS: Readonly<Record<string, keyof World['accounts']>> = {
  'account.close': 'toClose',
  'account.reset': 'toReset',
  'account.forget-factors': 'toForget',
  'outcome.bodies': 'toGiveBodies',
};

const KEPT: Readonly<Record<string, 'toOpen' | 'toWithdraw' | 'toChange' | 'toThaw' | 'toPreview'>> = {
  'period.open': 'toOpen',
  'period.withdraw': 'toWithdraw',
  'period.change': 'toChange',
  'period.prolong': 'toChange',
  'period.thaw': 'toPreview',
  'period.confirm-thaw': 'toThaw',
};

const APPROVALS: Readonly<Record<string, keyof World['approvals']>> = {
  'approval.refuse': 'toRefuse',
  'approval.withdraw': 'toWithdraw',
};

function periodOf({ act }: Route, world: World): string {
  const kept = KEPT[act?.act ?? ''];
  if (kept) return world[kept];
  if (act?.act === 'period.freeze') return world.toFreeze;
  if (act?.act === 'period.release') return world.toRelease;
  if (act?.act === 'release.preview' || act?.act === 'preview.read') return world.toPreview;
  if (act?.act === 'outcome.read' || act?.act === 'outcome.release') return world.withOutcomes;
  return act?.act === 'summary.read' || act?.act === 'period.reopen' ? world.released : world.open;
}

/** Whatever somebody writes behind the question mark: what a route does not declare is refused, and no entry repeats it. */
import { FORM } from '../../src/foundation/http/request-headers.ts';
import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { Act } from '../../src/access/act.ts';
import { Census, type Route } from '../../src/access/census.ts';
import { everywhere } from '../../src/access/place.ts';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { fieldsOf } from '../../src/foundation/http/query.ts';
import { call, furnish, signedIn, type TestApp } from '../setup/app.ts';
import { ownerOf, startWith, type LoggedEntry, type Owner } from './house.ts';
import { furnishWorld, recordedRoutes, type Asked, type World } from './recorded-routes.ts';

const OF_ROWS = [
  'GET /v1/regions/:region/summaries/:period',
  'GET /v1/regions/:region/outcomes/:period',
  'GET /v1/regions/:region/series',
];

/** What an entry says in fields of its own, and which routes may be asked for it. By hand: a new one is looked at here. */
const TELLING: Readonly<Record<string, { readonly value: string; readonly routes: readonly string[] }>> = {
  dryRun: {
    value: 'true',
    routes: [
      'PUT /v1/schools/:school/reports/:period',
      'PUT /v1/counties/:county/outcomes/:period',
      'POST /v1/accounts/invitations',
      'POST /v1/imports/reports',
      'POST /v1/imports/regions',
      'POST /v1/imports/schools',
      'POST /v1/imports/participation',
    ],
  },
  level: { value: 'county', routes: OF_ROWS },
  by: { value: 'benefit', routes: OF_ROWS },
};
/** Names that every object has, so that a careless check takes them for declared. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];
const MALFORMED = ['x', '=x', '&', 'a=%zz', 'a=%ff', '%=1', 'dryRun', 'a=1;b=2&'];
/** What was written, where an answer or an entry would repeat it. */
const MARK = 'Zaunkönig';

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/** Queries that this route has to refuse. */
function foreignTo(route: Route): string[] {
  const telling = Object.entries(TELLING).filter(([, { routes }]) => !routes.includes(nameOf(route)));
  const declared = [...(route.query ? fieldsOf(route.query) : [])];
  return [
    ...telling.map(([name, { value }]) => `${name}=${value}`),
    ...(telling.length > 0 ? [telling.map(([name, { value }]) => `${name}=${value}`).join('&')] : []),
    ...INHERITED.map((name) => `${name}=${encodeURIComponent(MARK)}`),
    `${encodeURIComponent(MARK)}=1`,
    ...declared.map((name) => `${name}=${MARK}&${name}=${MARK}`),
    ...declared.map((name) => `${name}=${MARK}&%${name.charCodeAt(0).toString(16)}${name.slice(1)}=${MARK}`),
    ...MALFORMED,
  ];
}

/** What is wrong with an answer to such a query, and with the entries that it left. */
function faultsOf(answer: { status: number; text: string }, entries: readonly LoggedEntry[]): string[] {
  const words = JSON.stringify(entries);
  return [
    ...(answer.status === 400 ? [] : [`status ${answer.status}`]),
    ...(answer.text.includes(MARK) || words.includes(MARK) ? ['what was written is repeated'] : []),
    ...(entries.length === 1 ? [] : [`${entries.length} entries`]),
    ...entries.flatMap((entry) => [
      ...(entry['dry_run'] === false ? [] : ['its entry says that it was a dry run']),
      ...(entry['level'] === null ? [] : ['its entry has a level']),
      ...(entry['by'] === null ? [] : ['its entry has a by']),
      ...(entry['object'] === null ? [] : ['its entry has an object']),
      ...(entry.decision === 'refused' ? [] : [`its entry says ${entry.decision}`]),
    ]),
  ];
}

class Believing {
  @IsOptional() dryRun?: string;
  @IsOptional() remark?: string;
}

/** What the tests must find out: a route that takes a dry run although it has none, and repeats what was written. */
@Controller('believing')
class Believer {
  @Get()
  @Act('reference.import', everywhere)
  take(@Query() query: Believing) {
    return { done: true, asked: query };
  }
}

/** Of OAuth, whose requests are forms. */
const FORMS: ReadonlySet<string> = new Set(['POST /v1/device/authorizations', 'POST /v1/tokens']);

describe('a parameter that a route does not declare', () => {
  let kanon: TestApp;
  let owner: Owner;
  let world: World;
  let routes: Asked[];

  beforeAll(async () => {
    kanon = await startWith([Believer], { env: { KANON_LOG_STATISTICS: 'agreed' } });
    await furnish(kanon);
    owner = await ownerOf(kanon);
    world = await furnishWorld(owner, 2031, kanon);
    // A bundle is there as soon as anything is signed.
    await kanon.app.get(Sequencer).sequence();
    const [entry] = await owner.rows<{ id: string }>('SELECT id FROM access_entry LIMIT 1');
    routes = await recordedRoutes(kanon, entry!.id);
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  async function observed(asked: Asked, query?: string) {
    const account = asked.accountIn(world);
    const known = new Set((await owner.entriesOf(account)).map(({ id }) => id));
    const answer = await asked.send(world, query);
    const entries = (await owner.entriesOf(account)).filter(({ id }) => !known.has(id));
    return { answer, entries };
  }

  test('is refused on every recorded route, and its entry is the one that it leaves without', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const one of routes.filter(({ route }) => !route.handler.startsWith('Believer'))) {
      const places: unknown[] = [];
      for (const query of foreignTo(one.route)) {
        const { answer, entries } = await observed(one, query);
        wrong.push(...faultsOf(answer, entries).map((fault) => `${one.name}?${query}: ${fault}`));
        places.push(...entries.map(placeOf));
        asked += 1;
      }
      // At last without: it is done, so nothing before has done it, and its place is the same.
      const { answer, entries } = await observed(one);
      if (answer.status >= 300) wrong.push(`${one.name}: status ${answer.status} ${answer.text}`);
      // Of a file of reports each is an entry, with the place of its line; where a parameter is wrong, no line is read.
      const unread = one.route.act?.act === 'report.import' ? { school: null, period: null } : {};
      const place = entries.map((entry) => ({ ...placeOf(entry), ...unread, level: null, by: null }));
      expect([one.name, ...places]).toEqual([one.name, ...places.map(() => place[0])]);
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(routes.length * 15);
  }, 240_000);

  test('is refused on every open route too', async () => {
    const open = kanon.app
      .get(Census)
      .routes()
      .filter((route) => route.open);
    expect(open.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const route of open) {
      const path = route.path.replace(/:(\w+)/g, (_, name: string) => PLACES[name] ?? 'nowhere');
      for (const query of foreignTo(route).filter((text) => !/^(level|within|region|after)=/.test(text))) {
        const { status, text } = await call(kanon, route.method, `${path}?${query}`, {
          ...(route.method === 'GET' ? {} : { body: '{}' }),
          // Forms are refused by their kind before anything else is read.
          ...(FORMS.has(nameOf(route)) ? { body: 'a=b', headers: { 'content-type': FORM } } : {}),
        });
        if (status !== 400 || text.includes(MARK)) wrong.push(`${nameOf(route)}?${query}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('that a class lets in all the same is found by this test', async () => {
    const [believer] = routes.filter(({ route }) => route.handler.startsWith('Believer'));
    const dry = await observed(believer!, 'dryRun=true');
    expect(faultsOf(dry.answer, dry.entries)).toEqual([
      'status 200',
      'its entry says that it was a dry run',
      'its entry says allowed',
    ]);
    const remark = await observed(believer!, `remark=${encodeURIComponent(MARK)}`);
    expect(faultsOf(remark.answer, remark.entries)).toEqual([
      'status 200',
      'what was written is repeated',
      'its entry has an object',
      'its entry says allowed',
    ]);
  });

  test('of the few that tell is told where it is declared, as it was checked', async () => {
    const { token, actor } = await signedIn(kanon, 'state', { region: '05' });
    const summary = (query: string) =>
      call(kanon, 'GET', `/v1/regions/05/summaries/${world.released}?${query}`, {
        token,
        headers: { 'kanon-purpose': 'PLANNING' },
      });
    expect((await summary('level=state&by=benefit&version=1')).status).toBe(200);
    expect((await summary('level=county&by=nothing')).status).toBe(400);
    const [told, refused] = await owner.entriesOf(actor.account);
    expect(told).toMatchObject({ level: 'state', by: 'benefit', object: 'version=1', decision: 'allowed' });
    expect(refused).toMatchObject({ level: null, by: null, object: null, decision: 'refused' });
  });
});

test.each([
  ['one parameter of it', LoneParameter()],
  ['no class', Shapeless()],
  ['a class without a rule', Ruleless()],
])('a route that reads its query by %s stops the start, by name', async (_, controller) => {
  await expect(startWith([controller])).rejects.toThrow(
    'These routes need one @Query() of a class whose fields have rules, or none at all: Careless.read',
  );
});

/** Where an act happened, as its entry says. */
const placeOf = (entry: LoggedEntry) =>
  Object.fromEntries(
    ['action', 'region', 'school', 'period', 'level', 'by', 'purpose', 'scope', 'role', 'office'].map(
      (field) => [field, entry[field]],
    ),
  );

const PLACES: Readonly<Record<string, string>> = { key: '05111', code: 'but-counselling', version: '1' };

function LoneParameter() {
  @Controller('careless')
  class Careless {
    @Get()
    @Act('log.read', everywhere)
    read(@Query('level') level: string) {
      return { level };
    }
  }
  return Careless;
}

function Shapeless() {
  @Controller('careless')
  class Careless {
    @Get()
    @Act('log.read', everywhere)
    read(@Query() query: object) {
      return query;
    }
  }
  return Careless;
}

function Ruleless() {
  class Anything {
    level?: string;
  }
  @Controller('careless')
  class Careless {
    @Get()
    @Act('log.read', everywhere)
    read(@Query() query: Anything) {
      return query;
    }
  }
  return Careless;
}

/** Lists that grow are given a page at a time: releases, holds, sessions, corrections that wait; together the pages are the whole list. */
import { randomUUID } from 'node:crypto';
import { furnishWorld, type World } from '../access/recorded-routes.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { insertion, SOUND_RELEASE, SOUND_SESSION } from '../access/two-laender.ts';
import { call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';

interface List {
  readonly path: (world: World) => string;
  readonly who: 'officer' | 'protection';
  readonly lines: string;
  /** What tells two lines apart, and what names the next page, in the answer and in the query. */
  readonly key: (line: never) => string;
  readonly next: string;
  readonly after: string;
  /** Lines that the test made. */
  readonly least: number;
}

const byId = ({ id }: { readonly id: string }): string => id;
const LISTS: Readonly<Record<string, List>> = {
  releases: {
    path: () => '/v1/releases',
    ...{ who: 'officer', lines: 'releases', key: byId, next: 'cursor', after: 'cursor', least: 5 },
  },
  sessions: {
    path: () => '/v1/sessions',
    ...{ who: 'officer', lines: 'sessions', key: byId, next: 'cursor', after: 'cursor', least: 5 },
  },
  holds: {
    path: () => '/v1/access-log/holds',
    ...{ who: 'protection', lines: 'holds', key: byId, next: 'cursor', after: 'cursor', least: 3 },
  },
  corrections: {
    path: ({ released }) => `/v1/periods/${released}/corrections`,
    ...{
      who: 'officer',
      lines: 'kept',
      key: (school: string) => school,
      next: 'next',
      after: 'after',
      least: 4,
    },
  },
};

describe('a list', () => {
  let kanon: TestApp;
  let owner: Owner;
  let world: World;
  const people = {} as Record<List['who'], Signed>;

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = await ownerOf(kanon);
    world = await furnishWorld(owner, 2041, kanon);
    people.officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
    people.protection = await signedIn(kanon, 'protection-officer');
    const insert = async (table: string, row: Record<string, unknown>): Promise<void> => {
      const { text, values } = insertion(table, row);
      await owner.rows(text, values);
    };
    for (const version of [2, 3, 4, 5])
      await insert('release', {
        ...SOUND_RELEASE,
        tenant: '05',
        id: randomUUID(),
        period: world.released,
        version,
      });
    for (const school of ['990001', '990002', '990003', '990004'])
      await insert('correction_kept', { tenant: '05', period: world.released, version: 5, school });
    for (let i = 0; i < 5; i += 1)
      await insert('session', {
        ...{ tenant: '05', id: randomUUID(), account: people.officer.actor.account },
        ...{ ...SOUND_SESSION, ends_at: '2090-01-01', made_at: '2026-01-01' },
      });
  }, 120_000);
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const asked = ({ who, path }: List, query = '') =>
    call(kanon, 'GET', `${path(world)}${query}`, { token: people[who].token });

  test.each(Object.entries(LISTS))(
    'of %s is the same in pages of one, of two and as a whole',
    async (_, list) => {
      const whole = await asked(list, '?limit=500');
      expect([whole.status, whole.body[list.next]]).toEqual([200, null]);
      const keys = (whole.body[list.lines] as never[]).map(list.key);
      expect(keys.length).toBeGreaterThanOrEqual(list.least);
      expect((await asked(list)).body[list.lines]).toEqual(whole.body[list.lines]);
      for (const limit of [1, 2]) {
        const seen: string[] = [];
        let more = '';
        for (let pages = 0; pages <= keys.length; pages += 1) {
          const { status, body } = await asked(list, `?limit=${limit}${more}`);
          expect([status, body[list.lines].length <= limit]).toEqual([200, true]);
          seen.push(...(body[list.lines] as never[]).map(list.key));
          if (body[list.next] === null) break;
          more = `&${list.after}=${body[list.next] as string}`;
        }
        expect(seen).toEqual(keys);
      }
    },
  );

  test.each(Object.entries(LISTS))(
    'of %s has bounds, and takes nothing for a page that is none',
    async (_, list) => {
      for (const query of ['limit=0', 'limit=1001', 'limit=1e2', `${list.after}=x`, `${list.after}=%27--`])
        expect([query, (await asked(list, `?${query}`)).status]).toEqual([query, 400]);
      // Of a line that is none the page is empty, or what lies behind that number.
      const nowhere = list.after === 'after' ? '999999' : randomUUID();
      const { status, body } = await asked(list, `?${list.after}=${nowhere}`);
      expect([status, body[list.lines], body[list.next]]).toEqual([200, [], null]);
    },
  );

  test('of sessions goes on from no session of somebody else', async () => {
    const [first] = (await asked(LISTS['sessions']!, '?limit=1')).body.sessions as { id: string }[];
    const { token } = people.protection;
    const { body } = await call(kanon, 'GET', `/v1/sessions?cursor=${first!.id}`, { token });
    expect(body.sessions).toEqual([]);
  });
});

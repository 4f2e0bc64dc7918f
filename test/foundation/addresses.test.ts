/** Addresses of a database: one server or several, as libpq writes them. */
import { addressesIn, loginIn } from '../../src/foundation/database/addresses.ts';

const hostsIn = (text: string): string[] | undefined =>
  addressesIn(text)?.map(({ host, port }) => `${host}:${port}`);

describe('addresses of a database', () => {
  test.each([
    ['postgres://u:p@one/kanon', ['one:5432']],
    ['postgresql://u@one:6432/kanon?sslmode=verify-full', ['one:6432']],
    ['postgres://u:p@one:5433,two:5434/kanon', ['one:5433', 'two:5434']],
    ['postgres://u:p@one,two,three:1/kanon', ['one:5432', 'two:5432', 'three:1']],
    ['postgres://u:p@[::1]:5433,[::2]/kanon', ['::1:5433', '::2:5432']],
    ['postgres://u:p%40q@one,two/kanon?target_session_attrs=read-write', ['one:5432', 'two:5432']],
    ['postgres://u:p@one,two/kanon?target_session_attrs=primary', ['one:5432', 'two:5432']],
  ])('%s', (text, hosts) => {
    expect(hostsIn(text)).toEqual(hosts);
  });

  test('each server has an address of its own with the same login, database and rest', () => {
    expect(
      addressesIn('postgres://u:p%40q@one:1,two:2/kanon?sslmode=require&target_session_attrs=primary')?.map(
        ({ url }) => url,
      ),
    ).toEqual([
      'postgres://u:p%40q@one:1/kanon?sslmode=require',
      'postgres://u:p%40q@two:2/kanon?sslmode=require',
    ]);
  });

  test.each([
    'postgres://u:p@one,two/kanon?target_session_attrs=any',
    'postgres://u:p@one/kanon?target_session_attrs=standby',
    'postgres://u:p@one/kanon?target_session_attrs=read-write&target_session_attrs=any',
    'postgres://u:p@one,,two/kanon',
    'postgres://u:p@one,/kanon',
    'postgres://u:p@one:5432:5433/kanon',
    'postgres://u:p@one:99999,two/kanon',
    'mysql://u:p@one,two/kanon',
    'one,two',
    '',
  ])('%j is none', (text) => {
    expect(addressesIn(text)).toBeUndefined();
  });

  test('the login is read from an address of several servers too', () => {
    expect(loginIn('postgres://kanon%5Fservice:p@one:1,two:2/kanon')).toBe('kanon_service');
  });
});

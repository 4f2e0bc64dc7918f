/** Settings: read once, checked whole, every fault named at once. */
import { isAbsolute, join } from 'node:path';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { UnusableSettings, readSettings } from '../../src/foundation/settings.ts';

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(UnusableSettings);
    return (error as UnusableSettings).faults;
  }
};

describe('settings', () => {
  test('an empty environment is enough: the embedded database, the demo, loopback only', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      demo: true,
      logStatistics: false,
      tenant: '05',
      publicUrl: 'http://localhost:3000',
      pool: 16,
    });
    expect(isAbsolute(settings.data)).toBe(true);
  });

  test('witnesses stand in a file, one key a line; a webhook is https, or on this machine', () => {
    expect(readSettings({})).toMatchObject({ witnesses: [], checkpointWebhook: undefined });
    expect(readSettings({ KANON_WITNESSES: 'LICENSE' }).witnesses.length).toBeGreaterThan(10);
    expect(faultsOf({ KANON_WITNESSES: 'nowhere' })).toEqual([
      'The file that KANON_WITNESSES names cannot be read.',
    ]);
    for (const url of ['https://log.example/new', 'http://127.0.0.1:9', 'http://[::1]/a', 'http://localhost'])
      expect(readSettings({ KANON_CHECKPOINT_WEBHOOK: url }).checkpointWebhook).toBe(url);
    for (const url of [
      'http://log.example',
      'http://127.0.0.1.log.example',
      'ftp://log.example',
      'https://a:b@log.example',
      'log',
    ])
      expect([url, faultsOf({ KANON_CHECKPOINT_WEBHOOK: url }).length]).toEqual([url, 1]);
  });

  test('a mail server is named by four settings, and TLS to it is demanded unless it is on this machine', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kanon-test-mail-')), 'password');
    writeFileSync(file, 'erfunden\n');
    const from = { KANON_SMTP_FROM: 'kanon@amt.example' };
    const login = { KANON_SMTP_URL: 'smtps://kanon@mail.example', KANON_SMTP_PASSWORD_FILE: file };
    expect(readSettings({}).mail).toBeUndefined();
    expect(readSettings({ ...from, ...login }).mail).toEqual({
      host: 'mail.example',
      port: 465,
      isTlsFromStart: true,
      isTlsRequired: true,
      login: { user: 'kanon', password: 'erfunden' },
      from: 'kanon@amt.example',
    });
    for (const [host, port, isTlsRequired] of [
      ['mail.example', 587, true],
      ['mail.example:25', 25, true],
      ['127.0.0.1:25', 25, false],
      ['[::1]', 587, false],
      ['localhost.mail.example', 587, true],
    ] as const)
      expect(readSettings({ ...from, KANON_SMTP_URL: `smtp://${host}` }).mail).toMatchObject({
        port,
        isTlsRequired,
        login: undefined,
      });
    const elsewhere = { ...from, KANON_SMTP_URL: 'smtp://mail', KANON_SMTP_TLS: 'elsewhere' };
    expect(readSettings(elsewhere).mail?.isTlsRequired).toBe(false);
    for (const [env, faults] of [
      [{ ...from }, 1],
      [{ KANON_SMTP_URL: 'smtp://mail' }, 1],
      [{ ...from, KANON_SMTP_URL: 'http://mail' }, 2],
      [{ ...from, KANON_SMTP_URL: 'smtp://a@mail' }, 1],
      [{ ...from, KANON_SMTP_URL: 'smtp://mail', KANON_SMTP_PASSWORD_FILE: file }, 1],
      [{ ...from, ...login, KANON_SMTP_URL: 'smtp://kanon:secret@mail' }, 1],
      [{ ...from, ...login, KANON_SMTP_PASSWORD: 'secret' }, 2],
      [{ KANON_SMTP_FROM: 'a@b, c@d', KANON_SMTP_URL: 'smtp://mail' }, 1],
      [{ ...from, KANON_SMTP_URL: 'smtp://mail', KANON_SMTP_TLS: 'off' }, 1],
    ] as const) {
      expect([env, faultsOf({ ...env }).length]).toEqual([env, faults]);
      expect(faultsOf({ ...env }).join()).not.toContain('secret');
    }
  });

  test('with a database of its own there is no demo, and the owner is the service unless named', () => {
    const url = 'postgres://kanon@db/kanon';
    expect(readSettings({ DATABASE_URL: url })).toMatchObject({ demo: false, databaseOwnerUrl: url });
    expect(
      readSettings({ DATABASE_URL: url, KANON_DEMO: 'on', DATABASE_OWNER_URL: 'postgresql://o@db/kanon' }),
    ).toMatchObject({
      demo: true,
      databaseOwnerUrl: 'postgresql://o@db/kanon',
    });
  });

  test('all faults are named at once, each by its setting, none by its value', () => {
    const faults = faultsOf({
      PORT: 'geheim',
      KANON_POOL: '1',
      KANON_POOLER: 'geheim',
      DATABASE_OWNER_URL: 'postgres://root:geheim@db/kanon',
      KANON_PUBLIC_URL: 'geheim',
      KANON_DEMO: 'geheim',
      KANON_LOG_STATISTICS: 'geheim',
      KANON_SECOND_FACTOR: 'off',
      KANON_TENANT: 'NRW',
      KANON_DATA: '',
      KANON_NEW_KEYS: 'geheim',
      KANON_TRUSTED_PROXIES: 'geheim.example',
      KANON_PORT: '3000',
    });
    const named = [
      'KANON_PORT',
      'PORT',
      'KANON_POOL',
      'KANON_POOLER',
      'DATABASE_OWNER_URL',
      'KANON_PUBLIC_URL',
      'KANON_DEMO',
      'KANON_LOG_STATISTICS',
      'KANON_SECOND_FACTOR',
      'KANON_TENANT',
      'KANON_DATA',
      'KANON_TRUSTED_PROXIES',
      'KANON_NEW_KEYS',
    ];
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(named);
    expect(faults.join(' ')).not.toMatch(/geheim|NRW/);
    expect(faults.filter((fault) => !fault.endsWith('.'))).toEqual([]);
  });

  describe('the file of the issuers', () => {
    const SOUND = {
      id: 'schule',
      issuer: 'https://idp.example/realms/schule',
      audience: 'kanon',
      algorithms: ['ES256'],
    };
    const written = (content: unknown): string => {
      const file = join(mkdtempSync(join(tmpdir(), 'kanon-test-issuers-')), 'issuers.json');
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      return file;
    };
    const faults = (...issuers: unknown[]) => faultsOf({ KANON_ISSUERS_FILE: written({ issuers }) });

    test('holds any number of them, or none', () => {
      expect(readSettings({}).issuers).toEqual([]);
      const file = written({
        issuers: [
          SOUND,
          { ...SOUND, id: 'land', issuer: 'http://127.0.0.1:9', acr: ['2fa'], clients: ['a'] },
        ],
      });
      expect(readSettings({ KANON_ISSUERS_FILE: file }).issuers).toEqual([
        { ...SOUND, acr: [] },
        { ...SOUND, id: 'land', issuer: 'http://127.0.0.1:9', acr: ['2fa'], clients: ['a'] },
      ]);
    });

    test.each<[string, object, string]>([
      ['a shared secret', { algorithms: ['HS256'] }, 'algorithms'],
      ['no signature', { algorithms: ['none'] }, 'algorithms'],
      ['no algorithm', { algorithms: [] }, 'algorithms'],
      ['an open way', { issuer: 'http://idp.example' }, 'issuer'],
      ['a name in the address', { issuer: 'https://geheim@idp.example' }, 'issuer'],
      ['a query in the address', { issuer: 'https://idp.example/?geheim' }, 'issuer'],
      ['a file of keys', { jwks_uri: 'file:///geheim' }, 'jwks_uri'],
      ['keys over an open way', { jwks_uri: 'http://idp.example/geheim' }, 'jwks_uri'],
      ['no audience', { audience: '' }, 'audience'],
      ['several audiences', { audience: ['a'] }, 'audience'],
      ['an id with a slash', { id: '../geheim' }, 'id'],
      ['an empty list of programs', { clients: [] }, 'clients'],
      ['a secret that is no file', { client_secret_file: '' }, 'client_secret_file'],
      ['a name of ours with a blank', { client_id: 'a geheim' }, 'client_id'],
      ['a part that nobody knows', { geheim: 1 }, '?'],
    ])('with %s is refused by its place', (_, part, place) => {
      const [fault, ...more] = faults(SOUND, {
        ...SOUND,
        id: 'land',
        issuer: 'https://other.example',
        ...part,
      });
      expect(more).toEqual([]);
      expect(fault).toContain(`at issuers/1/${place};`);
      expect(fault).not.toContain('geheim');
    });

    test('names nobody twice, and not Kanon itself', () => {
      for (const twice of [
        faults(SOUND, SOUND),
        faults(SOUND, { ...SOUND, id: 'land' }),
        faults({ ...SOUND, issuer: 'http://localhost:3000' }),
      ])
        expect(twice).toEqual([expect.stringContaining('must name each id and each issuer once')]);
    });

    test('can be read, and is JSON with a list', () => {
      expect(faultsOf({ KANON_ISSUERS_FILE: 'nowhere' })).toEqual([
        'The file that KANON_ISSUERS_FILE names cannot be read.',
      ]);
      for (const content of ['{', '[]', 'null', '{"issuers":{}}', '{"issuers":[1]}'])
        expect(faultsOf({ KANON_ISSUERS_FILE: written(content) })).toHaveLength(1);
    });
  });

  test.each(['-1', '65536', '3e3', '0x50', ' 80', '80.0', '１２', 'NaN', 'Infinity'])(
    '%j is no port',
    (PORT) => {
      expect(faultsOf({ PORT })).toHaveLength(1);
    },
  );

  test.each(['5', '005', '0a', ''])('%j is no Land', (KANON_TENANT) => {
    expect(faultsOf({ KANON_TENANT })).toHaveLength(1);
  });

  test.each(['postgres', '//db/kanon', 'http://db', 'javascript:alert(1)'])(
    '%j is no database',
    (DATABASE_URL) => {
      expect(faultsOf({ DATABASE_URL })).toHaveLength(1);
    },
  );

  test('a pooler is one by session unless the setting says otherwise', () => {
    expect(readSettings({}).pooler).toBe('session');
    expect(readSettings({ KANON_POOLER: '' }).pooler).toBe('session');
    expect(readSettings({ KANON_POOLER: 'transaction' }).pooler).toBe('transaction');
  });

  test('several servers are an address as libpq writes it', () => {
    const url = 'postgres://kanon_service:p@one:5432,two:5433/kanon?target_session_attrs=read-write';
    expect(readSettings({ DATABASE_URL: url }).databaseUrl).toBe(url);
    expect(faultsOf({ DATABASE_URL: url.replace('read-write', 'any') })).toEqual([
      expect.stringMatching(
        /^DATABASE_URL must be .* target_session_attrs, if any, is read-write or primary\.$/,
      ),
    ]);
  });

  test('an empty setting is one that was not set', () => {
    expect(readSettings({ PORT: '', KANON_POOL: '', DATABASE_URL: '', KANON_PUBLIC_URL: '' })).toMatchObject({
      port: 3000,
      pool: 16,
    });
  });

  test('checkpoints stand in the data folder unless another one is named', () => {
    expect(readSettings({ KANON_DATA: '/d' }).checkpoints).toBe('/d/checkpoints');
    expect(readSettings({ KANON_DATA: '/d', KANON_CHECKPOINTS: '/c' }).checkpoints).toBe('/c');
  });

  test('links begin without a slash at the end, so that tokens name one issuer', () => {
    expect(readSettings({ KANON_PUBLIC_URL: 'https://kanon.example/' }).publicUrl).toBe(
      'https://kanon.example',
    );
  });

  test('settings of tests and benchmarks are left alone, and so is whatever else stands in the environment', () => {
    expect(
      faultsOf({
        KANON_TEST_CLUSTER: 'x',
        KANON_BENCH_SECONDS: '1',
        KANON_SHARED: 'y',
        HOME: '/root',
        KANONX: 'z',
      }),
    ).toEqual([]);
  });
});

/** `/v1/settings`: every setting by name, for the administration alone, and never a secret. */
import { SETTING_NAMES } from '../../src/foundation/settings.ts';
import { toldSettings } from '../../src/operations/told-settings.ts';
import { call, signedIn, startApp, type TestApp } from '../setup/app.ts';

/** Whatever names a server, an account there, or a place to which something is sent. */
const SECRET =
  /^(DATABASE_|KANON_(CHECKPOINT_WEBHOOK|NEW_KEYS|ISSUERS_FILE|SMTP_(PASSWORD_FILE|TLS|URL)|TRUSTED_PROXIES|WITNESSES)$)/;

describe('the settings', () => {
  let kanon: TestApp;
  beforeAll(async () => {
    kanon = await startApp({
      KANON_CHECKPOINT_WEBHOOK: 'https://hook.example/Zaunkoenig',
      KANON_LOG_MONTHS: '24',
    });
  });
  afterAll(() => kanon.close());

  test('are all told by name, with their value and where it comes from, and no secret is', async () => {
    const { token } = await signedIn(kanon, 'admin');
    const { status, body, text } = await call(kanon, 'GET', '/v1/settings', { token });
    expect(status).toBe(200);
    const settings = new Map<string, any>(body.settings.map((one: any) => [one.name, one]));
    expect([...settings.keys()]).toEqual([...SETTING_NAMES].sort());
    expect(settings.get('KANON_LOG_MONTHS')).toEqual({
      name: 'KANON_LOG_MONTHS',
      value: 24,
      isSecret: false,
      from: 'environment',
    });
    expect(settings.get('KANON_POOLER')).toMatchObject({ value: 'session', from: 'default' });
    expect(settings.get('KANON_CHECKPOINT_WEBHOOK')).toMatchObject({
      value: null,
      isSecret: true,
      from: 'environment',
    });
    expect(text).not.toContain('Zaunkoenig');
    const { username, password } = new URL(kanon.database.serviceUrl);
    expect(text).not.toContain(password === '' ? 'postgres://' : password);
    expect(text).not.toContain(`${username}@`);
    for (const { name, isSecret, value } of body.settings)
      expect([name, isSecret, isSecret ? value : null]).toEqual([name, SECRET.test(name), null]);
  });

  test('say where a file gave one', () => {
    const settings = { ...kanon.settings, given: new Set(['DATABASE_URL_FILE', 'KANON_POOL']) };
    const told = new Map(toldSettings(settings).map(({ name, from }) => [name, from]));
    expect(told.get('DATABASE_URL')).toBe('file');
    expect(told.get('KANON_POOL')).toBe('environment');
    expect(told.get('KANON_HOST')).toBe('default');
  });

  test.each(['coordinator', 'auditor', 'protection-officer'] as const)(
    'are not told to a %s',
    async (role) => {
      const { token } = await signedIn(kanon, role, role === 'coordinator' ? { region: '05111' } : {});
      expect((await call(kanon, 'GET', '/v1/settings', { token })).status).toBe(403);
    },
  );
});

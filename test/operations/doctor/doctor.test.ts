/** `kanon doctor`, and starts, on real servers and folders that have what they warn of or refuse. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { asSuperuser, type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/embedded/postgres.ts';
import { migrate } from '../../../src/foundation/database/migrate.ts';
import { askServer } from '../../../src/foundation/database/server.ts';
import { launch } from '../../setup/service.ts';
import { binDir } from '../../setup/other-kanon.ts';
import { kanon } from '../../cli/run-kanon.ts';

interface Said {
  readonly check: string;
  readonly level: string;
  readonly said: string;
}

describe('the doctor', () => {
  let server: EmbeddedPostgres;
  let dir: string;
  let data: string;
  const address = Object.values(networkInterfaces())
    .flat()
    .find((at) => at?.family === 'IPv4' && !at.internal)?.address;

  beforeAll(async () => {
    dir = await mkdtemp(`${tmpdir()}/kanon-test-doctor-`);
    server = await startEmbeddedPostgres({
      dir: join(dir, 'own'),
      // Given again on the command line, the last one counts; what is not given can be set by ALTER ROLE.
      settings: {
        synchronous_commit: 'on',
        ...(address ? { listen_addresses: `127.0.0.1,${address}` } : {}),
      },
      ...(binDir ? { binDir } : {}),
    });
    await writeFile(join(dir, 'own/data/pg_hba.conf'), 'host all all all scram-sha-256\n');
    await su('SELECT pg_reload_conf()');
    await migrate(server.ownerUrl);
    data = join(dir, 'data');
    await mkdir(data, { mode: 0o700 });
  });
  afterAll(async () => {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  });

  const su = (text: string) => asSuperuser(server.superUrl, (client) => client.query(text));
  const env = (more: Record<string, string> = {}): Record<string, string> => ({
    DATABASE_URL: server.serviceUrl,
    DATABASE_OWNER_URL: server.ownerUrl,
    KANON_DATA: data,
    ...more,
  });
  async function found(more: Record<string, string> = {}): Promise<{ code: number; findings: string[] }> {
    const { code, out } = await kanon(['doctor', '--json'], env(more));
    const all = JSON.parse(out) as Said[];
    // Which Node runs the tests, how full this disk is, and that nobody administers it or has written its imprint, is not the
    // question; nor is it, but in the test of it, where the server keeps its data.
    const asked = all.filter(
      ({ check, level }) =>
        !['node-version', 'room', 'administrators', 'operator-texts'].includes(check) && level !== 'unknown',
    );
    return { code, findings: asked.map(({ check, level }) => `${check} ${level}`) };
  }
  async function refused(more: Record<string, string> = {}): Promise<string> {
    const service = await launch(env(more));
    expect(await service.ended).toBe(1);
    return service.output();
  }
  const roleSetting = async (name: string, value: string, work: () => Promise<void>): Promise<void> => {
    await su(`ALTER ROLE kanon_service SET ${name} = '${value}'`);
    try {
      await work();
    } finally {
      await su(`ALTER ROLE kanon_service RESET ${name}`);
    }
  };

  test('prints each check, in German or English, and says by its exit code whether anything is to be done', async () => {
    expect((await found()).findings).toEqual([]);
    const german = await kanon(['doctor'], env());
    expect(german.out).toMatch(/^statements +gut$/m);
    const english = await kanon(['doctor', '--lang', 'en'], env());
    expect(english.out).toMatch(/^statements +well$/m);
    expect(english.out.split('\n').length).toBeGreaterThan(18);
    expect(english.code).toBe(english.out.includes('LOOK:') ? 8 : 0);
  });

  test('a server that logs statements with their values: no start, and a sentence with the way out', async () => {
    await roleSetting('log_statement', 'all', async () => {
      expect((await found()).findings).toEqual(['statements warns']);
      await roleSetting('log_parameter_max_length', '-1', async () => {
        expect(await found()).toEqual({ code: 1, findings: ['statements refuses'] });
        const said = await refused();
        expect(said).toContain('log_parameter_max_length = 0');
        expect(await refused({ LANG: 'de_DE.UTF-8' })).toContain('Zahlen von Meldungen');
      });
    });
  });

  test.each([
    ['log_min_duration_statement', '1000', 'statements warns'],
    ['log_duration', 'on', 'durations warns'],
    ['log_parameter_max_length_on_error', '16', 'values-of-errors refuses'],
    ['synchronous_commit', 'off', 'commits warns'],
    ['default_transaction_read_only', 'on', 'writes refuses'],
  ])('%s = %s is seen', async (name, value, finding) => {
    await roleSetting(name, value, async () => {
      expect((await found()).findings).toEqual([finding]);
    });
  });

  test('auto_explain and pg_stat_statements are seen where they are loaded', async () => {
    await roleSetting('session_preload_libraries', 'auto_explain', async () => {
      expect((await found()).findings).toEqual([]);
      await roleSetting('auto_explain.log_min_duration', '0', async () => {
        expect((await found()).findings).toEqual(['plans refuses']);
      });
    });
  });

  test('a service that starts on a server without synchronous commits is told, and its transactions ask for them', async () => {
    await roleSetting('synchronous_commit', 'off', async () => {
      const service = await launch(env({ LANG: 'en_GB.UTF-8' }));
      while (!service.output().includes('Kanon answers at'))
        await new Promise((done) => setTimeout(done, 50));
      expect(service.output()).toContain('kanon: The database server has synchronous_commit = off');
      service.process.kill('SIGTERM');
      expect(await service.ended).toBe(0);
    });
  });

  test('a login that may do all, or owns the tables', async () => {
    expect((await found({ DATABASE_URL: server.superUrl })).findings).toContain('login refuses');
    expect((await found({ DATABASE_URL: server.ownerUrl })).findings).toContain('login warns');
  });

  test('another login that may take a role of Kanon', async () => {
    await su('CREATE ROLE stranger LOGIN');
    await su('GRANT kanon_auditor TO stranger');
    expect((await askServer(server.serviceUrl, ['kanon_owner'])).otherLogins).toEqual(['stranger']);
    expect((await found()).findings).toEqual(['other-logins warns']);
    await su('DROP ROLE stranger');
    expect((await found()).findings).toEqual([]);
  });

  (address ? test : test.skip)(
    'a way without encryption that leaves the machine, unless it is declared',
    async () => {
      const DATABASE_URL = Object.assign(new URL(server.serviceUrl), { hostname: address }).href;
      expect(await found({ DATABASE_URL })).toEqual({ code: 1, findings: ['tls refuses'] });
      expect((await found({ DATABASE_URL, KANON_DATABASE_TLS: 'elsewhere' })).findings).toEqual([]);
      expect(await refused({ DATABASE_URL })).toContain('sslmode=verify-full');
    },
  );

  test('keys that others can read, a folder that they can write, and one that takes no checkpoint', async () => {
    await kanon(['log', 'status'], env());
    await chmod(join(data, 'tokens-key-1.pem'), 0o644);
    expect((await found()).findings).toEqual(['secrets refuses']);
    await chmod(join(data, 'tokens-key-1.pem'), 0o600);
    await chmod(data, 0o777);
    expect((await found()).findings).toEqual(['data-folder refuses']);
    await chmod(data, 0o700);
    await writeFile(join(dir, 'no-folder'), '');
    expect((await found({ KANON_CHECKPOINTS: join(dir, 'no-folder') })).findings).toContain(
      'checkpoints warns',
    );
    expect((await found()).findings).toEqual([]);
  });

  test('checkpoints on the disk of a database on this machine: a warning where it can be known, else it is said that it cannot', async () => {
    const line = async () =>
      (await kanon(['doctor', '--lang', 'en'], env())).out
        .split('\n')
        .filter((at) => at.startsWith('checkpoints-apart '));
    expect(await line()).toEqual([expect.stringMatching(/^checkpoints-apart +not known: Whether /)]);
    await su('GRANT pg_read_all_settings TO kanon_service');
    expect(await line()).toEqual([expect.stringMatching(/^checkpoints-apart +LOOK: The folder/)]);
    await su('REVOKE pg_read_all_settings FROM kanon_service');
  });

  test('keys that the database does not know are a finding among the others, and no report is lost for them', async () => {
    await kanon(['log', 'status'], env());
    const others = join(dir, 'others');
    await mkdir(others, { mode: 0o700 });
    await chmod(others, 0o770);
    const { code, findings } = await found({ KANON_DATA: others });
    expect([code, findings]).toEqual([1, ['keys refuses', 'data-folder warns']]);
    const german = await kanon(['doctor'], env({ KANON_DATA: others }));
    expect(german.out).toMatch(/^keys +SO NICHT: .*KANON_NEW_KEYS=[0-9a-f]{16}/m);
    expect(german.out).toMatch(/^statements +gut$/m);
  });

  test('a server that does not answer: exit code 3, and no password in what is said', async () => {
    const DATABASE_URL = 'postgres://somebody:geheim-17@127.0.0.1:1/kanon';
    const { code, out, err } = await kanon(['doctor'], env({ DATABASE_URL }));
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('DATABASE_URL');
    expect(err).not.toContain('geheim');
  });
});

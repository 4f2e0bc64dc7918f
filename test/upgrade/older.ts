/** What older versions left: a dump and a data folder each, put back as an operator would before an upgrade. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { asSuperuser, createOwnedDatabase, type DatabaseUrls } from '../../src/embedded/postgres.ts';
import { testCluster } from '../setup/database.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Such as `07-70d0b70`: number of migrations, and the version that had them. */
export const OLDER = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json.gz'))
  .map((file) => file.replace('.json.gz', ''))
  .sort();

/** Numbers of migrations of all states that the main line had, each once; undefined where this copy has no history. */
export function statesOfMain(): number[] | undefined {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: FOLDER, encoding: 'utf8' });
  const shallow = git('rev-parse', '--is-shallow-repository');
  if (shallow.status !== 0 || shallow.stdout.trim() !== 'false') return undefined;
  const commits = git('log', '--first-parent', '--format=%H', '--', ':/migrations').stdout.split('\n');
  const numbers = commits.filter(Boolean).map((commit) => {
    const files = git('ls-tree', '--name-only', '--full-tree', commit, 'migrations/').stdout.split('\n');
    return files.filter((name) => /\/\d+-/.test(name)).length;
  });
  return [...new Set(numbers)].filter((number) => number > 0).sort((a, b) => a - b);
}

interface Packed {
  readonly files: Record<string, string>;
  readonly sql: string;
  /** Digest of each migration of then, by the name of its file; files made before 30 November 2026 say nothing of it. */
  readonly migrations?: Record<string, string>;
}

async function unpacked(version: string): Promise<Packed> {
  return JSON.parse(
    gunzipSync(await readFile(join(FOLDER, `${version}.json.gz`))).toString('utf8'),
  ) as Packed;
}

/** Digest of each migration that the version had, as `digests` makes it. */
export const migrationsOf = async (version: string): Promise<Record<string, string>> =>
  (await unpacked(version)).migrations ?? {};

export interface Older extends DatabaseUrls {
  /** Copy of its data folder. */
  readonly data: string;
  drop(): Promise<void>;
}

/** Restores it into a database of its own on the server of the tests. */
export async function restore(version: string): Promise<Older> {
  const { files, sql } = await unpacked(version);
  const { superUrl, ownerUrl, serviceUrl } = testCluster();
  const name = `kanon_test_${randomBytes(8).toString('hex')}`;
  await createOwnedDatabase(superUrl, name);
  const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  await asSuperuser(at(superUrl), (client) => client.query(sql));
  const data = await mkdtemp(join(tmpdir(), 'kanon-test-older-'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(data, file)), { recursive: true });
    await writeFile(join(data, file), text, { mode: 0o600 });
  }
  return {
    ownerUrl: at(ownerUrl),
    serviceUrl: at(serviceUrl),
    superUrl: at(superUrl),
    data,
    drop: () =>
      asSuperuser(superUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

/**
 * `node test/upgrade/make.mjs COMMIT [SCHOOLS]`: starts what the program was at a commit, with a demo of that many schools a
 * county (default 1), on an empty PostgreSQL 15, and packs what it leaves as `NUMBER-COMMIT.json.gz` beside this file.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

await import('../setup/typescript.mjs');
const { digests } = await import('./digests.ts');
const { asSuperuser, startEmbeddedPostgres } = await import('../../src/embedded/postgres.ts');
const { writeSuffix } = await import('../../src/foundation/database/role-suffix.ts');

const [commit = '', schools = '1'] = process.argv.slice(2);
const repository = fileURLToPath(new URL('../../', import.meta.url));
const bin = process.env['KANON_TEST_PG_BIN'] ?? '/usr/lib/postgresql/15/bin';
const work = await mkdtemp(join(tmpdir(), 'kanon-older-'));
const source = join(work, 'source');
const typescript = new URL('../setup/typescript.mjs', import.meta.url).href;
const git = (...args) => execFileSync('git', args, { cwd: repository, encoding: 'utf8' });

git('worktree', 'add', '--detach', source, commit);
try {
  await symlink(join(repository, 'node_modules'), join(source, 'node_modules'));
  const invented = ['src/demo/demo-schools.ts', 'src/operations/demo-schools.ts']
    .map((file) => join(source, file))
    .find((file) => existsSync(file));
  const text = await readFile(invented, 'utf8');
  const fewer = text.replace('5 + Math.floor(rng() * 5)', `Math.max(0 * rng(), ${schools})`);
  if (fewer === text) throw new Error('the demo of this version invents its schools in another way');
  await writeFile(invented, fewer);
  // From the sources, the thread that protects is a built file, which a checkout has not.
  const thread = join(source, 'src/releases/protect-in-worker.ts');
  const own = (await readFile(thread, 'utf8'))
    .replace(/new URL\('..\/..\/dist\/[^']*'/, "new URL('./protection.worker.ts'")
    .replace('execArgv: []', `execArgv: ['--import', ${JSON.stringify(typescript)}]`);
  await writeFile(thread, own);
  await pack();
} finally {
  git('worktree', 'remove', '--force', source);
  await rm(work, { recursive: true, force: true });
}

async function pack() {
  const own = await startEmbeddedPostgres({ dir: join(work, 'server'), binDir: bin });
  const data = join(work, 'data');
  try {
    // Our own database keeps its locks from strangers, which no version before knew to ask for.
    await own.createDatabase('older');
    const server = own.urlsFor('older');
    // Since roles have a suffix: what is made here is a copy among others on the server of the tests.
    if (existsSync(join(source, 'src/foundation/database/role-suffix.ts')))
      await asSuperuser(server.ownerUrl, (owner) => owner.query(writeSuffix('', true)));
    await run(server, data);
    const dump = execFileSync(
      join(bin, 'pg_dump'),
      ['--rows-per-insert=1000', '--no-security-labels', server.superUrl],
      { encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    const sql = dump
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('--') && !line.startsWith('\\'))
      .join('\n');
    const names = (await readdir(data, { recursive: true, withFileTypes: true })).filter((file) =>
      file.isFile(),
    );
    const files = {};
    for (const { parentPath, name } of names) {
      const path = join(parentPath, name);
      files[path.slice(data.length + 1)] = await readFile(path, 'utf8');
    }
    const migrations = await digests(join(source, 'migrations'));
    const number = String(Object.keys(migrations).length).padStart(2, '0');
    const packed = gzipSync(JSON.stringify({ commit, files, migrations, sql }), { level: 9 });
    const made = fileURLToPath(new URL(`${number}-${commit}.json.gz`, import.meta.url));
    await writeFile(made, packed);
    console.log(`${made}: ${packed.length} bytes`);
  } finally {
    await own.stop();
  }
}

/** Until it has a release, or found no safe one, and no entry waits for its number. */
async function run(server, data) {
  const child = spawn(process.execPath, ['--import', typescript, join(source, 'src/main.ts')], {
    cwd: source,
    env: {
      PATH: process.env['PATH'],
      LANG: 'en_GB.UTF-8',
      DATABASE_URL: server.serviceUrl,
      DATABASE_OWNER_URL: server.ownerUrl,
      KANON_DATA: data,
      KANON_DEMO: 'on',
      PORT: '0',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const [row] = await asSuperuser(server.superUrl, (client) =>
        client.query(
          `SELECT EXISTS (SELECT FROM release UNION ALL SELECT FROM period WHERE release_failure IS NOT NULL)
             AND NOT EXISTS (SELECT FROM log_pending) AS done`,
        ),
      ).then(
        ({ rows }) => rows,
        () => [], // before its first migrations there are no such tables
      );
      if (row?.done) break;
    }
    await new Promise((resolve) => setTimeout(resolve, 3000)); // a checkpoint is signed once a second
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

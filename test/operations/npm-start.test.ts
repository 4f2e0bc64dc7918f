/** `npm start` as a service manager runs it: a signal to its process number alone stops Kanon and its PostgreSQL. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { freePort, pause } from '../setup/service.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('SIGTERM to the process of npm start ends Kanon, which drains, and its PostgreSQL', async () => {
  const data = await mkdtemp(`${tmpdir()}/kanon-test-npm-`);
  const npm = spawn('npm', ['start'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: data,
      KANON_DATA: data,
      KANON_DEMO: 'off',
      PORT: String(await freePort()),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, so that nothing below npm outlives a test that fails.
    detached: true,
  });
  const ended = once(npm, 'close');
  try {
    let said = '';
    npm.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    // It may have to build first.
    for (let waited = 0; waited < 1800 && !said.includes('Kanon antwortet unter'); waited += 1)
      await pause(100);
    expect(said).toContain('Kanon antwortet unter');
    const postgres = Number((await readFile(`${data}/postgres/data/postmaster.pid`, 'utf8')).split('\n')[0]);
    expect(isAlive(postgres)).toBe(true);
    npm.kill('SIGTERM');
    for (let waited = 0; waited < 300 && isAlive(postgres); waited += 1) await pause(100);
    expect(isAlive(postgres)).toBe(false);
    expect(said).toContain('kanon: wird beendet; laufende Anfragen');
  } finally {
    if (isAlive(-npm.pid!)) process.kill(-npm.pid!, 'SIGKILL');
    await ended;
    await rm(data, { recursive: true, force: true });
  }
}, 300_000);

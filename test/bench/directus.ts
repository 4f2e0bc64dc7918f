/** What a user might pick instead: Directus on the same database, with the same insert and the same sum. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codesOf } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { freePort } from '../setup/service.ts';
import { inRepository, MAIN, type Server, startServer } from '../setup/children.ts';
import type { Work } from './load.ts';
import type { Options } from './options.ts';
import { compare, Generator } from './pairs.ts';
import { openScene, type Scene } from './scene.ts';
import { serverOf, TYPESCRIPT } from './service.ts';
import { inWords, markdownTable } from './statistics.ts';
import { bare, putReports, readSummaries } from './works.ts';

/** The newest that runs on Node 20. */
const VERSION = '11.3.5';
const TOKEN = 'bench-static-token-of-no-value';
const GOAL = 10;
const execute = promisify(execFile);

/** Two columns a benefit, as a user would model it. */
const COUNTS = codesOf(BUT_COUNSELLING_1)
  .flatMap((code) => [`pupils_${code}`, `consultations_${code}`])
  .map((name) => name.toLowerCase());

export async function directus(options: Options): Promise<string[]> {
  const command = await install();
  const scene = await openScene();
  const generator = new Generator();
  const servers: Server[] = [];
  try {
    const other = await startDirectus(scene, command);
    servers.push(other);
    await fill(other.port, scene.schools);
    const ours = await serverOf(scene, 'kanon', MAIN);
    servers.push(ours);
    const yardstick = await serverOf(scene, 'bare', [...TYPESCRIPT, inRepository('test/bench/bare.ts')], {
      DATABASE_URL: scene.database.superUrl,
    });
    servers.push(yardstick);
    // Reading first, while all hold one report a school. The yardstick says what is possible at all.
    const lines: [string, string, Work, Work][] = [
      ['read a district summary', 'Kanon', await readSummaries(scene, ours.port), sum(other.port)],
      [
        'read a district summary',
        'yardstick',
        bare(await readSummaries(scene, yardstick.port)),
        sum(other.port),
      ],
      ['accept a 7-cell report', 'Kanon', await putReports(scene, ours.port), insert(other.port)],
      [
        'accept a 7-cell report',
        'yardstick',
        bare(await putReports(scene, yardstick.port)),
        insert(other.port),
      ],
    ];
    const rows: string[][] = [];
    for (const [work, name, mine, theirs] of lines) {
      console.error(`${work}, ${name}`);
      const sides = [
        { name, work: mine },
        { name: 'Directus', work: theirs },
      ] as const;
      const { first, second, ratio } = await compare(generator, sides, 16, options);
      const goal = name === 'Kanon' ? `at least ${GOAL}${ratio.median < GOAL ? ': missed' : ''}` : '';
      rows.push([work, name, inWords(first.perSecond), inWords(second.perSecond), inWords(ratio, 1), goal]);
    }
    const { rounds, seconds } = options;
    return [
      ...markdownTable(
        ['work', 'side', 'its requests/s', `Directus ${VERSION}, requests/s`, 'ratio', 'asked for'],
        rows,
      ),
      '',
      `16 connections, ${rounds} rounds of ${seconds} s a side in turn; median (range); no errors.`,
    ];
  } finally {
    generator.end();
    for (const server of servers) await server.end();
    await scene.end();
  }
}

/** Installed once, into a folder that stays for the next run; its script. Some minutes: a part of it is compiled. */
async function install(): Promise<string> {
  const folder = join(tmpdir(), `kanon-bench-directus-${VERSION}`);
  const command = join(folder, 'node_modules/directus/cli.js');
  if (existsSync(command)) return command;
  console.error(`installing Directus ${VERSION} into ${folder}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  await execute('npm', ['install', `directus@${VERSION}`, '--no-audit', '--no-fund'], {
    cwd: folder,
    maxBuffer: 2 ** 26,
  });
  return command;
}

async function startDirectus({ database, folder }: Scene, command: string): Promise<Server> {
  await database.createDatabase('directus');
  const address = new URL(database.urlsFor('directus').ownerUrl);
  const port = await freePort();
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    NODE_ENV: 'production',
    DB_CLIENT: 'pg',
    DB_HOST: address.hostname,
    DB_PORT: address.port,
    DB_DATABASE: 'directus',
    DB_USER: address.username,
    DB_PASSWORD: decodeURIComponent(address.password),
    DB_POOL__MAX: '16',
    SECRET: 'bench-secret-of-no-value',
    ADMIN_EMAIL: 'bench@example.com',
    ADMIN_PASSWORD: 'bench-password-of-no-value',
    ADMIN_TOKEN: TOKEN,
    LOG_LEVEL: 'warn',
    TELEMETRY: 'false',
    // It would answer 503 under the load that is to be measured.
    PRESSURE_LIMITER_ENABLED: 'false',
  };
  await execute(process.execPath, [command, 'bootstrap'], { cwd: folder, env });
  const log = join(folder, 'directus.log');
  return startServer({ args: [command, 'start'], env, port, ready: '/server/ping', log, cwd: folder });
}

/** A collection of reports, one a school, as many as ours. */
async function fill(port: number, schools: Scene['schools']): Promise<void> {
  const post = async (path: string, body: unknown): Promise<void> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`Directus refused ${path}: ${await answer.text()}`);
  };
  const id = {
    field: 'id',
    type: 'integer',
    schema: { is_primary_key: true, has_auto_increment: true },
    meta: {},
  };
  const text = ['school', 'county', 'period'].map((field) => ({
    field,
    type: 'string',
    schema: {},
    meta: {},
  }));
  const counts = COUNTS.map((field) => ({ field, type: 'integer', schema: {}, meta: {} }));
  await post('/collections', {
    collection: 'report',
    schema: {},
    meta: {},
    fields: [id, ...text, ...counts],
  });
  const rows = schools.map(({ school, county }) => ({ school, county, period: '2026-Q1', ...filled(12) }));
  await post('/items/report', rows);
}

const filled = (count: number): Record<string, number> =>
  Object.fromEntries(COUNTS.map((name) => [name, count]));

const authorized = `authorization: Bearer ${TOKEN}\r\n`;

/** One row of a report; its revision and activity are written by default, as our log entry is. */
function insert(port: number): Work {
  const body = JSON.stringify({
    school: '900001',
    county: '05111',
    period: '2026-Q2',
    ...filled(12),
    [COUNTS[0]!]: null,
  });
  const [before = '', after = ''] = body.split('null');
  const requests = [{ method: 'POST', path: '/items/report', headers: authorized }];
  return { port, requests, body: { before, after }, mark: '"data":' };
}

/** Every count summed up by county of one district; Directus notes no reads. */
function sum(port: number): Work {
  const query = new URLSearchParams({
    'groupBy[]': 'county',
    'filter[county][_starts_with]': '051',
    'filter[period][_eq]': '2026-Q1',
  });
  for (const name of COUNTS) query.append('aggregate[sum][]', name);
  return {
    port,
    requests: [{ method: 'GET', path: `/items/report?${query.toString()}`, headers: authorized }],
    mark: '"05170"',
  };
}

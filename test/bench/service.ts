/** The service under load beside the yardstick: reports in, summaries out, and what the access log costs. */
import { join } from 'node:path';
import { inRepository, MAIN, startServer, type Server } from '../setup/children.ts';
import { freePort } from '../setup/service.ts';
import type { Options } from './options.ts';
import { compare, Generator, type Comparison, type Side } from './pairs.ts';
import { openScene, type Scene } from './scene.ts';
import { inWords, markdownTable } from './statistics.ts';
import { bare, putReports, readSummaries } from './works.ts';

export const TYPESCRIPT: readonly string[] = ['--import', inRepository('test/setup/typescript.mjs')];

/** Starts a server of this scene; `args` are those of node. */
export async function serverOf(
  scene: Scene,
  name: string,
  args: readonly string[],
  env = scene.env,
): Promise<Server> {
  const port = await freePort();
  return startServer({ args, env, port, ready: '/health/live', log: join(scene.folder, `${name}.log`) });
}

/** What is compared, and the least ratio that is asked for. */
interface Line {
  readonly work: string;
  readonly goal: number;
  readonly sides: (scene: Scene) => Promise<readonly [Side, Side]>;
}

const CONNECTIONS = [16, 1];

export async function service(options: Options): Promise<string[]> {
  const scene = await openScene();
  const servers: Server[] = [];
  const generator = new Generator();
  try {
    const yardstick = await serverOf(scene, 'bare', [...TYPESCRIPT, inRepository('test/bench/bare.ts')], {
      DATABASE_URL: scene.database.superUrl,
    });
    servers.push(yardstick);
    const ours = await serverOf(scene, 'kanon', MAIN);
    servers.push(ours);
    const withoutLog = await serverOf(scene, 'without-log', [
      ...TYPESCRIPT,
      inRepository('test/bench/without-log.ts'),
    ]);
    servers.push(withoutLog);
    const lines: Line[] = [
      {
        work: 'accept a 7-cell report',
        goal: 0.6,
        sides: async (of) => [
          { name: 'Kanon', work: await putReports(of, ours.port) },
          { name: 'bare', work: bare(await putReports(of, yardstick.port)) },
        ],
      },
      {
        work: 'read a district summary',
        goal: 0.55,
        sides: async (of) => [
          { name: 'Kanon', work: await readSummaries(of, ours.port) },
          { name: 'bare', work: bare(await readSummaries(of, yardstick.port)) },
        ],
      },
      {
        work: 'read with / without the log entry',
        goal: 0.7,
        sides: async (of) => [
          { name: 'with', work: await readSummaries(of, ours.port) },
          { name: 'without', work: await readSummaries(of, withoutLog.port) },
        ],
      },
    ];
    const rows: string[][] = [];
    for (const line of lines)
      for (const connections of CONNECTIONS) {
        console.error(`${line.work}, ${connections} connection(s)`);
        // Fresh tokens for each, since they last 15 minutes.
        const comparison = await compare(generator, await line.sides(scene), connections, options);
        rows.push(rowOf(line, connections, comparison));
      }
    const { rounds, seconds } = options;
    return [
      ...markdownTable(HEADER, rows),
      '',
      `${rounds} rounds of ${seconds} s a side in turn; median (range); no errors. PostgreSQL ${scene.database.version}, fsync on.`,
    ];
  } finally {
    generator.end();
    for (const server of servers) await server.end();
    await scene.end();
  }
}

const HEADER = [
  'work',
  'connections',
  'first, requests/s',
  'second, requests/s',
  'ratio',
  'asked for',
  'p50, ms',
  'p95, ms',
  'p50 longer by, ms',
];

function rowOf(
  { work, goal }: Line,
  connections: number,
  { first, second, ratio, longer }: Comparison,
): string[] {
  const goalInWords = `at least ${goal}${ratio.median < goal ? ': missed' : ''}`;
  const both = (share: 'p50' | 'p95'): string =>
    `${first[share].median.toFixed(2)} / ${second[share].median.toFixed(2)}`;
  return [
    work,
    String(connections),
    inWords(first.perSecond),
    inWords(second.perSecond),
    inWords(ratio, 2),
    connections === 1 ? '' : goalInWords,
    both('p50'),
    both('p95'),
    inWords(longer, 2),
  ];
}

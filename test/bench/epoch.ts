/** What it costs that each act asks whether the account still stands as its token says: processor time, in the order ABBA. */
import { inRepository, MAIN } from '../setup/children.ts';
import type { Options } from './options.ts';
import { Generator } from './pairs.ts';
import { timeARequest } from './processor-time.ts';
import { openScene } from './scene.ts';
import { serverOf, TYPESCRIPT } from './service.ts';
import { inWords, markdownTable, spreadOf } from './statistics.ts';
import { putReports, readSummaries } from './works.ts';

/** A round measures with, without, without, with: a machine that gets slower all the time favours neither. */
const ORDER = ['with', 'without', 'without', 'with'] as const;

export async function epoch({ rounds, seconds, warmUp }: Options): Promise<string[]> {
  const scene = await openScene();
  const generator = new Generator();
  const servers = {
    with: await serverOf(scene, 'kanon', MAIN),
    without: await serverOf(scene, 'without-epoch', [
      ...TYPESCRIPT,
      inRepository('test/bench/without-epoch.ts'),
    ]),
  };
  try {
    const rows: string[][] = [];
    for (const [name, workOf] of [
      ['accept a 7-cell report', putReports],
      ['read a district summary', readSummaries],
    ] as const) {
      console.error(name);
      const ratios: number[] = [];
      const times = { with: [] as number[], without: [] as number[] };
      for (let round = 0; round < rounds; round++) {
        const spent = { with: 0, without: 0 };
        // Tokens last 15 minutes.
        const [ours, other] = [
          await workOf(scene, servers.with.port),
          await workOf(scene, servers.without.port),
        ];
        const sides = {
          with: { name: 'with', work: ours, pid: servers.with.pid },
          without: { name: 'without', work: other, pid: servers.without.pid },
        };
        if (round === 0) for (const side of Object.values(sides)) await generator.measure(side, 16, warmUp);
        for (const which of ORDER) {
          const time = await timeARequest(generator, sides[which], seconds);
          spent[which] += time;
          times[which].push(time);
        }
        ratios.push(100 * (spent.with / spent.without - 1));
      }
      rows.push([
        name,
        inWords(spreadOf(times.with), 3),
        inWords(spreadOf(times.without), 3),
        inWords(spreadOf(ratios), 1),
      ]);
    }
    return [
      ...markdownTable(['work', 'with, CPU ms', 'without, CPU ms', 'more by, %'], rows),
      '',
      `${rounds} rounds ABBA of ${seconds} s each, 16 connections; median (range); server and PostgreSQL together.`,
    ];
  } finally {
    generator.end();
    for (const server of Object.values(servers)) await server.end();
    await scene.end();
  }
}

/** Where the service's own time goes under load: samples of the processor, by room and package. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRepository, MAIN } from '../setup/children.ts';
import type { Work } from './load.ts';
import type { Options } from './options.ts';
import { Generator } from './pairs.ts';
import { processorTime } from './processor-time.ts';
import { openScene } from './scene.ts';
import { serverOf } from './service.ts';
import { markdownTable } from './statistics.ts';
import { putReports, readSummaries } from './works.ts';

/** As V8 writes it; microseconds. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** One line of the table: a function or a place, and its share of the time that the process was not idle. */
type Share = readonly [string, number];

const LINES = 15;

export async function profile(options: Options): Promise<string[]> {
  const { seconds, warmUp } = options;
  const scene = await openScene();
  const generator = new Generator();
  try {
    const lines = [...(await processorTime(scene, generator, options)), ''];
    const works = { 'accept a 7-cell report': putReports, 'read a district summary': readSummaries };
    for (const [name, workOf] of Object.entries(works)) {
      console.error(name);
      const folder = join(scene.folder, workOf.name);
      await mkdir(folder);
      const server = await serverOf(scene, workOf.name, ['--cpu-prof', `--cpu-prof-dir=${folder}`, ...MAIN]);
      const work: Work = await workOf(scene, server.port);
      await generator.measure({ name, work }, 16, warmUp);
      const measured = await generator.measure({ name, work }, 16, seconds);
      await server.end();
      const [file = ''] = await readdir(folder);
      const recorded = JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile;
      // The last seconds are the load; stopping takes less than a hundredth of them.
      const { places, functions, busy } = sharesOf(recorded, seconds * 1e6);
      const table = (title: string, shares: readonly Share[]): string[] =>
        markdownTable(
          [title, 'share'],
          shares.slice(0, LINES).map(([what, share]) => [what, `${(100 * share).toFixed(1)} %`]),
        );
      lines.push(
        ...[
          `${name}, 16 connections, ${measured.perSecond.toFixed(0)} requests/s, busy ${(100 * busy).toFixed(0)} %:`,
          '',
        ],
        ...[...table('place', places), '', ...table('function', functions), ''],
      );
    }
    return lines;
  } finally {
    generator.end();
    await scene.end();
  }
}

/** Shares of the last `span` microseconds that were not idle, largest first. */
export function sharesOf({ nodes, samples, timeDeltas }: CpuProfile, span: number) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const places = new Map<string, number>();
  const functions = new Map<string, number>();
  let [idle, seen] = [0, 0];
  for (let at = samples.length - 1; at >= 0 && seen < span; at -= 1) {
    const { functionName, url, lineNumber } = frames.get(samples[at]!)!;
    const time = timeDeltas[at]!;
    seen += time;
    if (functionName === '(idle)') idle += time;
    else {
      const place = placeOf(url, functionName);
      add(places, place, time);
      add(
        functions,
        `${functionName || '(anonymous)'} ${place}${url === '' ? '' : `:${lineNumber + 1}`}`,
        time,
      );
    }
  }
  const sharesIn = (sums: Map<string, number>): Share[] =>
    [...sums].map(([what, time]): Share => [what, time / (seen - idle)]).sort(([, a], [, b]) => b - a);
  return { places: sharesIn(places), functions: sharesIn(functions), busy: (seen - idle) / seen };
}

const add = (sums: Map<string, number>, key: string, time: number): void =>
  void sums.set(key, (sums.get(key) ?? 0) + time);

/** A file of ours, a package, a module of Node, or the machine itself. */
function placeOf(url: string, functionName: string): string {
  if (url === '') return functionName.startsWith('(') ? functionName : 'V8 and Node, native';
  const [, packageName] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(url) ?? [];
  return packageName ?? url.replace('file://', '').replace(inRepository('dist/'), '').replace(/\.js$/, '.ts');
}

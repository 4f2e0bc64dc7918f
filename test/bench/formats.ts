/** How long each format of a whole state's table takes beside its JSON: one request after the other, the formats in turn. */
import { FORMAT_NAMES, type FormatName } from '../../src/formats/formats.ts';
import { MAIN } from '../setup/children.ts';
import type { Options } from './options.ts';
import { openScene, RELEASED } from './scene.ts';
import { serverOf } from './service.ts';
import { inWords, markdownTable, type Spread, spreadOf } from './statistics.ts';

/** Most of JSON's time that a format may take; a PDF is made of pages, and is asked for seldom. */
const GOAL = 3;
const WITHOUT_GOAL: readonly FormatName[] = ['json', 'pdf'];
/** Requests of each format a round. */
const REQUESTS = 20;

export async function formats({ rounds }: Options): Promise<string[]> {
  const scene = await openScene();
  const server = await serverOf(scene, 'kanon', MAIN);
  try {
    const [token] = await scene.tokens([scene.stateReader]);
    const address = `http://127.0.0.1:${server.port}/v1/regions/05/summaries/${RELEASED}?level=county&format=`;
    const ask = async (format: FormatName): Promise<{ readonly ms: number; readonly bytes: number }> => {
      const began = performance.now();
      const answer = await fetch(address + format, {
        headers: { authorization: `Bearer ${token}`, 'kanon-purpose': 'PLANNING' },
      });
      const bytes = (await answer.arrayBuffer()).byteLength;
      if (answer.status !== 200) throw new Error(`${format}: ${answer.status}`);
      return { ms: performance.now() - began, bytes };
    };
    // The first requests load packages and fonts, and let the machine learn the code.
    await round(ask);
    const measured: Round[] = [];
    for (let at = 0; at < rounds; at += 1) measured.push(await round(ask));
    const rows = FORMAT_NAMES.map((format) => {
      const times = spreadOf(measured.map((one) => one[format].ms));
      const ratio = spreadOf(measured.map((one) => one[format].ms / one.json.ms));
      const kib = (measured[0]![format].bytes / 1024).toFixed(0);
      return [format, kib, inWords(times, 1), inWords(ratio, 2), goalOf(format, ratio)];
    });
    return [
      ...markdownTable(['format', 'KiB', 'milliseconds a request', "through JSON's", 'asked for'], rows),
      '',
      `53 counties; ${rounds} rounds of ${REQUESTS} requests a format, one connection, the formats in turn; of each round the median, and of these the median (range).`,
    ];
  } finally {
    await server.end();
    await scene.end();
  }
}

const goalOf = (format: FormatName, { median }: Spread): string =>
  WITHOUT_GOAL.includes(format) ? '' : `at most ${GOAL}${median > GOAL ? ': missed' : ''}`;

type Round = Readonly<Record<FormatName, { readonly ms: number; readonly bytes: number }>>;

async function round(ask: (format: FormatName) => Promise<{ ms: number; bytes: number }>): Promise<Round> {
  const times = new Map<FormatName, { ms: number; bytes: number }[]>(
    FORMAT_NAMES.map((format) => [format, []]),
  );
  for (let at = 0; at < REQUESTS; at += 1)
    for (const format of FORMAT_NAMES) times.get(format)!.push(await ask(format));
  return Object.fromEntries(
    [...times].map(([format, all]) => [
      format,
      { ms: spreadOf(all.map(({ ms }) => ms)).median, bytes: all[0]!.bytes },
    ]),
  ) as Round;
}

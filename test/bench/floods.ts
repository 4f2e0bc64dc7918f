/** Whether one account can slow down another: a summary read by one, while another asks on 50 connections. */
import { MAIN } from '../setup/children.ts';
import { type Ask, at, beside, type Counts, countsInWords, probe, type Sample } from './flood.ts';
import type { Options } from './options.ts';
import { DISTRICT, OPEN, openScene, RELEASED } from './scene.ts';
import { serverOf } from './service.ts';
import { markdownTable } from './statistics.ts';

const CONNECTIONS = 50;

export async function floods({ seconds }: Options): Promise<string[]> {
  const scene = await openScene();
  const server = await serverOf(scene, 'kanon', MAIN, { ...scene.env, KANON_RATES: '' });
  try {
    const reporter = scene.reporters[0]!;
    const [reader = '', theirs = ''] = await scene.tokens([scene.reader, reporter]);
    const school = reporter.schools[0]!;
    const as = (token: string, method: string, path: string, body?: string): Ask => ({
      method,
      path,
      headers: {
        authorization: `Bearer ${token}`,
        'kanon-purpose': 'PLANNING',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const summary = as(reader, 'GET', `/v1/regions/${DISTRICT}/summaries/${RELEASED}?level=county`);
    const work = async (): Promise<readonly Sample[]> => {
      // No faster than an account may read.
      const samples = await probe(server.port, seconds, () => summary);
      return samples.filter(({ status }) => status === 200);
    };
    const rows: string[][] = [];
    let quiet = 0;
    const row = (what: string, samples: readonly Sample[], counts: Counts = {}): void => {
      const median = at(samples, 0.5);
      rows.push([
        what,
        String(samples.length),
        median.toFixed(1),
        (median / quiet).toFixed(2),
        countsInWords(counts),
      ]);
    };
    await work();
    const still = await work();
    quiet = at(still, 0.5);
    row('nothing', still);
    for (const [what, ask] of [
      ['reads: the own report', as(theirs, 'GET', `/v1/schools/${school}/reports/${RELEASED}`)],
      ['reads: the own history', as(theirs, 'GET', `/v1/schools/${school}/reports/${RELEASED}/history`)],
      ['reads that are refused (403)', as(theirs, 'GET', `/v1/regions/051/completeness/${OPEN}`)],
      [
        'writes: a report that is refused',
        as(theirs, 'PUT', `/v1/schools/${school}/reports/${OPEN}?dryRun=true`, '{}'),
      ],
      ['heavy: pages of the log', as(theirs, 'GET', '/v1/access-log/entries?limit=1000')],
      ['anonymous: the list of schools', { method: 'GET', path: '/v1/schools?limit=1000', headers: {} }],
    ] as const) {
      const { done, counts } = await beside(server.port, CONNECTIONS, [ask], work);
      row(what, done, counts);
    }
    return [
      ...markdownTable(
        ['50 connections ask for', 'read', 'p50, ms', 'p50 ÷ quiet', 'they were answered'],
        rows,
      ),
      '',
      `${seconds} s each; another account reads the summary of a district, one after the other.`,
    ];
  } finally {
    await server.end();
    await scene.end();
  }
}

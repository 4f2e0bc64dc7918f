/** What a disclosure officer can do to a period. Where one needs a fresh second factor, `api` asks for it. */
import { KanonProblem } from '../../client/failures.ts';
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';
import { type Told, toldOf } from '../parts/failure.ts';
import type { ReleaseWords } from '../words/de/release.ts';

export type Unusual = NonNullable<Schemas['FreezeBody']['confirm']>[number];
export type Corrections = Schemas['ReleaseChoiceBody']['corrections'];

/** What is unusual about the freeze and has to be confirmed; undefined where it is done. */
export async function freeze(
  period: string,
  confirm: readonly Unusual[],
): Promise<readonly Unusual[] | undefined> {
  try {
    await api.post('/v1/periods/{period}/freeze', { path: { period }, body: { confirm: [...confirm] } });
    return undefined;
  } catch (error) {
    if (!(error instanceof KanonProblem) || error.code !== 'freeze-unconfirmed') throw error;
    return error.findings.map(({ rule }) => rule as Unusual);
  }
}

export const release = (period: string, corrections: Corrections | undefined): Promise<unknown> =>
  api.post('/v1/periods/{period}/release', {
    path: { period },
    ...(corrections !== undefined && { body: { corrections } }),
  });

export const look = (period: string): Promise<unknown> =>
  api.post('/v1/periods/{period}/preview', { path: { period } });

export const thaw = (period: string, isSecond: boolean): Promise<unknown> =>
  isSecond
    ? api.post('/v1/periods/{period}/thaw/confirmation', { path: { period } })
    : api.post('/v1/periods/{period}/thaw', { path: { period } });

export const reopen = (period: string, until: string): Promise<unknown> =>
  api.post('/v1/periods/{period}/corrections', { path: { period }, body: { until } });

/** A refusal as sentences; of some of them the page knows better what to do next. */
export function toldHere(error: unknown, words: ReleaseWords): Told {
  const told = toldOf(error);
  if (!(error instanceof KanonProblem)) return told;
  const way = words.ways[error.code];
  return way === undefined ? told : { title: way.title, details: [way.text] };
}

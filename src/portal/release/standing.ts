/** What is known of one period on its way, asked for in one go. */
import { everyPage } from '../../client/every-page.ts';
import type { Schemas } from '../../client/wire.ts';
import { api } from '../api.ts';

export type Step = 'upcoming' | 'open' | 'over' | 'frozen' | 'releasing' | 'released';

export interface Standing {
  readonly step: Step;
  /** Why the last try to release failed. */
  readonly failure: string | null;
  readonly counties: readonly Schemas['CountyCountsBody'][];
  readonly releases: readonly Schemas['ReleaseBody'][];
  readonly preview: Schemas['PreviewBody'] | undefined;
  readonly thaw: Schemas['ThawBody'] | undefined;
  /** Schools whose correction waits. */
  readonly kept: readonly string[];
}

/** Does what was asked for, says what came of it, where the page does not show it, or what went wrong, and looks again. */
export type Act = (act: () => Promise<string>) => void;

const everyRelease = () =>
  everyPage(async (cursor) => {
    const { body } = await api.get('/v1/releases', { query: cursor === undefined ? {} : { cursor } });
    return { lines: body.releases, next: body.cursor };
  });

const everyKept = (path: { readonly period: string }) =>
  everyPage(async (after) => {
    const query = after === undefined ? {} : { after };
    const { body } = await api.get('/v1/periods/{period}/corrections', { path, query });
    return { lines: body.kept, next: body.next };
  });

/** Throws what the calls throw. */
export async function standingOf(period: Schemas['PeriodBody'], land: string): Promise<Standing> {
  const path = { period: period.key };
  const [{ body: state }, { body: counts }, list] = await Promise.all([
    api.get('/v1/periods/{period}/state', { path }),
    api.get('/v1/regions/{region}/completeness/{period}', { path: { ...path, region: land } }),
    everyRelease(),
  ]);
  const releases = list.filter((one) => one.period === period.key);
  const isFrozen = state.state === 'frozen' || state.state === 'releasing';
  const [preview, thaw, kept] = await Promise.all([
    isFrozen ? api.get('/v1/periods/{period}/preview', { path }) : undefined,
    isFrozen ? api.get('/v1/periods/{period}/thaw', { path }) : undefined,
    releases.length > 0 ? everyKept(path) : [],
  ]);
  // The days are told by the public list alone: a period that is open by its state may be over by its days.
  const isByDays = state.state === 'open' && (period.state === 'upcoming' || period.state === 'over');
  return {
    step: isByDays ? period.state : state.state,
    failure: state.failure,
    counties: counts.counties,
    releases,
    preview: preview?.body,
    thaw: thaw?.body,
    kept,
  };
}

/** Whether something is being computed, so that it is worth asking again. */
export const isBusy = ({ step, preview }: Standing): boolean =>
  step === 'releasing' || preview?.state === 'computing';

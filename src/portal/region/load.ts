/** Asks the service for figures: each answer is an entry of the access log, so nothing is asked that the screen does not show. */
import type { KanonClient } from '../../client/kanon-client.ts';
import { KanonProblem, NotKanon } from '../../client/failures.ts';
import { parsePeriodKey } from '../../rules/period.ts';
import type { Choice, Purpose } from './choice.ts';
import type { Summary } from './reading.ts';

/** Why nothing is shown. */
export type Lack =
  'not-released' | 'offline' | 'not-allowed' | 'not-found' | 'busy' | 'signed-out' | 'failed';

export interface Figures {
  /** The region's own row. */
  readonly own: Summary;
  /** Rows of its parts, or of school types; undefined for who sees no parts. */
  readonly parts: Summary | undefined;
}

/** Answers that are held, by what was asked: the service says 304 where they still hold. */
export interface Held {
  readonly etag: string;
  readonly summary: Summary;
}

const MOST_MOMENTS = 12;
const NOT_MODIFIED = 304;

/** What the page offers as a file; the bytes are the service's. */
export type FileFormat =
  'xlsx' | 'pdf' | 'csv-de' | 'csv' | 'json' | 'json-stat' | 'sdmx-csv' | 'sdmx-structure';

/** Asks for summaries of one client for one purpose; what it holds goes with it, and stands in no store of the browser. */
export function figuresOf(client: KanonClient, purpose: Purpose) {
  const held = new Map<string, Held>();

  async function summary(
    region: string,
    period: string,
    query: { readonly level?: Choice['level']; readonly by?: Choice['by']; readonly version?: number },
    signal: AbortSignal,
  ): Promise<Summary> {
    const name = [region, period, query.level, query.by, query.version].join(' ');
    const known = held.get(name);
    try {
      const { body, etag } = await client.get('/v1/regions/{region}/summaries/{period}', {
        path: { region, period },
        query,
        header: { 'kanon-purpose': purpose, ...(known && { 'if-none-match': known.etag }) },
        signal,
      });
      if (etag !== undefined) held.set(name, { etag, summary: body });
      return body;
    } catch (error) {
      if (known && error instanceof NotKanon && error.status === NOT_MODIFIED) return known.summary;
      throw error;
    }
  }

  return {
    /** The own row, and with it the parts where the role sees them. */
    async figures(choice: Choice, period: string, withParts: boolean, signal: AbortSignal): Promise<Figures> {
      const version = versionOf(choice);
      const own = summary(choice.region, period, version, signal);
      const isSame = choice.level === levelOfKey(choice.region) && choice.by === 'benefit';
      const query = choice.by === 'school-type' ? ({ by: 'school-type' } as const) : { level: choice.level };
      const parts =
        withParts && !isSame ? summary(choice.region, period, { ...query, ...version }, signal) : undefined;
      const [one, more] = await Promise.all([own, parts]);
      return { own: one, parts: more };
    },
    /** The own row of up to twelve periods, in the order of time. A period without release has none. */
    async moments(
      region: string,
      periods: readonly string[],
      signal: AbortSignal,
    ): Promise<readonly { readonly period: string; readonly summary: Summary | undefined }[]> {
      const chosen = [...periods].sort().slice(-MOST_MOMENTS);
      return Promise.all(
        chosen.map(async (period) => ({
          period,
          summary: await summary(region, period, {}, signal).catch((error: unknown) => {
            if (lackOf(error) === 'not-released' || lackOf(error) === 'not-found') return undefined;
            throw error;
          }),
        })),
      );
    },
    /** A file of the same figures, as the service writes it. */
    async file(choice: Choice, period: string, format: FileFormat, signal: AbortSignal): Promise<Uint8Array> {
      const isSame = choice.level === levelOfKey(choice.region);
      const { body } = await client.bytes('/v1/regions/{region}/summaries/{period}', {
        path: { region: choice.region, period },
        query: {
          format,
          ...versionOf(choice),
          ...(choice.by === 'school-type' ? { by: choice.by } : isSame ? {} : { level: choice.level }),
        },
        header: { 'kanon-purpose': purpose },
        signal,
      });
      return body;
    },
  };
}

const versionOf = ({ version }: Choice): { readonly version?: number } =>
  version === undefined ? {} : { version };

export type FiguresSource = ReturnType<typeof figuresOf>;

const levelOfKey = (region: string): Choice['level'] =>
  region.length === 2 ? 'state' : region.length === 3 ? 'district' : 'county';

/** What a failure means for who looks at figures. */
export function lackOf(error: unknown): Lack {
  if (error instanceof KanonProblem) {
    if (error.code === 'not-released') return 'not-released';
    if (error.status === 401) return 'signed-out';
    if (error.status === 403) return 'not-allowed';
    if (error.status === 404) return 'not-found';
    return error.status === 429 || error.status === 503 ? 'busy' : 'failed';
  }
  // What fetch throws where nobody answers.
  return error instanceof TypeError ? 'offline' : 'failed';
}

/** Periods that have figures, newest first, of one frequency: the newest one's, so that a time line compares like with like. */
export function releasedOf(
  periods: readonly { readonly key: string; readonly state: string }[],
): readonly string[] {
  const keys = periods
    .filter(({ key, state }) => state === 'released' && parsePeriodKey(key))
    .map(({ key }) => key)
    .sort()
    .reverse();
  return keys;
}

/** Of these, those that last as long as the one that is looked at. */
export const alike = (periods: readonly string[], period: string): readonly string[] =>
  periods.filter((key) => key.length === period.length && key[5] === period[5]);

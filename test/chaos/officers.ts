/** Two disclosure officers who freeze a period, release it, open it for corrections, and so on, whatever happens meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Report } from '../../src/rules/report.ts';
import type { Event, History } from './history.ts';
import { repeatedly, type Rng } from './load.ts';
import type { Keeper } from './service.ts';
import { RELEASED, reportNumber, type School, type World } from './world.ts';

/** What stood in the period when it was seen to be released. */
export interface SeenRelease {
  readonly version: number;
  readonly reports: ReadonlyMap<string, Report>;
}

export interface Officers {
  readonly releases: readonly SeenRelease[];
  /** Codes of what the publisher could not release. */
  readonly failures: readonly string[];
  end(): Promise<void>;
}

const PERIOD = `/v1/periods/${RELEASED}`;
const PAUSE = 300;

export function startOfficers(
  world: World,
  services: readonly Keeper[],
  history: History,
  rng: Rng,
): Officers {
  const releases: SeenRelease[] = [];
  const failures: string[] = [];
  const stored = new Map<string, Report>();
  const [first, second] = world.officers;
  let going = true;
  let serial = 0;
  const any = (): Keeper => services[Math.floor(rng() * services.length)]!;

  const newest = async (): Promise<number | undefined> => {
    const path = '/v1/releases';
    const { outcome, answer } = await history.ask(any(), {
      who: first,
      act: 'release.list',
      method: 'GET',
      path,
    });
    if (outcome !== 'acknowledged') return undefined;
    const listed = answer.releases as { period: string; version: number }[];
    return Math.max(0, ...listed.filter(({ period }) => period === RELEASED).map(({ version }) => version));
  };
  const act = (
    who: World['reader'],
    name: string,
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<Event> =>
    history.ask(any(), {
      who,
      act: name,
      method,
      path: PERIOD + path,
      ...(body === undefined ? {} : { body }),
    });

  /** Hands in until it is known what stands there. */
  async function correct({ number, reporter }: School): Promise<void> {
    const place = { who: reporter, path: `/v1/schools/${number}/reports/${RELEASED}` };
    serial += 1;
    const body = reportNumber(serial);
    const report = { school: number, period: RELEASED, body };
    let known = await history.ask(any(), { ...place, act: 'report.submit', method: 'PUT', body, report });
    while (known.outcome !== 'acknowledged' && going) {
      await sleep(PAUSE);
      known = await history.ask(any(), { ...place, act: 'report.read', method: 'GET' });
      // Nothing was stored, and nothing was there before.
      if (known.status === 404) return;
    }
    if (known.outcome === 'acknowledged') stored.set(number, known.answer.stored as Report);
  }

  async function step(): Promise<void> {
    const { outcome, answer } = await act(first, 'period.progress', 'GET', '/state');
    if (outcome !== 'acknowledged') return;
    const { state, failure } = answer as { state: string; failure: string | null };
    if (state === 'open') {
      const missing = world.schools.filter(({ number }) => !stored.has(number));
      const some = world.schools[Math.floor(rng() * world.schools.length)]!;
      for (const school of missing.length > 0 ? missing : [some]) await correct(school);
      if (stored.size === world.schools.length)
        await act(first, 'period.freeze', 'POST', '/freeze', { confirm: ['not-over'] });
    } else if (state === 'frozen') {
      if (failure !== null) failures.push(failure);
      await act(second, 'period.release', 'POST', '/release', { corrections: 'publish' });
    } else if (state === 'released') {
      const version = await newest();
      if (version === undefined) return;
      // The same one again where all corrections wait: nothing was published then.
      if (version !== releases.at(-1)?.version) releases.push({ version, reports: new Map(stored) });
      await act(first, 'period.reopen', 'POST', '/corrections', { until: '2089-12-31' });
    }
  }

  const work = repeatedly(PAUSE, step);
  return {
    releases,
    failures,
    async end() {
      going = false;
      await work.end();
    },
  };
}

/** One run: services and load up, faults one after the other, everything down, and the history held against what is there. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JSONWebKeySet } from 'jose';
import { lockFolder } from '../../src/embedded/lock.ts';
import { seeded } from '../../src/demo/simulation.ts';
import { freePort } from '../setup/service.ts';
import { markedFolder, sweep } from '../setup/sweep.ts';
import { checkBundle } from './check-bundle.ts';
import { checkLog, checkReleases, exportedHeads, type Head, headIn } from './check-log.ts';
import { checkAnswers, checkEntries, checkReports, heldBy } from './check-reports.ts';
import { openCluster } from './cluster.ts';
import { deck, type Fault, type Hit } from './faults.ts';
import { History } from './history.ts';
import { repeatedly, startLoad } from './load.ts';
import { startOfficers } from './officers.ts';
import { keep } from './service.ts';
import { DISTRICT, openWorld } from './world.ts';

export interface Run {
  readonly seed: number;
  /** Milliseconds of faults; a full deck of them where absent. */
  readonly time?: number;
  /** Of changed-program.mjs. */
  readonly changes: readonly string[];
  /** Only these faults; all where absent. */
  readonly only?: (fault: Fault) => boolean;
  /** Whether the exported folder of an early moment is put back at the end. */
  readonly oldExport?: boolean;
  readonly say: (line: string) => void;
}

export interface Outcome {
  readonly findings: readonly string[];
  readonly figures: Figures;
}

export interface Figures {
  readonly faults: ReadonlyMap<string, number>;
  readonly answers: Readonly<Record<string, number>>;
  /** Milliseconds from the end of a fault to a good answer of every process. */
  readonly recoveries: ReadonlyMap<Hit, readonly number[]>;
  /** Seconds of a processor that a process had used at its first good answers. */
  readonly starts: readonly number[];
  readonly releases: number;
  readonly releaseFailures: readonly string[];
  readonly leaves: number;
  readonly checkpoints: number;
  readonly version: string;
}

/** Milliseconds after which a service that does not answer is a dead end. */
const DEAD = 60_000;
const TOKENS = 5 * 60_000;

export async function run({ seed, time, changes, only, oldExport, say }: Run): Promise<Outcome> {
  await sweep();
  const folder = await markedFolder();
  const rng = seeded(seed);
  const cluster = await openCluster(folder);
  // Held as long as we run, or the sweep of a test run beside takes the folder for an abandoned one.
  const lock = await lockFolder(folder);
  const env = {
    KANON_DATA: join(folder, 'kanon'),
    KANON_CHECKPOINTS: join(folder, 'checkpoints'),
    KANON_PUBLIC_URL: 'http://localhost:3000',
    KANON_POOL: '8',
    // What the load asks is more than a person does.
    KANON_RATES: '1000000/1000000/1000000',
    DATABASE_URL: cluster.urls.serviceUrl,
    DATABASE_OWNER_URL: cluster.urls.ownerUrl,
  };
  const world = await openWorld(env, cluster.urls.ownerUrl);
  const history = new History();
  const findings: string[] = [];
  const [portA, portB] = [await freePort(), await freePort()];
  const services = [portA, portB].map((port, i) =>
    keep(port, env, join(folder, `service-${i}.log`), changes),
  );
  const load = startLoad(world, services, history, rng);
  const officers = startOfficers(world, services, history, rng);
  const seen: Head[] = [];
  const watch = repeatedly(500, async () => {
    seen.push(...(await exportedHeads(env.KANON_CHECKPOINTS)));
  });
  const renewal = setInterval(() => void world.renew(), TOKENS);
  const recoveries = new Map<Hit, number[]>();
  const starts: number[] = [];
  const faults = new Map<string, number>();
  try {
    await allAnswer(services, history, performance.now());
    const until = time === undefined ? Infinity : performance.now() + time;
    const early = join(folder, 'early-checkpoints');
    while (performance.now() < until) {
      for (const fault of deck(rng).filter(only ?? (() => true))) {
        if (performance.now() >= until) break;
        const startsBefore = services.map(({ starts }) => starts);
        await fault.run({ cluster, services, rng });
        const lifted = performance.now();
        add(faults, fault.name);
        const slowest = await allAnswer(services, history, lifted);
        say(`${fault.name}: ${slowest === undefined ? 'no good answer' : inSeconds(slowest)}`);
        services.forEach((service, i) => {
          if (service.starts > startsBefore[i]!) starts.push(service.processorTime());
        });
        if (slowest === undefined) {
          findings.push(`a dead end: no good answer within ${DEAD / 1000} s after ${fault.name}`);
          break;
        }
        recoveries.set(fault.hits, [...(recoveries.get(fault.hits) ?? []), slowest]);
        if (oldExport && seen.length > 0)
          await cp(env.KANON_CHECKPOINTS, early, { recursive: true, force: false });
        await sleep(rng() * 400);
      }
      if (time === undefined || findings.length > 0) break;
    }
    await officers.end();
    await load.end();
    if (!(await isSigned(cluster))) findings.push('a dead end: the log is not signed any more');
    const keys = (await (await fetch(`${services[0]!.url}/.well-known/jwks.json`)).json()) as JSONWebKeySet;
    const [tree] = await cluster.ask('SELECT verifier_key FROM log_tree ORDER BY number DESC LIMIT 1');
    const key = String(tree?.['verifier_key']);
    findings.push(...(await checkBundle(services[0]!, world, key, seen[0], folder)));
    if (!(await isSigned(cluster))) findings.push('a dead end: the log is not signed any more');
    for (const service of services) await service.end();
    if (oldExport) {
      await rm(env.KANON_CHECKPOINTS, { recursive: true });
      await cp(early, env.KANON_CHECKPOINTS, { recursive: true });
    }
    for (const { act, outcome, answer } of history.events)
      if (act === 'log.checkpoint' && outcome === 'acknowledged')
        seen.push(...[headIn(String(answer), 'an answer')].filter((head) => head !== undefined));
    const held = await heldBy(cluster);
    const log = await checkLog(cluster, seen, env.KANON_CHECKPOINTS);
    findings.push(
      ...(await checkReports(history.events, held, keys)),
      ...checkEntries(history.events, held),
      ...checkAnswers(history.events, DISTRICT),
      ...log.wrong,
      ...(await checkReleases(cluster, officers.releases)),
      ...failedAnswers(history),
    );
    return {
      findings,
      figures: {
        faults,
        recoveries,
        starts,
        answers: Object.fromEntries(
          (['acknowledged', 'refused', 'unavailable', 'unknown', 'failed'] as const).map((outcome) => [
            outcome,
            history.count(outcome),
          ]),
        ),
        releases: officers.releases.length,
        releaseFailures: officers.failures,
        leaves: log.leaves,
        checkpoints: log.heads,
        version: cluster.version,
      },
    };
  } finally {
    clearInterval(renewal);
    await Promise.all([officers.end(), load.end(), watch.end()]);
    for (const service of services) await service.end();
    await cluster.end();
    if (process.env['KANON_TEST_KEEP']) say(`kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
    await lock?.release();
  }
}

const inSeconds = (milliseconds: number): string => `good again after ${(milliseconds / 1000).toFixed(2)} s`;

type Services = Parameters<typeof startLoad>[1];

/** Milliseconds until every process has given a good answer; undefined where one gives none. */
async function allAnswer(services: Services, history: History, since: number): Promise<number | undefined> {
  const times = await Promise.all(services.map((service) => history.goodAnswerAfter(since, service, DEAD)));
  return times.includes(undefined) ? undefined : Math.max(...times.map((time) => time ?? 0));
}

async function isSigned(cluster: Awaited<ReturnType<typeof openCluster>>): Promise<boolean> {
  for (const until = performance.now() + DEAD; performance.now() < until; await sleep(100)) {
    const [row] = await cluster.ask(
      `SELECT (SELECT count(*) FROM log_pending) = 0 AND size = (SELECT max(size) FROM log_checkpoint) AS signed
       FROM log_tree ORDER BY number DESC LIMIT 1`,
    );
    if (row?.['signed'] === true) return true;
  }
  return false;
}

/** A fault that passes is told as such, and is no fault of ours. */
const failedAnswers = ({ events }: History): string[] =>
  events
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ act, status, answer }) => `${act}: an answer with ${status} (${String(answer?.type)})`);

const add = <K>(counts: Map<K, number>, key: K): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

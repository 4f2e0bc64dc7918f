/** What goes wrong, one thing at a time; each ends with the fault lifted, and then the service must answer again. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import type { Rng } from './load.ts';
import type { Keeper } from './service.ts';

export interface Stage {
  readonly cluster: Cluster;
  readonly services: readonly Keeper[];
  readonly rng: Rng;
}

/** What it hits, and how: each is counted for itself. */
export const HITS = [
  'service killed',
  'service told to end',
  'service paused',
  'PostgreSQL killed whole',
  'one backend killed',
  'network',
  'server',
] as const;
export type Hit = (typeof HITS)[number];

export interface Fault {
  readonly name: string;
  readonly hits: Hit;
  /** How often it comes in a full run. */
  readonly times: number;
  run(stage: Stage): Promise<void>;
}

const one = ({ services, rng }: Stage): Keeper => services[Math.floor(rng() * services.length)]!;

/** Milliseconds, by chance. */
const between = (least: number, most: number, { rng }: Stage): number => least + rng() * (most - least);

async function stopWholeServer(stage: Stage, signal: 'SIGKILL' | 'SIGQUIT' | 'SIGINT'): Promise<void> {
  await stage.cluster.kill(signal);
  await sleep(between(0, 800, stage));
  await stage.cluster.start();
}

async function setOnServer(stage: Stage, set: string, reset: string, hold: number): Promise<void> {
  await stage.cluster.ask(set);
  await stage.cluster.ask('SELECT pg_reload_conf()');
  await sleep(hold);
  await stage.cluster.ask(reset);
  await stage.cluster.ask('SELECT pg_reload_conf()');
}

const HANG_UP = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'kanon_service'`;

async function lock(stage: Stage, table: string, hold: number): Promise<void> {
  const client = await stage.cluster.connect();
  try {
    await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    await sleep(hold);
  } finally {
    await client.end();
  }
}

export const FAULTS: readonly Fault[] = [
  {
    name: 'SIGKILL of the service',
    hits: 'service killed',
    times: 70,
    run: async (stage) => {
      one(stage).signal('SIGKILL');
    },
  },
  {
    name: 'SIGKILL while it starts',
    hits: 'service killed',
    times: 15,
    run: async (stage) => {
      const service = one(stage);
      service.signal('SIGKILL');
      await sleep(between(100, 1500, stage));
      service.signal('SIGKILL');
    },
  },
  {
    name: 'SIGKILL of both processes',
    hits: 'service killed',
    times: 10,
    run: async ({ services }) => {
      for (const service of services) service.signal('SIGKILL');
    },
  },
  {
    name: 'SIGTERM of the service',
    hits: 'service told to end',
    times: 10,
    run: async (stage) => {
      one(stage).signal('SIGTERM');
    },
  },
  {
    name: 'SIGSTOP of the service for some seconds',
    hits: 'service paused',
    times: 6,
    run: async (stage) => {
      const service = one(stage);
      service.signal('SIGSTOP');
      await sleep(between(500, 3000, stage));
      service.signal('SIGCONT');
    },
  },
  {
    name: 'SIGKILL of PostgreSQL whole',
    hits: 'PostgreSQL killed whole',
    times: 36,
    run: (stage) => stopWholeServer(stage, 'SIGKILL'),
  },
  {
    name: 'immediate stop of PostgreSQL',
    hits: 'PostgreSQL killed whole',
    times: 8,
    run: (stage) => stopWholeServer(stage, 'SIGQUIT'),
  },
  {
    name: 'SIGKILL of one backend',
    hits: 'one backend killed',
    times: 20,
    run: async ({ cluster }) => {
      while (!(await cluster.killBackend())) await sleep(20);
    },
  },
  {
    name: 'fast restart of PostgreSQL',
    hits: 'server',
    times: 3,
    run: (stage) => stopWholeServer(stage, 'SIGINT'),
  },
  {
    name: 'all connections ended by the server',
    hits: 'server',
    times: 5,
    run: async ({ cluster }) => {
      await cluster.ask(HANG_UP);
    },
  },
  {
    name: 'network cut',
    hits: 'network',
    times: 8,
    run: async ({ cluster }) => {
      cluster.wire.cut();
    },
  },
  {
    name: 'network refuses for a second',
    hits: 'network',
    times: 3,
    run: async ({ cluster: { wire } }) => {
      wire.pull();
      await sleep(1000);
      wire.mend();
    },
  },
  {
    name: 'network silent for some seconds',
    hits: 'network',
    times: 3,
    run: async (stage) => {
      stage.cluster.wire.silence();
      await sleep(between(1500, 4000, stage));
      stage.cluster.wire.mend();
    },
  },
  {
    name: 'network silent, then cut',
    hits: 'network',
    times: 3,
    run: async (stage) => {
      stage.cluster.wire.silence();
      await sleep(between(500, 2000, stage));
      stage.cluster.wire.cut();
      stage.cluster.wire.mend();
    },
  },
  {
    name: 'network slow, 150 ms each way',
    hits: 'network',
    times: 2,
    run: async ({ cluster: { wire } }) => {
      wire.delay(150);
      await sleep(2500);
      wire.mend();
    },
  },
  {
    name: 'read-only server',
    hits: 'server',
    times: 3,
    run: (stage) =>
      setOnServer(
        stage,
        'ALTER SYSTEM SET default_transaction_read_only = on',
        'ALTER SYSTEM RESET default_transaction_read_only',
        2000,
      ),
  },
  {
    name: 'no connections left',
    hits: 'server',
    times: 3,
    run: async ({ cluster }) => {
      await cluster.ask('ALTER ROLE kanon_service CONNECTION LIMIT 0');
      await cluster.ask(HANG_UP);
      await sleep(1500);
      await cluster.ask('ALTER ROLE kanon_service CONNECTION LIMIT -1');
    },
  },
  {
    name: 'access log locked',
    hits: 'server',
    times: 3,
    run: (stage) => lock(stage, 'access_entry', between(500, 6500, stage)),
  },
  {
    name: 'reports locked',
    hits: 'server',
    times: 3,
    run: (stage) => lock(stage, 'report', between(500, 6500, stage)),
  },
];

/** A full run shuffled, but each kind once before any comes a second time. */
export function deck(rng: Rng): Fault[] {
  const shuffled = <T>(values: readonly T[]): T[] =>
    values
      .map((value) => ({ value, at: rng() }))
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value);
  const more = FAULTS.flatMap((fault) => Array.from({ length: fault.times - 1 }, () => fault));
  return [...shuffled(FAULTS), ...shuffled(more)];
}

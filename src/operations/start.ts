/** The service: from settings to a listening port, and back down on SIGTERM. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Sequencer } from '../audit/sequencer.ts';
import { alone } from '../foundation/database/alone.ts';
import { putOver } from '../foundation/durable.ts';
import { Problem } from '../foundation/problem.ts';
import type { Settings } from '../foundation/settings.ts';
import { step } from '../foundation/step.ts';
import { Told } from '../foundation/told.ts';
import { type Boot, bootOn, type Running } from './boot.ts';
import { HealthCheck } from './health.ts';
import { serveMetrics } from './metrics.ts';
import { Demo, type DemoResult } from './demo.ts';
import { sharesInWords } from './invented-reports.ts';

/** Milliseconds that requests on their way have to end by themselves. */
const DRAIN = 20_000;

/** Runs until a signal ends it; the exit code. Throws errors of one sentence. */
export async function start(settings: Settings, boot: Boot): Promise<number> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const stopped = signal();
  // Before minutes of work, not after it.
  await mustBeFree(settings);
  const running = await bootOn(settings, boot, (line) => {
    say(`kanon: ${line}`);
  });
  try {
    const demo = settings.demo ? await fillOnce(running, say) : undefined;
    if (demo?.isWhole === false) say('kanon: the demo is not released yet; the next start goes on with it');
    step('start.demo');
    await listen(running, settings);
    step('start.listening');
    const metrics = await openMetrics(running, settings);
    for (const line of welcome(settings, demo)) say(line);
    await sayLog(running, say);
    const lost = await Promise.race([stopped, running.lost]);
    if (lost !== undefined) throw new Error(`${lost} Kanon ends with it; start it again.`);
    await limp(running, say);
    say('kanon: stopping; requests on their way are finished first');
    metrics?.close();
  } finally {
    const { server } = running.app.getHttpAdapter().getInstance();
    setTimeout(() => {
      server.closeAllConnections();
    }, DRAIN).unref();
    await running.stop();
  }
  return 0;
}

/** Ready turns 503 first, so that whoever spreads requests has time to leave this process out. */
async function limp({ app, settings, lost }: Running, say: (line: string) => void): Promise<void> {
  app.get(HealthCheck).stop();
  if (settings.lameDuck === 0) return;
  say(`kanon: not ready any more; stopping in ${settings.lameDuck} seconds`);
  await Promise.race([sleep(settings.lameDuck * 1000), lost]);
}

/** What health and `kanon log status` say of the log, at the start too. */
async function sayLog({ app }: Running, say: (line: string) => void): Promise<void> {
  const found = await app.get(Sequencer).status();
  if (found?.refusal) say(`kanon: the access log is not signed: ${found.refusal.message}`);
  else if (found?.folderFault)
    say(
      `kanon: the access log cannot be signed (${found.folderFault}): the folder that KANON_CHECKPOINTS names takes no file.`,
    );
}

/** The result of whoever made it now; undefined where there is none to be made. */
async function fillOnce(
  { app, settings }: Running,
  say: (line: string) => void,
): Promise<DemoResult | undefined> {
  const demo = app.get(Demo);
  const isNeeded = async (): Promise<boolean> => ['empty', 'begun'].includes(await demo.state());
  if ((await demo.state()) === 'old') {
    say(`kanon: ${HALF_DEMO}`);
    return undefined;
  }
  if (!settings.databaseUrl || !(await isNeeded())) return undefined;
  const waiting = (): void => {
    say('kanon: another start is making the demo; waiting for it');
  };
  return alone(settings.databaseUrl, DEMO_LOCK, waiting, async () => {
    const state = await demo.state();
    if (!(await isNeeded())) return undefined;
    say(
      state === 'empty'
        ? 'kanon: first start: inventing schools and letting them report'
        : 'kanon: an earlier start did not finish the demo; going on with it',
    );
    // The passwords first: a first start that breaks off must not leave accounts that nobody can enter.
    return demo
      .fill((accounts) => putOver(accountsFile(settings), `${JSON.stringify(accounts, null, 2)}\n`, 0o600))
      .catch((cause: unknown) => {
        if (state === 'empty' || !(cause instanceof Problem) || cause.status >= 500) throw cause;
        throw new Error(HALF_DEMO, { cause });
      });
  });
}

/** The same number in every Kanon, and another than that of the migrations. */
const DEMO_LOCK = 7_205_759_404;

const HALF_DEMO =
  'An earlier start left half a demo, which this version cannot finish. It holds nothing but invented schools: stop Kanon, move the folder KANON_DATA away (or take an empty database), and start again; or set KANON_DEMO=off to go on with it as it is.';

const accountsFile = (settings: Settings): string => join(settings.data, 'demo-accounts.json');

const openMetrics = ({ metrics }: Running, { metricsPort, host }: Settings): Promise<Server> | undefined =>
  metricsPort === undefined ? undefined : serveMetrics(metrics, metricsPort, host);

async function mustBeFree({ port, host }: Settings): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening').catch(sayTaken(port));
  probe.close();
  await once(probe, 'close');
}

const listen = ({ app }: Running, { port, host }: Settings): Promise<unknown> =>
  app.listen(port, host).catch(sayTaken(port));

const sayTaken = (port: number) => (error: unknown) => {
  if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
  const sentence = {
    de: `Port ${port} ist belegt: bitte beenden, was dort lauscht, oder mit PORT einen anderen nennen.`,
    en: `Port ${port} is taken: stop what listens there, or start with PORT set to another one.`,
  };
  throw new Told(sentence, { cause: error });
};

function welcome(settings: Settings, demo: DemoResult | undefined): string[] {
  const at = `http://localhost:${settings.port}`;
  const lines = [
    '',
    `Kanon answers at ${at}`,
    `  API, to try out   ${at}/docs`,
    `  OpenAPI 3.1       ${at}/openapi.json`,
    '',
  ];
  if (!settings.demo) return lines;
  if (!demo?.accounts) {
    const file = accountsFile(settings);
    return [
      ...lines,
      existsSync(file)
        ? `Demo accounts: ${file}`
        : `Demo accounts: their passwords are in demo-accounts.json of the folder KANON_DATA that the demo was made with`,
      '',
    ];
  }
  return [
    ...lines,
    'Demo accounts (all schools, counts and offices are invented):',
    ...demo.accounts.map(
      ({ account, password, role, scope }) =>
        `  ${account.padEnd(17)}${password}  ${role.padEnd(19)}${scope}`,
    ),
    `  also in ${accountsFile(settings)}`,
    '',
    sharesInWords(demo.figures),
    '',
  ];
}

/** The first signal ends us in order; a second one at once. */
const signal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      process.once(name, () => {
        resolve();
      });
    whenOrphaned(resolve);
  });

/** A signal to `npm start` ends npm and its shell, which hand none on: that they are gone is the signal. */
function whenOrphaned(stop: () => void): void {
  const { ppid, env } = process;
  // Parent 1 is a container's; whoever starts us without npm signals us.
  if (env['npm_lifecycle_event'] !== 'start' || ppid === 1) return;
  const watch = setInterval(() => {
    if (process.ppid === ppid) return;
    clearInterval(watch);
    stop();
  }, 250);
  watch.unref();
}

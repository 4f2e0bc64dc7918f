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
import { logFailure } from '../foundation/http/log.ts';
import type { InBoth, Language } from '../foundation/language.ts';
import { Problem } from '../foundation/problem-shape.ts';
import type { Settings } from '../foundation/settings.ts';
import { step } from '../foundation/step.ts';
import { Told } from '../foundation/told.ts';
import { type Boot, bootOn, type Running } from './boot.ts';
import { Administrators } from '../identity/administrators.ts';
import { HealthCheck } from './health.ts';
import { serveMetrics } from './metrics.ts';
import {
  addresses,
  ENOUGH_ADMINISTRATORS,
  demoMade,
  demoMadeBefore,
  endsWith,
  folderFault,
  logNotSigned,
  notReady,
  portTaken,
  START,
  tooFewAdministrators,
} from './start-words.ts';
import { Demo, type DemoResult } from '../demo/demo.ts';

/** Milliseconds that requests on their way have to end by themselves. */
const DRAIN = 20_000;

/** Says something to whoever watches the start. */
type Tell = (said: InBoth) => void;

/** Runs until a signal ends it, and speaks `lang`; the exit code. Throws errors of one sentence. */
export async function start(settings: Settings, boot: Boot, lang: Language): Promise<number> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const tell: Tell = (said) => {
    say(`kanon: ${said[lang]}`);
  };
  const stopped = signal();
  // Before minutes of work, not after it.
  await mustBeFree(settings);
  const running = await bootOn(settings, boot, tell);
  try {
    const demo = settings.demo ? await fillOnce(running, tell) : undefined;
    if (demo?.isWhole === false) tell(START.demoNotReleased);
    step('start.demo');
    await listen(running, settings);
    step('start.listening');
    const metrics = await openMetrics(running, settings);
    for (const line of welcome(settings, demo, lang)) say(line);
    await tellLog(running, tell);
    await tellAdministrators(running, tell);
    const lost = await Promise.race([stopped, running.lost]);
    if (lost !== undefined) throw new Told(endsWith(lost));
    await limp(running, tell);
    tell(START.stopping);
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
async function limp({ app, settings, lost }: Running, tell: Tell): Promise<void> {
  app.get(HealthCheck).stop();
  if (settings.lameDuck === 0) return;
  tell(notReady(settings.lameDuck));
  await Promise.race([sleep(settings.lameDuck * 1000), lost]);
}

/** What health and `kanon log status` say of the log, at the start too. It answers already: a database that goes away meanwhile ends nothing. */
async function tellLog({ app }: Running, tell: Tell): Promise<void> {
  const found = await app
    .get(Sequencer)
    .status()
    .catch((error: unknown) => {
      logFailure(error);
      return undefined;
    });
  if (found?.refusal) tell(logNotSigned(found.refusal.sentence));
  else if (found?.folderFault) tell(folderFault(found.folderFault));
}

/** The start waits for none of them, and a database that goes away meanwhile ends nothing. */
async function tellAdministrators({ app, settings }: Running, tell: Tell): Promise<void> {
  if (settings.demo) return;
  const persons = await app
    .get(Administrators)
    .count()
    .catch((error: unknown) => {
      logFailure(error);
      return ENOUGH_ADMINISTRATORS;
    });
  if (persons < ENOUGH_ADMINISTRATORS) tell(tooFewAdministrators(persons));
}

/** The result of whoever made it now; undefined where there is none to be made. */
async function fillOnce({ app, settings }: Running, tell: Tell): Promise<DemoResult | undefined> {
  const demo = app.get(Demo);
  const isNeeded = async (): Promise<boolean> => ['empty', 'begun'].includes(await demo.state());
  if ((await demo.state()) === 'old') {
    tell(START.demoHalf);
    return undefined;
  }
  if (!settings.databaseUrl || !(await isNeeded())) return undefined;
  const waiting = (): void => {
    tell(START.demoByAnother);
  };
  return alone(settings.databaseUrl, DEMO_LOCK, waiting, async () => {
    const state = await demo.state();
    if (!(await isNeeded())) return undefined;
    tell(state === 'empty' ? START.demoBegins : START.demoGoesOn);
    // The passwords first: a first start that breaks off must not leave accounts that nobody can enter.
    return demo
      .fill((accounts) => putOver(accountsFile(settings), `${JSON.stringify(accounts, null, 2)}\n`, 0o600))
      .catch((cause: unknown) => {
        if (state === 'empty' || !(cause instanceof Problem) || cause.status >= 500) throw cause;
        throw new Told(START.demoHalf, { cause });
      });
  });
}

/** The same number in every Kanon, and another than that of the migrations. */
const DEMO_LOCK = 7_205_759_404;

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
  throw new Told(portTaken(port), { cause: error });
};

/** In the order in which they are printed. */
function welcome(settings: Settings, demo: DemoResult | undefined, lang: Language): readonly string[] {
  const lines = addresses(settings.port, lang);
  if (!settings.demo) return lines;
  const file = accountsFile(settings);
  if (demo?.accounts) return [...lines, ...demoMade(demo.accounts, demo.figures, file, lang)];
  return [...lines, demoMadeBefore(existsSync(file) ? file : undefined)[lang], ''];
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

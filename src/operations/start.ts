/** The service: from settings to a listening port, and back down on SIGTERM. */
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Settings } from '../foundation/settings.ts';
import { Told } from '../foundation/told.ts';
import { type Boot, bootOn, type Running } from './boot.ts';
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
    await listen(running, settings);
    const metrics = await openMetrics(running, settings);
    for (const line of welcome(settings, demo)) say(line);
    await stopped;
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

async function fillOnce(
  { app, settings }: Running,
  say: (line: string) => void,
): Promise<DemoResult | undefined> {
  const demo = app.get(Demo);
  if (!(await demo.isNeeded())) return undefined;
  say('kanon: first start: inventing schools and letting them report');
  // The passwords first: a first start that breaks off must not leave accounts that nobody can enter.
  return demo.fill((accounts) =>
    writeFile(accountsFile(settings), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 }),
  );
}

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
  if (!demo) return [...lines, `Demo accounts: ${accountsFile(settings)}`, ''];
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
  });

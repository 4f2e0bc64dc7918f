/** Kills a start or a command of Kanon at a named step, starts again with nothing done by hand, and looks whether all is whole. */
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unfinishedOf } from '../../src/foundation/durable.ts';
import { answering, launch, type Service } from '../setup/service.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** Every name that stands in `step('…')` anywhere in the program, ascending; new ones are tried without a change here. */
export function namesOfSteps(): string[] {
  const found = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(join(SRC, file), 'utf8').matchAll(/\bstep\('([^']+)'\)/g)])
    .map(([, name]) => name ?? '');
  return [...new Set(found)].sort();
}

/** Folders that a run works in; deleted at its end. */
export interface Place {
  readonly data: string;
  readonly env: Record<string, string>;
  end(): Promise<void>;
}

/** A data folder of its own, or a copy of one. */
export async function placeFor(env: Record<string, string>, of?: string): Promise<Place> {
  const data = await mkdtemp(join(tmpdir(), 'kanon-test-steps-'));
  if (of) await cp(of, data, { recursive: true });
  return {
    data,
    env: { ...env, KANON_DATA: data },
    end: () => rm(data, { recursive: true, force: true }),
  };
}

/** Starts and waits for the kill or for the first answer; whether the step was reached. */
export async function killedAt(step: string, place: Place): Promise<boolean> {
  const service = await launch({ ...place.env, KANON_TEST_STOP_AT: `kill:${step}` });
  await Promise.race([service.ended, answering(service, 90).catch(() => undefined)]);
  if (service.process.signalCode === 'SIGKILL') return true;
  await stop(service);
  return false;
}

/** The next start, whole or ended in a sentence; what it said is in the error. */
export async function startAgain(place: Place): Promise<Service> {
  return answering(await launch(place.env), 90);
}

/** SIGTERM, and its folder stays. */
export async function stop(service: Service): Promise<void> {
  if (service.process.exitCode !== null || service.process.signalCode !== null) return;
  service.process.kill('SIGTERM');
  await once(service.process, 'close');
}

/** Files on their way that nobody finished, below the folder but not within PostgreSQL's own. */
export const unfinishedIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      !file.startsWith(join('postgres', 'data')) &&
      (unfinishedOf(file) !== undefined ||
        file.endsWith('initial-password') ||
        isEmptyKey(join(folder, file))),
  );

const isEmptyKey = (file: string): boolean => file.includes('key') && statSync(file).size === 0;

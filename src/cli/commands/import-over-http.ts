/** `kanon import … --account NAME`: a list into a service, by an account that administers there. */
import { KanonProblem } from '../../client/failures.ts';
import { UPLOADED_BYTES } from '../../reference/uploaded-bytes.ts';
import { readBytes } from '../files/input.ts';
import type { Service } from '../service/service.ts';
import { type ServiceOptions, serviceOf, signIn } from '../service/sign-in.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { Usage } from '../terminal/usage.ts';
import { HOST } from '../words/host-words.ts';
import type { Desk } from '../words/words.ts';
import type { ImportFlags } from './import.ts';
import { sayImported, sayRefused } from './import-said.ts';

export interface ImportAccount extends ServiceOptions {
  readonly account?: string;
  readonly passwordFile?: string;
}

/** Milliseconds: a list of a hundred thousand lines is checked while the service answers. */
const TIME = 300_000;

export async function importOverHttp(
  [list, file, ...rest]: readonly string[],
  flags: ImportFlags & ImportAccount,
  desk: Desk,
): Promise<number> {
  const { account, dryRun, closesMissing, force, operator, json } = flags;
  const { lang } = desk;
  if (account === undefined || !isList(list) || !file || rest.length > 0)
    throw new Usage(HOST.importUse[lang]);
  if (operator !== undefined) throw new Usage(HOST.operatorIsAccount[lang]);
  if (list === 'participation' && (closesMissing !== undefined || force))
    throw new Usage(HOST.closesGoesWith[lang]);
  const bytes = await readBytes(file, desk, UPLOADED_BYTES);
  if (bytes.length > UPLOADED_BYTES) throw new Failure([HOST.listTooLarge[lang]]);
  const service = serviceOf(flags, desk, { timeout: TIME });
  await signIn(service, { ...flags, account }, desk);
  const started = performance.now();
  try {
    const imported = await sent(service, list, bytes, {
      ...(dryRun && { dryRun: 'true' }),
      ...(force && { force: 'true' }),
      ...(closesMissing !== undefined && { closesMissing }),
    });
    if (json) process.stdout.write(`${JSON.stringify(imported)}\n`);
    else sayImported(imported, imported.dryRun, (performance.now() - started) / 1000, lang);
    return EXIT.done;
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    if (!(error instanceof Failure) || !(cause instanceof KanonProblem) || cause.code !== 'import-refused')
      throw error;
    sayRefused(cause.findings, desk);
    return EXIT.failed;
  }
}

interface Query {
  readonly dryRun?: 'true';
  readonly force?: 'true';
  readonly closesMissing?: string;
}

async function sent(service: Service, list: List, body: Uint8Array, query: Query) {
  if (list === 'regions') return (await service.post('/v1/imports/regions', { query, body })).body;
  if (list === 'schools') return (await service.post('/v1/imports/schools', { query, body })).body;
  const { dryRun } = query;
  return (await service.post('/v1/imports/participation', { query: dryRun ? { dryRun } : {}, body })).body;
}

type List = 'regions' | 'schools' | 'participation';
const isList = (text: string | undefined): text is List =>
  text === 'regions' || text === 'schools' || text === 'participation';

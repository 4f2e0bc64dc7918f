/** `kanon import regions|schools|participation FILE`: a list into the database, all of it or nothing. */
import { createReadStream } from 'node:fs';
import { Problem } from '../../foundation/problem-shape.ts';
import { readSettings } from '../../foundation/settings.ts';
import { ImportLists, type ImportOptions } from '../../reference/import-lists.ts';
import { LIST_BYTES } from '../../reference/import-table.ts';
import { Participations } from '../../reference/participations.ts';
import { type Boot, bootOn } from '../../operations/boot.ts';
import { sayImported, sayRefused } from './import-said.ts';
import { administratorOf, operatorIn } from './administrator.ts';
import { Failure } from '../terminal/failure.ts';
import { HOST } from '../words/host-words.ts';
import { ProgressLine } from '../terminal/progress.ts';
import { Usage } from '../terminal/usage.ts';
import type { Desk } from '../words/words.ts';

export interface ImportFlags {
  readonly dryRun?: true;
  readonly closesMissing?: string;
  readonly force?: true;
  readonly operator?: string;
  readonly json?: true;
}

export async function importList(
  [list, file, ...rest]: readonly string[],
  flags: ImportFlags,
  boot: Boot,
  desk: Desk,
): Promise<number> {
  const { lang, words } = desk;
  const operator = operatorIn(flags.operator, desk);
  if ((list !== 'regions' && list !== 'schools' && list !== 'participation') || !file || rest.length > 0)
    throw new Usage(HOST.importUse[lang]);
  if (list === 'participation' && (flags.closesMissing !== undefined || flags.force))
    throw new Usage(HOST.closesGoesWith[lang]);
  const bytes = await read(file, desk);
  const settings = readSettings(process.env);
  const admin = administratorOf(settings.tenant, operator);
  const running = await bootOn(settings, boot, (said) => complain(said[lang]), true);
  try {
    const started = performance.now();
    const progress = new ProgressLine(words.importing);
    const options: ImportOptions = {
      dryRun: flags.dryRun ?? false,
      force: flags.force ?? false,
      ...(flags.closesMissing === undefined ? {} : { closesMissing: flags.closesMissing }),
      progress: (_stage, done, of) => {
        progress.to(done, of);
      },
    };
    const imported = await (
      list === 'participation'
        ? running.app.get(Participations).import(admin, bytes, options)
        : running.app.get(ImportLists)[list](admin, bytes, options)
    ).finally(() => {
      progress.end();
    });
    if (flags.json) process.stdout.write(`${JSON.stringify(imported)}\n`);
    else sayImported(imported, flags.dryRun ?? false, (performance.now() - started) / 1000, lang);
    return 0;
  } catch (error) {
    const findings = error instanceof Problem ? error.body.findings : undefined;
    if (!findings) throw error;
    sayRefused(findings, desk);
    return 1;
  } finally {
    await running.stop();
  }
}

/** The file, or its beginning and one byte more than a list may have: then its reader says so. */
async function read(file: string, { words }: Desk): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(file, { end: LIST_BYTES })) chunks.push(chunk as Buffer);
  } catch (cause) {
    throw new Failure([words.fileUnreadable], undefined, cause);
  }
  return Buffer.concat(chunks);
}

const complain = (line: string): void => void process.stderr.write(`kanon: ${line}\n`);

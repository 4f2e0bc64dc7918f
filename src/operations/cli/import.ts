/** `kanon import regions|schools|participation FILE`: a list into the database, all of it or nothing. */
import { createReadStream } from 'node:fs';
import { type Finding, Problem } from '../../foundation/problem.ts';
import { readSettings } from '../../foundation/settings.ts';
import { conflictFinding } from '../../reference/import-faults.ts';
import { ImportLists, type ImportOptions, type Imported } from '../../reference/import-lists.ts';
import { LIST_BYTES } from '../../reference/import-table.ts';
import { Participations } from '../../reference/participations.ts';
import { type Boot, bootOn } from '../boot.ts';
import { administratorOf, operatorIn } from './administrator.ts';
import { Progress } from './progress.ts';
import { Usage } from './usage.ts';
import type { Desk, Language } from './words.ts';

export interface ImportFlags {
  readonly dryRun?: true;
  readonly closesMissing?: string;
  readonly force?: true;
  readonly operator?: string;
  readonly json?: true;
}

/** Faults that are printed; the others are counted. */
const SHOWN = 20;

export async function importList(
  [list, file, ...rest]: readonly string[],
  flags: ImportFlags,
  boot: Boot,
  desk: Desk,
): Promise<number> {
  const { words, lang } = desk;
  const operator = operatorIn(flags.operator, desk);
  if ((list !== 'regions' && list !== 'schools' && list !== 'participation') || !file || rest.length > 0)
    throw new Usage(
      'Use: kanon import regions FILE, kanon import schools FILE or kanon import participation FILE; kanon import help tells more.',
    );
  if (list === 'participation' && (flags.closesMissing !== undefined || flags.force))
    throw new Usage('--closes-missing and --force go with regions and schools.');
  const bytes = await read(file);
  const settings = readSettings(process.env);
  const admin = administratorOf(settings.tenant, operator);
  const running = await bootOn(settings, boot, complain, true);
  try {
    const started = performance.now();
    const progress = new Progress(words.importing);
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
    if (flags.json) say(JSON.stringify(imported));
    else report(imported, flags, (performance.now() - started) / 1000, lang);
    for (const conflict of imported.conflicts.slice(0, SHOWN))
      complain(conflictFinding(conflict).reason[lang]);
    return 0;
  } catch (error) {
    const findings = error instanceof Problem ? error.body.findings : undefined;
    if (!findings) throw error;
    refuse(findings);
    return 1;
  } finally {
    await running.stop();
  }
}

/** The file, or its beginning and one byte more than a list may have: then its reader says so. */
async function read(file: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(file, { end: LIST_BYTES })) chunks.push(chunk as Buffer);
  } catch (cause) {
    throw new Error('That file cannot be read; check its name and your rights.', { cause });
  }
  return Buffer.concat(chunks);
}

function report(
  { read, added, updated, unchanged, closed, ignored, conflicts, withoutMunicipality, notes }: Imported,
  { dryRun }: ImportFlags,
  seconds: number,
  lang: Language,
): void {
  const time = seconds.toFixed(1);
  if (dryRun) say('Nur geprüft, nichts gespeichert (only checked, nothing stored):');
  say(
    `${read} gelesen: ${added} neu, ${updated} geändert, ${unchanged} unverändert; ${time.replace('.', ',')} s`,
  );
  say(`${read} read: ${added} added, ${updated} updated, ${unchanged} unchanged; ${time} s`);
  if (closed + ignored + conflicts.length > 0) {
    say(
      `${closed} geschlossen, ${ignored} aus anderen Ländern übergangen, ${conflicts.length} zurückgestellt`,
    );
    say(`${closed} closed, ${ignored} of other Länder ignored, ${conflicts.length} put off`);
  }
  for (const { reason } of notes) say(reason[lang]);
  if (withoutMunicipality === 0) return;
  say(
    `${withoutMunicipality} davon nur ihrem Kreis zugeordnet; nach kanon import regions noch einmal einlesen.`,
  );
  say(
    `${withoutMunicipality} of them are known by county only; import them again after kanon import regions.`,
  );
}

function refuse(findings: readonly Finding[]): void {
  complain('Nichts wurde eingelesen (nothing was imported):');
  for (const { reason } of findings.slice(0, SHOWN)) complain(`${reason.de} (${reason.en})`);
  const more = findings.length - SHOWN;
  if (more > 0) complain(`und ${more} weitere (and ${more} more)`);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`kanon: ${line}\n`);

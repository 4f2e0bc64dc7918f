/** The folder of an embedded PostgreSQL: its passwords and its data directory, made on the first start. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clearUnfinished, putOver, syncFolder } from '../foundation/durable.ts';
import { step } from '../foundation/step.ts';
import { Told } from '../foundation/told.ts';
import { bareEnvironment, execute, failure, type Binaries } from './binaries.ts';

/** One password for each login role, by role name. */
export interface ServerPasswords {
  postgres: string;
  kanon_owner: string;
  kanon_service: string;
}

/** Private folder, its path resolved by the caller. */
export async function privateFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  await chmod(dir, 0o700);
}

/** Reads what the first start made, or makes it; the lock on the folder must be held. */
export async function prepareFolder(
  dir: string,
  binaries: Binaries,
  fsync: boolean,
): Promise<{ dataDir: string; credentials: ServerPasswords }> {
  const dataDir = join(dir, 'data');
  const found = await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(missing);
  if (found !== undefined && found.trim() !== String(binaries.major)) {
    throw new Told({
      de: `Die Daten in ${dataDir} hat PostgreSQL ${found.trim()} geschrieben, und PostgreSQL ${binaries.major} kann sie nicht lesen. Bitte mit der älteren Fassung exportieren, oder den Ordner verschieben und leer beginnen.`,
      en: `The data in ${dataDir} was written by PostgreSQL ${found.trim()} and cannot be read by PostgreSQL ${binaries.major}: export it with the older version, or move the folder away to start empty.`,
    });
  }
  const file = join(dir, 'credentials.json');
  for (const name of [file, passwordFileIn(dir)]) {
    await clearUnfinished(name);
    // Versions before this one named a file on its way so.
    await rm(`${name}.new`, { force: true });
  }
  await rm(passwordFileIn(dir), { force: true });
  const kept = await readFile(file, 'utf8').catch(missing);
  if (found !== undefined) {
    if (kept === undefined) {
      throw new Told({
        de: `Die Passwörter zu ${dataDir} fehlen. Bitte ${file} aus einer Sicherung zurückholen, oder den Ordner verschieben und leer beginnen.`,
        en: `The passwords to ${dataDir} are gone: restore ${file}, or move the folder away to start empty.`,
      });
    }
    return { dataDir, credentials: parse(file, kept) };
  }
  const password = () => randomBytes(24).toString('base64url');
  const credentials = { postgres: password(), kanon_owner: password(), kanon_service: password() };
  await putOver(file, JSON.stringify(credentials, null, 2), 0o600);
  step('embedded.passwords');
  await initialise(dir, dataDir, credentials.postgres, binaries, fsync);
  return { dataDir, credentials };
}

async function initialise(
  dir: string,
  dataDir: string,
  password: string,
  binaries: Binaries,
  fsync: boolean,
) {
  const unfinished = join(dir, 'data.unfinished');
  const passwordFile = passwordFileIn(dir);
  await rm(unfinished, { recursive: true, force: true });
  await putOver(passwordFile, password, 0o600);
  step('embedded.initial-password');
  // Text sorts by code point on every machine and version, so no library update can corrupt an index.
  const locale =
    binaries.major >= 17
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C', '--locale-provider=libc'];
  const [file, args] = binaries.command('initdb', [
    `--pgdata=${unfinished}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...locale,
    '--data-checksums',
    ...(fsync ? [] : ['--no-sync']),
  ]);
  try {
    await execute(file, args, { env: bareEnvironment });
    step('embedded.initialised');
    await putOver(join(unfinished, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n', 0o600);
    await rename(unfinished, dataDir);
    step('embedded.renamed');
    await syncFolder(dir);
  } catch (cause) {
    throw new Told(
      {
        de: `PostgreSQL konnte ${dataDir} nicht anlegen (${failure(cause)}). Bitte prüfen, ob der Ordner beschreibbar und auf der Platte noch Platz ist.`,
        en: `PostgreSQL could not prepare ${dataDir} (${failure(cause)}): check that the folder is writable and the disk not full.`,
      },
      { cause },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

const passwordFileIn = (dir: string): string => join(dir, 'initial-password');

function parse(file: string, text: string): ServerPasswords {
  try {
    return JSON.parse(text) as ServerPasswords;
  } catch (cause) {
    throw new Told(
      {
        de: `Die Passwörter in ${file} sind nicht zu lesen. Bitte die Datei aus einer Sicherung zurückholen, oder ihren Ordner verschieben und leer beginnen.`,
        en: `The passwords in ${file} cannot be read: restore the file, or move its folder away to start empty.`,
      },
      { cause },
    );
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

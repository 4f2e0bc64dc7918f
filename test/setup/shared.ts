/** Material shared between repositories (test vectors, reference data): used where it lies, skipped aloud where not. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

function sharedFolder(): string {
  return resolve(process.env['KANON_SHARED'] ?? join(repository, '..', 'shared'));
}

/** Full path of a file in the shared folder, or undefined where it is not there. */
export function sharedFile(path: string): string | undefined {
  const file = join(sharedFolder(), path);
  return existsSync(file) ? file : undefined;
}

/**
 * A describe block over shared files; without the shared folder, one visibly skipped test naming them.
 *
 * throws  where the folder is there (or was named by KANON_SHARED) and a file is not: a renamed file must not
 *         turn a test into silence.
 */
export function describeWithShared(paths: string[], title: string, body: (files: string[]) => void): void {
  const missing = paths.filter((path) => sharedFile(path) === undefined);
  if (missing.length === 0) {
    describe(title, () => body(paths.map((path) => sharedFile(path)!)));
    return;
  }
  const reason = skipped(missing, title);
  describe(title, () => it.skip(reason, () => {}));
}

/** `test` over one shared file; without the shared folder one that is skipped and names it. Throws as `describeWithShared`. */
export const withShared = (
  path: string,
): ((title: string, body: jest.ProvidesCallback, patience?: number) => void) =>
  sharedFile(path) === undefined
    ? (title, body) => it.skip(`${title}: ${skipped([path], title)}`, body)
    : (title, body, patience) => it(title, body, patience);

/** What a skipped test is called. Throws where it must not be skipped. */
function skipped(missing: readonly string[], title: string): string {
  const folder = sharedFolder();
  if (existsSync(folder) || process.env['KANON_SHARED'])
    throw new Error(
      `${missing.join(', ')} is missing in the shared folder ${folder}: "${title}" cannot be tested.`,
    );
  return `needs ${missing.join(', ')} from the shared folder (KANON_SHARED, default ${folder})`;
}

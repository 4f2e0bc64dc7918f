/** An empty project into which the package of kanon/client and kanon/disclosure is packed and installed, offline. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Consumer {
  /** Where the project lies; whoever asked for it removes it. */
  readonly folder: string;
  /** Bytes of the packed file. */
  readonly size: number;
  /** What the package holds, by path. */
  readonly files: readonly string[];
}

/** Needs a build. Nothing may come from a registry: the package asks for no other. */
export async function installPacked(): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'kanon-test-consumer-'));
  const made = join(folder, 'made');
  await run(process.execPath, [join(root, 'src/operations/package.mjs'), made]);
  await run('npm', ['pack', '--silent', made], { cwd: folder });
  const packed = (await readdir(folder)).find((name) => name.endsWith('.tgz'))!;
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${packed}`], { cwd: folder });
  const inside = await readdir(join(folder, 'node_modules/kanon'), { recursive: true, withFileTypes: true });
  const files = inside
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, 'node_modules/kanon/').length));
  return { folder, size: (await stat(join(folder, packed))).size, files: files.sort() };
}

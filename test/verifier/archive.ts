/** Bundles taken apart and put together again, to be tampered with. */
import { tarFile, TAR_END } from '../../src/foundation/http/tar.ts';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import type { Checkpoint } from '../../src/merkle/checkpoint.ts';
import type { VerifierKey } from '../../src/merkle/keys.ts';
import { nodeChecking } from '../../src/verifier/node-crypto.ts';
import { verifyBundle } from '../../src/verifier/verify-bundle.ts';

/** Content of each file by its name, in the order of the archive. */
export type Archive = Map<string, string>;

/** Files of a sound tar. */
export function unpacked(tar: Uint8Array): Archive {
  const files: Archive = new Map();
  const bytes = Buffer.from(tar);
  for (let at = 0; bytes[at] !== 0;) {
    const name = bytes.toString('latin1', at, at + 100).replaceAll('\0', '');
    const size = parseInt(bytes.toString('latin1', at + 124, at + 135), 8);
    files.set(name, bytes.toString('utf8', at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

export const packed = (files: Iterable<readonly [string, string]>): Buffer =>
  Buffer.concat([
    ...[...files].map(([name, text]) => tarFile(name, new Date(0), Buffer.from(text))),
    TAR_END,
  ]);

export const manifestIn = (files: Archive): any => JSON.parse(files.get('manifest.note')!.split('\n')[1]!);

/** Its signature stays as it is. */
export function changeManifest(files: Archive, change: (manifest: any) => unknown): void {
  const manifest = manifestIn(files);
  change(manifest);
  const lines = files.get('manifest.note')!.split('\n');
  files.set('manifest.note', [lines[0], canonicalJson(manifest), ...lines.slice(2)].join('\n'));
}

export const linesIn = (text: string): any[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

/** Verified in odd pieces, since nobody cuts a file at its blocks. */
export const verified = (
  tar: Uint8Array,
  logs: readonly VerifierKey[],
  witnesses: readonly VerifierKey[] = [],
  now = new Date(),
  kept?: Checkpoint,
  checking = nodeChecking,
) => verifyBundle(pieces(tar), { logs, witnesses, kept }, now, checking);

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

/** Codes of all that was found. */
export const codesOf = async (verdict: ReturnType<typeof verified>): Promise<string[]> =>
  (await verdict).findings.kept.map(({ code }) => code);

/** Verifies a bundle of the access log: its manifest, each of its trees, and that nothing is left out between them. */
import type { Checking } from '../merkle/keys.ts';
import { type Note, parseNote } from '../merkle/note.ts';
import { Refused } from '../merkle/refused.ts';
import { verifySignatures } from '../merkle/signatures.ts';
import { Broken, Findings } from './findings.ts';
import { readManifest } from './lines.ts';
import { TarReader } from './read-tar.ts';
import { type BundleSeen, type Head, MANIFEST, type Trust, TreeVerifier } from './verify-tree.ts';

/**
 * Reads a bundle to its end.
 *
 * chunks    the bytes of the file, in any pieces
 * now       the time of the reader
 * checking  hash and signatures of the platform: of Node, or of a browser
 * returns   what was found; `seen` is missing where not even the manifest could be read
 * cost      one pass; memory for one file of the bundle, whatever its length
 */
export async function verifyBundle(
  chunks: AsyncIterable<Uint8Array>,
  trust: Trust,
  now: Date,
  checking: Checking,
): Promise<{ findings: Findings; seen?: BundleSeen }> {
  const findings = new Findings();
  const tar = new TarReader(chunks);
  let seen: BundleSeen | undefined;
  try {
    const note = noteIn(await tar.file(MANIFEST));
    const manifest = readManifest(note.text, MANIFEST);
    seen = { manifest, trees: [], holdsKept: false, cosigned: new Map() };
    let before: Head | undefined;
    for (const span of manifest.trees)
      before = await new TreeVerifier(span, seen, trust, findings, checking, before).verify(tar);
    await signedBy(before, note, trust, findings, checking);
    if (trust.kept && manifest.trees.every(({ origin }) => origin !== trust.kept?.origin))
      findings.add('begins-after-kept', trust.kept.origin);
    await tar.end();
    for (const witness of trust.witnesses)
      if (!seen.cosigned.has(witness)) findings.add('witness-missing', witness.name);
    if (manifest.deleteBy && manifest.deleteBy < now)
      findings.add('past-delete-by', manifest.deleteBy.toISOString());
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    findings.add(error.code, error.place);
  }
  return seen ? { findings, seen } : { findings };
}

function noteIn(bytes: Uint8Array): Note {
  try {
    return parseNote(bytes);
  } catch (error) {
    throw error instanceof Refused ? new Broken('not-a-manifest', MANIFEST) : error;
  }
}

/** The key of the newest log in the bundle signs its manifest: so nobody shortens it, or delays its end. */
async function signedBy(
  newest: Head | undefined,
  note: Note,
  { logs }: Trust,
  findings: Findings,
  checking: Checking,
): Promise<void> {
  const keys = logs.filter(({ name }) => name === newest?.origin);
  try {
    const signed = await verifySignatures(checking, note, keys);
    if (signed.length === 0) throw new Refused('not-signed-by-the-log');
  } catch (error) {
    findings.addRefused(error, MANIFEST);
  }
}

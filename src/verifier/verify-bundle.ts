/** Verifies a bundle of the access log, part after part: every leaf, every checkpoint, and that nothing is left out between them. */
import type { Checkpoint } from '../merkle/checkpoint.ts';
import { append, type Edge, rootOf } from '../merkle/edge.ts';
import { isSame } from '../merkle/hash.ts';
import { formatVerifierKey, type VerifierKey } from '../merkle/keys.ts';
import { type Note, parseNote } from '../merkle/note.ts';
import { Refused } from '../merkle/refused.ts';
import { verifySignatures } from '../merkle/signatures.ts';
import { openCheckpoint, type SignedCheckpoint } from '../merkle/signed-checkpoint.ts';
import { checking } from './crypto.ts';
import { Broken, Findings } from './findings.ts';
import { entryTime, leafOfEntry, leafOfLink } from './leaf.ts';
import {
  type Line,
  linesOf,
  type Manifest,
  readLine,
  readManifest,
  readNotes,
  type TreeSpan,
} from './lines.ts';
import { TarReader } from './read-tar.ts';

/** Whose signatures count, and what must still be there. */
export interface Trust {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: readonly VerifierKey[];
  /** A checkpoint that the reader has kept; its signature was verified. */
  readonly kept?: Checkpoint | undefined;
}

/** What was seen of one tree. */
export interface TreeSeen {
  readonly origin: string;
  readonly first: number;
  readonly end: number;
  entries: number;
  erased: number;
  checkpoints: number;
}

export interface BundleSeen {
  readonly manifest: Manifest;
  readonly trees: TreeSeen[];
  /** Whether the tree holds all that the kept checkpoint vouches for. */
  holdsKept: boolean;
  /** Newest checkpoint that each witness has cosigned; time in milliseconds since 1970. */
  readonly cosigned: Map<VerifierKey, { origin: string; size: number; time: number }>;
}

const MANIFEST = 'manifest.note';
/** Milliseconds by which clocks may differ. */
const SLACK = 600_000;
/** Milliseconds by which an entry may seem erased too early: months are reckoned where the service runs. */
const DAY = 86_400_000;

/**
 * Reads a bundle to its end.
 *
 * chunks    the bytes of the file, in any pieces
 * now       the time of the reader
 * returns   what was found; `seen` is missing where not even the manifest could be read
 * cost      one pass; memory for one file of the bundle, whatever its length
 */
export async function verifyBundle(
  chunks: AsyncIterable<Uint8Array>,
  trust: Trust,
  now: Date,
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
      before = await new TreeVerifier(span, seen, trust, findings, before).verify(tar);
    signedBy(before, note, trust, findings);
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
function signedBy(newest: Head | undefined, note: Note, { logs }: Trust, findings: Findings): void {
  const keys = logs.filter(({ name }) => name === newest?.origin);
  try {
    if (verifySignatures(checking, note, keys).length === 0) throw new Refused('not-signed-by-the-log');
  } catch (error) {
    findings.addRefused(error, MANIFEST);
  }
}

/** The last tree in the bundle so far, and what its last leaf makes of it. */
interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

class TreeVerifier {
  private readonly log: VerifierKey;
  private readonly seen: TreeSeen;
  private edge: Edge;
  /** Size of the last checkpoint that holds. */
  private signed: number | undefined;
  /** Latest time of an entry so far, in milliseconds since 1970. */
  private latest = 0;
  /** Checkpoint of this tree that the reader has kept, until it is compared. */
  private kept: Checkpoint | undefined;

  /** Throws Broken 'unknown-log'. */
  constructor(
    private readonly span: TreeSpan,
    private readonly bundle: BundleSeen,
    private readonly trust: Trust,
    private readonly findings: Findings,
    private readonly before: Head | undefined,
  ) {
    const log = trust.logs.find(({ name }) => name === span.origin);
    if (!log) throw new Broken('unknown-log', MANIFEST);
    this.log = log;
    if (formatVerifierKey(log) !== span.key) findings.add('other-key', MANIFEST);
    const { origin, first, end } = span;
    this.seen = { origin, first, end, entries: 0, erased: 0, checkpoints: 0 };
    bundle.trees.push(this.seen);
    this.kept = trust.kept?.origin === origin ? trust.kept : undefined;
    this.edge = { size: first, hashes: span.edge };
  }

  async verify(tar: TarReader): Promise<Head> {
    const { number, origin, first, end } = this.span;
    const { leavesPerFile } = this.bundle.manifest;
    for (let part = 1, start = first; part === 1 || start < end; part++, start = this.edge.size) {
      const name = `tree-${number}/${String(part).padStart(6, '0')}`;
      const to = Math.min(start + leavesPerFile, end);
      const checkpoints = this.checkpoints(await tar.file(`${name}-checkpoints.ndjson`), name, to);
      this.leaves(await tar.file(`${name}-entries.ndjson`), `${name}-entries.ndjson`, to, checkpoints);
    }
    if (this.signed !== end) this.findings.add('no-signed-end', origin);
    if (this.kept)
      this.findings.add(this.kept.size < first ? 'begins-after-kept' : 'ends-before-kept', origin);
    return { origin, size: end, root: rootOf(checking.sha256, this.edge) };
  }

  /** The valid ones of this part, their sizes rising, by size. */
  private checkpoints(bytes: Uint8Array, name: string, to: number): Placed[] {
    const file = `${name}-checkpoints.ndjson`;
    const start = this.edge.size;
    const isFirst = start === this.span.first;
    const valid: Placed[] = [];
    readNotes(bytes, file).forEach((note, at) => {
      const place = `${file}:${at + 1}`;
      const signed = this.opened(note, place);
      if (!signed) return;
      const { size } = signed.checkpoint;
      const least = valid.at(-1)?.signed.checkpoint.size ?? (isFirst ? start - 1 : start);
      if (size <= least || size > to) this.findings.add('out-of-place', place);
      else valid.push({ signed, place });
    });
    if (isFirst && start > 0 && valid[0]?.signed.checkpoint.size !== start)
      this.findings.add('no-signed-start', this.span.origin);
    return valid;
  }

  private opened(note: string, place: string): SignedCheckpoint | undefined {
    try {
      return openCheckpoint(checking, parseNote(Buffer.from(note)), this.log, this.trust.witnesses);
    } catch (error) {
      this.findings.addRefused(error, place);
      return undefined;
    }
  }

  /** Appends the leaves of a file, and holds the tree against each checkpoint on the way. */
  private leaves(bytes: Uint8Array, file: string, to: number, checkpoints: readonly Placed[]): void {
    const start = this.edge.size;
    const lines = linesOf(bytes, file);
    if (lines.length !== to - start) throw new Broken('lines-missing', file);
    let waiting: Uint8Array[] = [];
    let compared = 0;
    const compare = (): void => {
      const size = this.edge.size + waiting.length;
      const due = checkpoints[compared];
      const isDue = due?.signed.checkpoint.size === size;
      if (!isDue && this.kept?.size !== size) return;
      this.edge = append(checking.sha256, this.edge, waiting).edge;
      waiting = [];
      if (this.kept?.size === size) this.compareKept(this.kept);
      if (!isDue) return;
      this.compare(due);
      compared++;
    };
    compare();
    lines.forEach((text, at) => {
      const place = `${file}:${at + 1}`;
      const line = readLine(text, place);
      if (line.index !== start + at) throw new Broken('out-of-order', place);
      this.leaf(line, place);
      waiting.push(line.leaf);
      compare();
    });
    this.edge = append(checking.sha256, this.edge, waiting).edge;
  }

  private compare({ signed: { checkpoint, cosignatures }, place }: Placed): void {
    if (!isSame(rootOf(checking.sha256, this.edge), checkpoint.root))
      return this.findings.add('not-consistent', place);
    this.seen.checkpoints++;
    this.signed = checkpoint.size;
    for (const { key, time } of cosignatures) {
      const milliseconds = time * 1000;
      if (this.latest > milliseconds + SLACK) this.findings.add('after-witness', place);
      this.bundle.cosigned.set(key, { origin: checkpoint.origin, size: checkpoint.size, time: milliseconds });
    }
  }

  private compareKept({ origin, root }: Checkpoint): void {
    this.kept = undefined;
    if (isSame(rootOf(checking.sha256, this.edge), root)) this.bundle.holdsKept = true;
    else this.findings.add('other-history', origin);
  }

  private leaf(line: Line, place: string): void {
    const isLinkHere = line.index === 0 && this.span.number > 1;
    if (line.link !== undefined && isLinkHere) return this.link(line.link, line.leaf, place);
    if (line.link !== undefined) throw new Broken('not-a-line', place);
    if (isLinkHere) this.findings.add('link-missing', place);
    if (!line.open) {
      this.seen.erased++;
      // It is not older than what stands before it; a hold only lets entries stay longer.
      const { months, created } = this.bundle.manifest;
      const due = monthsAfter(Math.max(this.span.since.getTime(), this.latest), months);
      if (due > created.getTime() + DAY) this.findings.add('erased-early', place);
      return;
    }
    this.seen.entries++;
    const { entry, key, text } = line.open;
    if (!isSame(leafOfEntry(key, text), line.leaf)) return this.findings.add('changed', place);
    const time = entryTime(entry);
    if (time === undefined || time > this.bundle.manifest.created.getTime() + SLACK)
      return this.findings.add('no-such-time', place);
    this.latest = Math.max(this.latest, time);
  }

  /** The first leaf of a log that was begun anew: the last checkpoint of the one before. */
  private link(note: string, leaf: Uint8Array, place: string): void {
    if (!isSame(leafOfLink(note), leaf)) return this.findings.add('changed', place);
    if (note === '') return this.findings.add('link-missing', place);
    const { before } = this;
    try {
      const parsed = parseNote(Buffer.from(note));
      const origin = parsed.text.split('\n', 1)[0] ?? '';
      const key = this.trust.logs.find(({ name }) => name === origin);
      if (!key) return this.findings.add('unknown-log', place);
      const { checkpoint } = openCheckpoint(checking, parsed, key);
      if (!before) return;
      if (origin !== before.origin || checkpoint.size > before.size) this.findings.add('link-gap', place);
      else if (checkpoint.size < before.size || !isSame(checkpoint.root, before.root))
        this.findings.add('link-other', place);
    } catch (error) {
      this.findings.addRefused(error, place);
    }
  }
}

/** The same day so many months later, or the last one of a shorter month; in milliseconds since 1970. */
function monthsAfter(time: number, months: number): number {
  const date = new Date(time);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() < day) date.setUTCDate(0);
  return date.getTime();
}

/** A checkpoint whose signature holds, and where it stands. */
interface Placed {
  readonly signed: SignedCheckpoint;
  readonly place: string;
}

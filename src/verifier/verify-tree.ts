/** Verifies one tree of a bundle, part after part: its leaves, its checkpoints, and that it goes on where the tree before it ended. */
import type { Checkpoint } from '../merkle/checkpoint.ts';
import { append, type Edge, rootOf } from '../merkle/edge.ts';
import { isSame } from '../merkle/hash.ts';
import { type Checking, formatVerifierKey, type VerifierKey } from '../merkle/keys.ts';
import { parseNote } from '../merkle/note.ts';
import { toUtf8 } from '../merkle/text.ts';
import { openCheckpoint, type SignedCheckpoint } from '../merkle/signed-checkpoint.ts';
import { Broken, type Findings } from './findings.ts';
import { entryTime, leafOfEntry, leafOfLink } from './leaf.ts';
import { type Line, linesOf, type Manifest, readLine, readNotes, type TreeSpan } from './lines.ts';
import type { TarReader } from './read-tar.ts';

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

/** The file that a bundle begins with. */
export const MANIFEST = 'manifest.note'; /** Milliseconds by which clocks may differ. */
const SLACK = 600_000;
/** Milliseconds by which an entry may seem erased too early: months are reckoned where the service runs. */
const DAY = 86_400_000;
/** The last tree in the bundle so far, and what its last leaf makes of it. */
export interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export class TreeVerifier {
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
    private readonly checking: Checking,
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
      const checkpoints = await this.checkpoints(await tar.file(`${name}-checkpoints.ndjson`), name, to);
      await this.leaves(await tar.file(`${name}-entries.ndjson`), `${name}-entries.ndjson`, to, checkpoints);
    }
    if (this.signed !== end) this.findings.add('no-signed-end', origin);
    if (this.kept)
      this.findings.add(this.kept.size < first ? 'begins-after-kept' : 'ends-before-kept', origin);
    return { origin, size: end, root: rootOf(this.checking.sha256, this.edge) };
  }

  /** The valid ones of this part, their sizes rising, by size. */
  private async checkpoints(bytes: Uint8Array, name: string, to: number): Promise<Placed[]> {
    const file = `${name}-checkpoints.ndjson`;
    const start = this.edge.size;
    const isFirst = start === this.span.first;
    const valid: Placed[] = [];
    for (const [at, note] of readNotes(bytes, file).entries()) {
      const place = `${file}:${at + 1}`;
      const signed = await this.opened(note, place);
      if (!signed) continue;
      const { size } = signed.checkpoint;
      const least = valid.at(-1)?.signed.checkpoint.size ?? (isFirst ? start - 1 : start);
      if (size <= least || size > to) this.findings.add('out-of-place', place);
      else valid.push({ signed, place });
    }
    if (isFirst && start > 0 && valid[0]?.signed.checkpoint.size !== start)
      this.findings.add('no-signed-start', this.span.origin);
    return valid;
  }

  private async opened(note: string, place: string): Promise<SignedCheckpoint | undefined> {
    try {
      return await openCheckpoint(this.checking, parseNote(toUtf8(note)), this.log, this.trust.witnesses);
    } catch (error) {
      this.findings.addRefused(error, place);
      return undefined;
    }
  }

  /** Appends the leaves of a file, and holds the tree against each checkpoint on the way. */
  private async leaves(
    bytes: Uint8Array,
    file: string,
    to: number,
    checkpoints: readonly Placed[],
  ): Promise<void> {
    const { sha256 } = this.checking;
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
      this.edge = append(sha256, this.edge, waiting).edge;
      waiting = [];
      if (this.kept?.size === size) this.compareKept(this.kept);
      if (!isDue) return;
      this.compare(due);
      compared++;
    };
    compare();
    for (const [at, text] of lines.entries()) {
      const place = `${file}:${at + 1}`;
      const line = readLine(text, place);
      if (line.index !== start + at) throw new Broken('out-of-order', place);
      const link = this.leaf(line, place);
      if (link) await link;
      waiting.push(line.leaf);
      compare();
    }
    this.edge = append(sha256, this.edge, waiting).edge;
  }

  private compare({ signed: { checkpoint, cosignatures }, place }: Placed): void {
    if (!isSame(rootOf(this.checking.sha256, this.edge), checkpoint.root))
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
    if (isSame(rootOf(this.checking.sha256, this.edge), root)) this.bundle.holdsKept = true;
    else this.findings.add('other-history', origin);
  }

  /** Holds a leaf against what it must be; a promise only of the link to the log before, whose signature is looked at. */
  private leaf(line: Line, place: string): Promise<void> | undefined {
    const isLinkHere = line.index === 0 && this.span.number > 1;
    if (line.link !== undefined && isLinkHere) return this.link(line.link, line.leaf, place);
    if (line.link !== undefined) throw new Broken('not-a-line', place);
    if (isLinkHere) this.findings.add('link-missing', place);
    if (line.open) this.entry(line.open, line.leaf, place);
    else this.erased(place);
    return undefined;
  }

  private erased(place: string): void {
    this.seen.erased++;
    // It is not older than what stands before it; a hold only lets entries stay longer.
    const { months, created } = this.bundle.manifest;
    const due = monthsAfter(Math.max(this.span.since.getTime(), this.latest), months);
    if (due > created.getTime() + DAY) this.findings.add('erased-early', place);
  }

  private entry({ entry, key, text }: NonNullable<Line['open']>, leaf: Uint8Array, place: string): void {
    this.seen.entries++;
    if (!isSame(leafOfEntry(this.checking.sha256, key, text), leaf))
      return this.findings.add('changed', place);
    const time = entryTime(entry);
    if (time === undefined || time > this.bundle.manifest.created.getTime() + SLACK)
      return this.findings.add('no-such-time', place);
    this.latest = Math.max(this.latest, time);
  }

  /** The first leaf of a log that was begun anew: the last checkpoint of the one before. */
  private async link(note: string, leaf: Uint8Array, place: string): Promise<void> {
    if (!isSame(leafOfLink(this.checking.sha256, note), leaf)) return this.findings.add('changed', place);
    if (note === '') return this.findings.add('link-missing', place);
    const { before } = this;
    try {
      const parsed = parseNote(toUtf8(note));
      const origin = parsed.text.split('\n', 1)[0] ?? '';
      const key = this.trust.logs.find(({ name }) => name === origin);
      if (!key) return this.findings.add('unknown-log', place);
      const { checkpoint } = await openCheckpoint(this.checking, parsed, key);
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

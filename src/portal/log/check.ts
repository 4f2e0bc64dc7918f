/** Checks the log in the browser: an entry against its leaf, its path, the seal, and that the log only grew since the last visit. */
import type { components } from '../../client/generated/api.ts';
import { parseCheckpoint, type Checkpoint } from '../../merkle/checkpoint.ts';
import { isSame } from '../../merkle/hash.ts';
import { type Checking, parseVerifierKey, type VerifierKey } from '../../merkle/keys.ts';
import { parseLogProof } from '../../merkle/log-proof.ts';
import { parseNote } from '../../merkle/note.ts';
import { openCheckpoint } from '../../merkle/signed-checkpoint.ts';
import { fromBase64, toUtf8 } from '../../merkle/text.ts';
import { isConsistent } from '../../merkle/verify.ts';
import { canonicalJson } from '../../rules/canonical-json.ts';
import { leafOfEntry } from '../../verifier/leaf.ts';
import { pathOf, type PathStep } from './path.ts';

type EntryWithProof = components['schemas']['EntryWithProof'];

/** `unknown` where the key of the log is not there: then nothing is said about the signature. */
export type SealState = 'good' | 'bad' | 'unknown';

export interface Checked {
  /** `erased` where its retention has ended: then only its place is proven. */
  readonly content: 'good' | 'bad' | 'erased';
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly checkpoint: Checkpoint;
  readonly steps: readonly PathStep[];
  readonly reaches: boolean;
  readonly seal: SealState;
}

/** returns  undefined where it is not sealed yet. Throws Refused where the proof cannot be read. */
export async function checkEntry(
  { entry, key, leaf: encoded, proof }: EntryWithProof,
  log: VerifierKey | undefined,
  checking: Checking,
): Promise<Checked | undefined> {
  const leaf = encoded === null ? undefined : fromBase64(encoded);
  if (proof === null || leaf === undefined) return undefined;
  const { index, hashes, checkpoint: note } = parseLogProof(toUtf8(proof));
  const checkpoint = parseCheckpoint(note.text);
  const steps = pathOf(checking.sha256, leaf, { index, size: checkpoint.size, hashes });
  const last = steps?.at(-1)?.result ?? leaf;
  const secret = key === null ? undefined : fromBase64(key);
  return {
    content:
      entry === null || secret === undefined
        ? 'erased'
        : isSame(leafOfEntry(checking.sha256, secret, canonicalJson(entry)), leaf)
          ? 'good'
          : 'bad',
    leaf,
    index,
    checkpoint,
    steps: steps ?? [],
    reaches: steps !== undefined && isSame(last, checkpoint.root),
    seal: await sealOf(note, log, checking),
  };
}

async function sealOf(
  note: ReturnType<typeof parseNote>,
  log: VerifierKey | undefined,
  checking: Checking,
): Promise<SealState> {
  if (!log) return 'unknown';
  try {
    await openCheckpoint(checking, note, log);
    return 'good';
  } catch {
    return 'bad';
  }
}

export interface Visit {
  readonly checkpoint: Checkpoint;
  readonly seal: SealState;
  /** `first` where nothing was kept, or of another log. */
  readonly growth: 'first' | 'good' | 'bad';
  /** Entries that the kept seal vouched for. */
  readonly before: number;
}

/**
 * Compares the newest seal with the one that was kept.
 *
 * kept     text of the checkpoint that the last visit left, or undefined
 * proofOf  asks the service for the proof from one size to the other, base64
 */
export async function checkVisit(
  note: string,
  kept: string | undefined,
  log: VerifierKey | undefined,
  checking: Checking,
  proofOf: (from: number, to: number) => Promise<readonly string[]>,
): Promise<Visit> {
  const parsed = parseNote(toUtf8(note));
  const checkpoint = parseCheckpoint(parsed.text);
  const seal = await sealOf(parsed, log, checking);
  const earlier = kept === undefined ? undefined : parseCheckpoint(kept);
  if (earlier?.origin !== checkpoint.origin) return { checkpoint, seal, growth: 'first', before: 0 };
  if (earlier.size > checkpoint.size) return { checkpoint, seal, growth: 'bad', before: earlier.size };
  const hashes = await proofOf(earlier.size, checkpoint.size);
  const proof = hashes.flatMap((hash) => fromBase64(hash) ?? []);
  const holds = proof.length === hashes.length && isConsistent(checking.sha256, earlier, checkpoint, proof);
  return { checkpoint, seal, growth: holds ? 'good' : 'bad', before: earlier.size };
}

/** The key that a line spells, or undefined where it spells none. */
export function readKey(line: string, { sha256 }: Checking): VerifierKey | undefined {
  try {
    const key = parseVerifierKey(sha256, line.trim());
    return key.type === 'log' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** One look of a witness at a log: fetch, compare with what it saw last, and vouch for it or raise the alarm. */
import { parseCheckpoint } from '../merkle/checkpoint.ts';
import { HASH_BYTES, isSame } from '../merkle/hash.ts';
import {
  type Checking,
  type SignerKey,
  type Signing,
  type VerifierKey,
  verifierKey,
} from '../merkle/keys.ts';
import { formatNote, type Note, type NoteSignature, parseNote } from '../merkle/note.ts';
import { Refused } from '../merkle/refused.ts';
import { cosign } from '../merkle/signatures.ts';
import { openCheckpoint } from '../merkle/signed-checkpoint.ts';
import { fromBase64 } from '../merkle/text.ts';
import { isConsistent } from '../merkle/verify.ts';
import { Alarm, type Contradiction, WitnessFault } from './fault.ts';
import type { Seen, WitnessMemory } from './memory.ts';

/** What a witness asks of the service; whatever its calls throw goes on to the caller of `lookOnce`. */
export interface WitnessedService {
  /** The newest checkpoint of the log, as a signed note. */
  readonly checkpoint: () => Promise<Uint8Array>;
  /** Hashes in base64 which prove that the tree of `to` leaves starts with that of `from`; unread as they come. */
  readonly consistency: (from: number, to: number) => Promise<unknown>;
  /** Takes a note with our cosignature. */
  readonly handBack: (note: string) => Promise<unknown>;
}

export interface Watch {
  readonly service: WitnessedService;
  readonly key: SignerKey;
  /** Of the log, from a file: what the service says of itself counts for nothing. */
  readonly log: VerifierKey;
  readonly memory: WitnessMemory;
  readonly checking: Checking;
  readonly signing: Signing;
}

/** What was vouched for. */
export interface Vouched {
  readonly size: number;
  readonly origin: string;
  /** Nothing of this log was seen before, so nothing was compared. */
  readonly isFirst: boolean;
}

/**
 * One round; undefined where there was nothing new.
 *
 * throws  Alarm where the log forked, shrank, or is not the one of the key; WitnessFault, or what the service's calls
 *         throw, where this round came to no end, which the next one may
 */
export async function lookOnce(watch: Watch): Promise<Vouched | undefined> {
  const { service, memory } = watch;
  const seen = await memory.read();
  const shown = await fetchCheckpoint(watch, seen);
  if (seen) {
    const [before, now] = [seen.checkpoint.size, shown.checkpoint.size];
    if (now < before)
      throw await alarm(watch, seen, shown.note, { code: 'shrunk', seen: before, shown: now });
    await mustExtend(watch, seen, shown);
  }

  const isNew = seen?.note.text !== shown.note.text || !isCosigned(seen.note, watch);
  const note = isNew ? vouchedFor(watch, shown.note) : seen.note;
  if (isNew) await memory.replace(seen, note);
  if (!isNew && isCosigned(shown.note, watch)) return undefined;
  await service.handBack(formatNote(note));
  const { size, origin } = shown.checkpoint;
  return { size, origin, isFirst: seen === undefined };
}

async function fetchCheckpoint(watch: Watch, seen: Seen | undefined): Promise<Seen> {
  const { service, log, key, checking, signing } = watch;
  const bytes = await service.checkpoint();
  let note: Note | undefined;
  try {
    note = parseNote(bytes);
    const { checkpoint } = await openCheckpoint(checking, note, log, [verifierKey(signing, key)]);
    return { note, checkpoint };
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    // Not even a note: some other program, or a line that broke. There is nothing to accuse anybody of.
    if (!note) throw new WitnessFault({ code: 'no-checkpoint', refused: cause }, cause);
    const other = originOf(note.text);
    if (other !== undefined && other !== log.name)
      throw await alarm(watch, seen, note, { code: 'other-log', shown: other, log: log.name });
    throw await alarm(watch, seen, note, { code: 'other-key' }, cause.message);
  }
}

/** The tree that is shown starts with all of the one that was seen. */
async function mustExtend(watch: Watch, seen: Seen, shown: Seen): Promise<void> {
  const [from, to] = [seen.checkpoint, shown.checkpoint];
  const forked = { code: 'forked', size: from.size } as const;
  if (from.size === to.size) {
    if (isSame(from.root, to.root)) return;
    throw await alarm(watch, seen, shown.note, forked);
  }
  const list = await watch.service.consistency(from.size, to.size);
  const proof = hashesIn(list);
  if (!proof) throw new WitnessFault({ code: 'no-proof' });
  if (isConsistent(watch.checking.sha256, from, to, proof)) return;
  // A log that was opened anew a moment ago proves another tree; then this look says so.
  await fetchCheckpoint(watch, seen);
  throw await alarm(watch, seen, shown.note, forked, JSON.stringify({ proof: list }));
}

/** Keeps both notes and lets the service know what was seen, so that its auditors learn of it too. */
async function alarm(
  { service, memory }: Watch,
  seen: Seen | undefined,
  shown: Note,
  contradiction: Contradiction,
  detail?: string,
): Promise<Alarm> {
  const folder = await memory.keepEvidence({
    'seen.checkpoint': seen && formatNote(seen.note),
    'shown.checkpoint': formatNote(shown),
    'detail.txt': detail,
  });
  if (!seen) return new Alarm(contradiction, folder);
  try {
    await service.handBack(formatNote(seen.note));
    return new Alarm(contradiction, folder);
  } catch (cause) {
    return new Alarm(contradiction, folder, cause);
  }
}

/** The checkpoint as the log signed it, with our cosignature. */
function vouchedFor({ key, log, signing }: Watch, { text, signatures }: Note): Note {
  const own = cosign(signing, key, text, Math.floor(Date.now() / 1000));
  return { text, signatures: [...signatures.filter(isBy(log)), own] };
}

const isCosigned = ({ signatures }: Note, { key }: Watch): boolean => signatures.some(isBy(key));

const isBy =
  (key: VerifierKey | SignerKey) =>
  ({ keyId, name }: NoteSignature): boolean =>
    keyId === key.id && name === key.name;

function originOf(text: string): string | undefined {
  try {
    return parseCheckpoint(text).origin;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

function hashesIn(list: unknown): Uint8Array[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const hashes = list.flatMap((text) => (typeof text === 'string' ? (fromBase64(text) ?? []) : []));
  return hashes.length === list.length && hashes.every(({ length }) => length === HASH_BYTES)
    ? hashes
    : undefined;
}

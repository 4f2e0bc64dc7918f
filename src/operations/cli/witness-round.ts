/** One look of a witness at a log: fetch, compare with what it saw last, and vouch for it or raise the alarm. */
import type { ConsistencyBody } from '../../audit/access-log.dto.ts';
import { checking, sha256, signing } from '../../access/log-crypto.ts';
import { parseCheckpoint } from '../../merkle/checkpoint.ts';
import { HASH_BYTES, isSame } from '../../merkle/hash.ts';
import { type SignerKey, type VerifierKey, verifierKey } from '../../merkle/keys.ts';
import { formatNote, type Note, type NoteSignature, parseNote } from '../../merkle/note.ts';
import { Refused } from '../../merkle/refused.ts';
import { cosign } from '../../merkle/signatures.ts';
import { openCheckpoint } from '../../merkle/signed-checkpoint.ts';
import { isConsistent } from '../../merkle/verify.ts';
import type { Api } from './api.ts';
import { EXIT, Failure } from './failure.ts';
import type { Seen, WitnessState } from './witness-state.ts';
import type { Desk } from './words.ts';

export interface Witness {
  readonly api: Api;
  readonly key: SignerKey;
  /** Of the log, from a file: what the service says of itself counts for nothing. */
  readonly log: VerifierKey;
  readonly state: WitnessState;
  readonly desk: Desk;
}

/** What the service showed contradicts what this log may ever show; the evidence is kept. */
export class Finding extends Failure {
  override name = 'Finding';

  constructor(sentences: readonly string[], cause?: unknown) {
    super(sentences, EXIT.finding, cause);
  }
}

/**
 * One round; a sentence where something was vouched for, undefined where there was nothing new.
 *
 * throws  Finding where the log forked, shrank, or is not the one of the key; any other Failure where this round
 *         came to no end, which the next one may
 */
export async function lookOnce(witness: Witness): Promise<string | undefined> {
  const { api, state, desk } = witness;
  const seen = await state.read();
  const shown = await fetchCheckpoint(witness, seen);
  if (seen) {
    const { size } = seen.checkpoint;
    if (shown.checkpoint.size < size) {
      const { words } = desk;
      throw await contradiction(witness, seen, shown.note, words.shrunk(size, shown.checkpoint.size));
    }
    await mustExtend(witness, seen, shown);
  }

  const isNew = seen?.note.text !== shown.note.text || !isCosigned(seen.note, witness);
  const note = isNew ? vouchedFor(witness, shown.note) : seen.note;
  if (isNew) await state.replace(seen, note);
  if (!isNew && isCosigned(shown.note, witness)) return undefined;
  await handBack(api, note);
  const { size, origin } = shown.checkpoint;
  return seen ? desk.words.witnessed(size, origin) : desk.words.witnessedFirst(size, origin);
}

async function fetchCheckpoint(witness: Witness, seen: Seen | undefined): Promise<Seen> {
  const { api, log, key, desk } = witness;
  const { bytes } = await api.ask('/v1/witness/checkpoint');
  let note: Note | undefined;
  try {
    note = parseNote(bytes);
    return { note, checkpoint: openCheckpoint(checking, note, log, [verifierKey(signing, key)]).checkpoint };
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    const reason = cause.sentence(desk.lang);
    // Not even a note: some other program, or a line that broke. There is nothing to accuse anybody of.
    if (!note) throw new Failure([desk.words.noCheckpoint, reason], EXIT.failed, cause);
    const other = originOf(note.text);
    if (other !== undefined && other !== log.name)
      throw await contradiction(witness, seen, note, desk.words.otherLog(other, log.name));
    throw await contradiction(witness, seen, note, desk.words.notOfThisKey, reason);
  }
}

/** The tree that is shown starts with all of the one that was seen. */
async function mustExtend(witness: Witness, seen: Seen, shown: Seen): Promise<void> {
  const { api, desk } = witness;
  const [from, to] = [seen.checkpoint, shown.checkpoint];
  if (from.size === to.size) {
    if (isSame(from.root, to.root)) return;
    throw await contradiction(witness, seen, shown.note, desk.words.forked(from.size));
  }
  const { body } = await api.json<Partial<ConsistencyBody>>(
    `/v1/witness/consistency?from=${from.size}&to=${to.size}`,
  );
  const proof = hashesIn(body.proof);
  if (!proof) throw new Failure([desk.words.noProof]);
  if (isConsistent(sha256, from, to, proof)) return;
  // A log that was opened anew a moment ago proves another tree; then this look says so.
  await fetchCheckpoint(witness, seen);
  throw await contradiction(witness, seen, shown.note, desk.words.forked(from.size), JSON.stringify(body));
}

/** Keeps both notes and lets the service know what was seen, so that its auditors learn of it too. */
async function contradiction(
  { api, state, desk }: Witness,
  seen: Seen | undefined,
  shown: Note,
  sentence: string,
  detail?: string,
): Promise<Finding> {
  const folder = await state.keepEvidence({
    'seen.checkpoint': seen && formatNote(seen.note),
    'shown.checkpoint': formatNote(shown),
    'detail.txt': detail,
  });
  const sentences = [sentence, desk.words.evidenceIn(folder)];
  if (!seen) return new Finding(sentences);
  try {
    await handBack(api, seen.note);
    return new Finding(sentences);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    return new Finding([...sentences, ...cause.sentences], cause);
  }
}

const handBack = (api: Api, note: Note): Promise<unknown> =>
  api.ask('/v1/witness/cosignatures', { method: 'POST', body: { note: formatNote(note) } });

/** The checkpoint as the log signed it, with our cosignature. */
function vouchedFor({ key, log }: Witness, { text, signatures }: Note): Note {
  const own = cosign(signing, key, text, Math.floor(Date.now() / 1000));
  return { text, signatures: [...signatures.filter(isBy(log)), own] };
}

const isCosigned = ({ signatures }: Note, { key }: Witness): boolean => signatures.some(isBy(key));

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
  const hashes = list.map((text) => Buffer.from(typeof text === 'string' ? text : '', 'base64'));
  return hashes.every(({ length }) => length === HASH_BYTES) ? hashes : undefined;
}

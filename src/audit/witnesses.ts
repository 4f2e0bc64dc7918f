/** Witnesses: others, elsewhere, who see that the log only grows and vouch for it beside us. */
import { Inject, Injectable } from '@nestjs/common';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { ProblemFinding } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { type Checkpoint, parseCheckpoint } from '../merkle/checkpoint.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../merkle/keys.ts';
import { formatNote, type Note, parseNote } from '../merkle/note.ts';
import { Refused } from '../merkle/refused.ts';
import { verifySignatures } from '../merkle/signatures.ts';
import { type Cosignature, CosignatureStore, type Reached } from './cosignature.store.ts';
import { sha256 } from '../access/log-crypto.ts';
import { LogProofs } from './log-proofs.ts';
import { witnessKeys } from './witness-keys.ts';
import { nodeChecking } from '../verifier/node-crypto.ts';
import { REFUSAL_WORDS } from '../verifier/refusal-words.ts';

/** Requests of witnesses that are served at once: the routes are open, so they must not take every connection. */
const AT_ONCE = 2;
/** Seconds that a witness may be behind; one asks once a minute. */
const PATIENCE = 600;
/** Seconds that its clock may be ahead of ours. */
const CLOCK = 3600;

/** `missing` has cosigned nothing of this log yet; `disagrees` has seen another history signed by our key. */
export type WitnessStatus = 'current' | 'behind' | 'missing' | 'disagrees';

export interface WitnessStanding extends Reached {
  readonly name: string;
  readonly state: WitnessStatus;
}

@Injectable()
export class Witnesses {
  private readonly keys: readonly VerifierKey[];
  private asking = 0;

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: CosignatureStore,
    private readonly proofs: LogProofs,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.keys = witnessKeys(settings.witnesses);
  }

  /** The newest checkpoint with the cosignatures in hand. Throws not-found where there is none, or no witness. */
  checkpoint(): Promise<string> {
    return this.serve((tx, tenant) => this.proofs.checkpoint(tx, tenant));
  }

  /** As for auditors. */
  consistency(from: number, to: number): Promise<string[]> {
    return this.serve((tx, tenant) => this.proofs.consistency(tx, tenant, from, to));
  }

  /**
   * Keeps the cosignatures of a note, if all of them hold. One of a checkpoint that we do not have, though our
   * key signed it, is kept as evidence of two histories, and refused all the same.
   *
   * throws  cosignature-refused; not-found where there is no witness
   */
  async take(text: string): Promise<void> {
    const isTaken = await this.inTurn(() => this.put(text));
    if (!isTaken) throw problems.cosignatureRefused([NEVER_SIGNED]);
  }

  private async put(text: string): Promise<boolean> {
    const { note, checkpoint, cosignatures } = await this.verified(text);
    return this.within(async (tx) => {
      const { tenant } = this.settings;
      const tree = await this.store.treeOf(tx, tenant, checkpoint, note.text);
      if (!tree) return false;
      if (tree.isSigned)
        for (const each of cosignatures) await this.store.add(tx, tenant, tree.number, checkpoint.size, each);
      else if (await isSignedBy(tree.verifierKey, note))
        for (const { witness } of cosignatures)
          await this.store.disagree(tx, tenant, tree.number, witness, formatNote(note));
      return tree.isSigned;
    });
  }

  /** How far each witness is, in the order of their keys. */
  async standing(tx: Tx): Promise<WitnessStanding[]> {
    if (this.keys.length === 0) return [];
    const reached = await this.store.reached(tx, this.settings.tenant, this.keys.map(formatVerifierKey));
    return reached.map((each, at) => ({ ...each, name: this.keys[at]!.name, state: stateOf(each) }));
  }

  /** The same for health and figures, which have no transaction. */
  async standings(): Promise<WitnessStanding[]> {
    return this.keys.length === 0 ? [] : this.within((tx) => this.standing(tx));
  }

  /** Before the database is asked: strangers cost it nothing. */
  private async verified(
    text: string,
  ): Promise<{ note: Note; checkpoint: Checkpoint; cosignatures: Cosignature[] }> {
    if (this.keys.length === 0) throw problems.notFound();
    try {
      const note = parseNote(Buffer.from(text));
      const cosignatures: Cosignature[] = [];
      for (const signature of note.signatures) {
        const alone = { text: note.text, signatures: [signature] };
        const line = formatNote(alone).slice(note.text.length + 1);
        for (const { key, time = NaN } of await verifySignatures(nodeChecking, alone, this.keys))
          cosignatures.push({ witness: formatVerifierKey(key), line, time });
      }
      if (cosignatures.length === 0) throw problems.cosignatureRefused([NO_WITNESS]);
      if (!cosignatures.every(({ time }) => time <= Date.now() / 1000 + CLOCK))
        throw problems.cosignatureRefused([FUTURE]);
      return { note, checkpoint: parseCheckpoint(note.text), cosignatures };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const reason = REFUSAL_WORDS[error.code];
      throw problems.cosignatureRefused([{ rule: error.code, pointer: '/note', reason }]);
    }
  }

  private serve<T>(work: (tx: Tx, tenant: string) => Promise<T>): Promise<T> {
    return this.inTurn(() => this.within((tx) => work(tx, this.settings.tenant)));
  }

  /** Before anything is checked: signatures cost too. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.keys.length === 0) throw problems.notFound();
    if (this.asking >= AT_ONCE) throw problems.busyWitnessing();
    this.asking += 1;
    try {
      return await work();
    } finally {
      this.asking -= 1;
    }
  }

  private within<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unrecorded.read('witnesses of the log', this.settings.tenant, work);
  }
}

function stateOf({ size, lag, disagrees }: Reached): WitnessStatus {
  if (disagrees) return 'disagrees';
  if (size === null) return 'missing';
  return lag > PATIENCE ? 'behind' : 'current';
}

async function isSignedBy(verifierKey: string, note: Note): Promise<boolean> {
  try {
    const signed = await verifySignatures(nodeChecking, note, [parseVerifierKey(sha256, verifierKey)]);
    return signed.length > 0;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

const finding = (rule: string, de: string, en: string): ProblemFinding => ({
  rule,
  pointer: '/note',
  reason: { de, en },
});
const NO_WITNESS = finding(
  'unknown-witness',
  'Keine der Signaturen stammt von einem Zeugen, den dieser Dienst kennt (KANON_WITNESSES).',
  'None of the signatures is by a witness that this service knows (KANON_WITNESSES).',
);
const FUTURE = finding(
  'time',
  'Die Zeit der Mitzeichnung liegt in der Zukunft; bitte die Uhr des Zeugen stellen.',
  'The time of the cosignature lies in the future; set the clock of the witness.',
);
const NEVER_SIGNED = finding(
  'never-signed',
  'Diesen Prüfpunkt hat der Dienst in seinem Protokoll nicht signiert.',
  'The service has not signed this checkpoint in its log.',
);

/** Witnesses: others, elsewhere, who see that the log only grows and vouch for it beside us. */
import { Inject, Injectable } from '@nestjs/common';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { type Finding, problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { type Checkpoint, parseCheckpoint } from '../merkle/checkpoint.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../merkle/keys.ts';
import { formatNote, type Note, parseNote } from '../merkle/note.ts';
import { Refused } from '../merkle/refused.ts';
import { verifySignatures } from '../merkle/signatures.ts';
import { type Cosignature, CosignatureStore, type Reached } from './cosignature.store.ts';
import { checking, sha256 } from '../access/log-crypto.ts';
import { LogProofs } from './log-proofs.ts';
import { witnessKeys } from './witness-keys.ts';

/** Requests of witnesses that are served at once: the routes are open, so they must not take every connection. */
const AT_ONCE = 2;
/** Seconds that a witness may be behind; one asks once a minute. */
const PATIENCE = 600;
/** Seconds that its clock may be ahead of ours. */
const CLOCK = 3600;

/** `missing` has cosigned nothing of this log yet; `disagrees` has seen another history signed by our key. */
export type WitnessState = 'current' | 'behind' | 'missing' | 'disagrees';

export interface Standing extends Reached {
  readonly name: string;
  readonly state: WitnessState;
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
    const { note, checkpoint, cosignatures } = this.verified(text);
    const isTaken = await this.serve(async (tx, tenant) => {
      const tree = await this.store.treeOf(tx, tenant, checkpoint, note.text);
      if (!tree) return false;
      if (tree.isSigned)
        for (const each of cosignatures) await this.store.add(tx, tenant, tree.number, checkpoint.size, each);
      else if (isSignedBy(tree.verifierKey, note))
        for (const { witness } of cosignatures)
          await this.store.disagree(tx, tenant, tree.number, witness, formatNote(note));
      return tree.isSigned;
    });
    if (!isTaken) throw problems.cosignatureRefused([NEVER_SIGNED]);
  }

  /** How far each witness is, in the order of their keys. */
  async standing(tx: Tx): Promise<Standing[]> {
    if (this.keys.length === 0) return [];
    const reached = await this.store.reached(tx, this.settings.tenant, this.keys.map(formatVerifierKey));
    return reached.map((each, at) => ({ ...each, name: this.keys[at]!.name, state: stateOf(each) }));
  }

  /** The same for health and figures, which have no transaction. */
  async standings(): Promise<Standing[]> {
    return this.keys.length === 0 ? [] : this.within((tx) => this.standing(tx));
  }

  /** Before the database is asked: strangers cost it nothing. */
  private verified(text: string): { note: Note; checkpoint: Checkpoint; cosignatures: Cosignature[] } {
    if (this.keys.length === 0) throw problems.notFound();
    try {
      const note = parseNote(Buffer.from(text));
      const cosignatures = note.signatures.flatMap((signature) =>
        verifySignatures(checking, { text: note.text, signatures: [signature] }, this.keys).map(
          ({ key, time = NaN }) => ({
            witness: formatVerifierKey(key),
            line: formatNote({ text: note.text, signatures: [signature] }).slice(note.text.length + 1),
            time,
          }),
        ),
      );
      if (cosignatures.length === 0) throw problems.cosignatureRefused([NO_WITNESS]);
      if (!cosignatures.every(({ time }) => time <= Date.now() / 1000 + CLOCK))
        throw problems.cosignatureRefused([FUTURE]);
      return { note, checkpoint: parseCheckpoint(note.text), cosignatures };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const reason = { de: error.sentence('de'), en: error.sentence('en') };
      throw problems.cosignatureRefused([{ rule: error.code, pointer: '/note', reason }]);
    }
  }

  private async serve<T>(work: (tx: Tx, tenant: string) => Promise<T>): Promise<T> {
    if (this.keys.length === 0) throw problems.notFound();
    if (this.asking >= AT_ONCE) throw problems.busyWitnessing();
    this.asking += 1;
    try {
      return await this.within((tx) => work(tx, this.settings.tenant));
    } finally {
      this.asking -= 1;
    }
  }

  private within<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const settings = { 'kanon.tenant': this.settings.tenant, 'kanon.role': 'witness' };
    return this.unrecorded.read('witnesses of the log', { role: 'kanon_witness', settings }, work);
  }
}

function stateOf({ size, lag, disagrees }: Reached): WitnessState {
  if (disagrees) return 'disagrees';
  if (size === null) return 'missing';
  return lag > PATIENCE ? 'behind' : 'current';
}

function isSignedBy(verifierKey: string, note: Note): boolean {
  try {
    return verifySignatures(checking, note, [parseVerifierKey(sha256, verifierKey)]).length > 0;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

const finding = (rule: string, de: string, en: string): Finding => ({
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

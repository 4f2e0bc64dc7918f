/** Proofs for auditors: of one entry, and that the log only grew. What is not signed yet is not proven. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { formatLogProof } from '../merkle/log-proof.ts';
import { parseNote } from '../merkle/note.ts';
import { proveConsistency, proveInclusion } from '../merkle/prove.ts';
import type { EntryWithProof } from './access-log.dto.ts';
import { EntryStore } from './entry.store.ts';
import { entryWords } from '../access/entry-fields.ts';
import { sha256 } from '../access/log-crypto.ts';
import { type Leaf, LogTreeStore } from './log-tree.store.ts';

@Injectable()
export class LogProofs {
  constructor(
    private readonly log: EntryStore,
    private readonly trees: LogTreeStore,
  ) {}

  /** Throws not-found where no entry has this id or ever had. */
  async entry(tx: Tx, tenant: string, id: string): Promise<EntryWithProof> {
    const found = await this.log.one(tx, tenant, id);
    const leaf = await this.trees.leafOf(tx, tenant, id);
    if (!found && !leaf) throw problems.notFound();
    return {
      entry: found ? entryWords(found.entry) : null,
      key: found?.key?.toString('base64') ?? null,
      leaf: leaf?.hash.toString('base64') ?? null,
      proof: leaf ? await this.proofOf(tx, tenant, leaf) : null,
    };
  }

  /** The newest checkpoint as its note. Throws not-found before the first one. */
  async checkpoint(tx: Tx, tenant: string): Promise<string> {
    const newest = await this.trees.newestNote(tx, tenant);
    if (!newest) throw problems.notFound();
    return newest.note;
  }

  /** In the newest tree, base64. Throws bad-request for sizes that no checkpoint reaches. */
  async consistency(tx: Tx, tenant: string, from: number, to: number): Promise<string[]> {
    const newest = await this.trees.newestNote(tx, tenant);
    if (!newest) throw problems.notFound();
    if (from > to || to > newest.size) throw problems.badRequest([SIZES]);
    const proof = await proveConsistency(sha256, this.trees.reader(tx, tenant, newest.tree), from, to);
    return proof.map((hash) => Buffer.from(hash).toString('base64'));
  }

  private async proofOf(tx: Tx, tenant: string, { tree, index }: Leaf): Promise<string | null> {
    const newest = await this.trees.newestNote(tx, tenant, tree);
    if (!newest || index >= newest.size) return null;
    const hashes = await proveInclusion(sha256, this.trees.reader(tx, tenant, tree), index, newest.size);
    return formatLogProof({ index, hashes, checkpoint: parseNote(Buffer.from(newest.note)) });
  }
}

const SIZES = {
  rule: 'sizes',
  pointer: '/to',
  reason: {
    de: 'Die Größen steigen, und die zweite übersteigt die des neuesten Prüfpunkts nicht.',
    en: 'Sizes rise, and the second one is at most that of the newest checkpoint.',
  },
};

/** The sequencer: numbers committed entries, grows the tree by them, and signs for it. One leads, in any number of processes. */
import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { logFailure } from '../foundation/http/log.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { formatCheckpoint } from '../merkle/checkpoint.ts';
import { append, type Edge, EMPTY_EDGE, rootOf } from '../merkle/edge.ts';
import { isSame } from '../merkle/hash.ts';
import { formatVerifierKey, parseVerifierKey, type SignerKey, verifierKey } from '../merkle/keys.ts';
import { formatNote, parseNote } from '../merkle/note.ts';
import { proveConsistency, readEdge } from '../merkle/prove.ts';
import { sign } from '../merkle/signatures.ts';
import { openCheckpoint } from '../merkle/signed-checkpoint.ts';
import { isConsistent } from '../merkle/verify.ts';
import { addCosignatures, exportCheckpoint, newestExported } from './checkpoint-folder.ts';
import { CheckpointWebhook } from './checkpoint-webhook.ts';
import { entryLeafHash, linkLeafHash } from '../access/leaf.ts';
import { checking, sha256, signing } from '../access/log-crypto.ts';
import { hasLogKey, logKey } from './log-key.ts';
import { LogRefusal, type LogRefusalCode } from './log-refusal.ts';
import { type LogFigures, type LogTree, LogTreeStore, type Pending } from './log-tree.store.ts';

/** Milliseconds between two looks at what waits. */
const PACE = 1000;
/** Entries numbered in one transaction. */
const BATCH = 10_000;

export interface LogStatus {
  readonly tree: LogTree;
  /** Committed entries without a number. */
  readonly waiting: number;
  /** Rows that waited and were no entry; they were set aside. */
  readonly strays: number;
  readonly refusal: LogRefusal | undefined;
}

@Injectable()
export class Sequencer implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  /** Whether this process has held the database against the exported checkpoints. */
  private compared = false;
  private refusal: LogRefusalCode | undefined;
  /** The newest checkpoint with the cosignatures that the folder has been given. */
  private cosigned: string | undefined;
  /** Told of what this process signs. */
  readonly webhook: CheckpointWebhook;

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: LogTreeStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.webhook = new CheckpointWebhook(settings.checkpointWebhook);
  }

  onApplicationBootstrap(): void {
    this.wait();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.running;
    await this.webhook.end();
  }

  private wait(): void {
    if (this.stopping) return;
    this.timer = setTimeout(() => {
      this.sequence()
        .catch((error: unknown) => {
          // What a person must mend is said once, not every second.
          if (!(error instanceof LogRefusal && error.code === this.refusal)) logFailure(error);
          this.refusal = error instanceof LogRefusal ? error.code : this.refusal;
        })
        .finally(() => {
          this.wait();
        });
    }, PACE);
  }

  /**
   * Numbers all that waits and signs; one call after the other. What is lost on the way is done by the next
   * call: nothing is remembered outside the database but the exported checkpoint, which is never ahead of it.
   *
   * throws  LogRefusal where a signature could vouch for a second history
   */
  sequence(): Promise<void> {
    const next = this.running.then(async () => {
      while (!this.stopping && (await this.within((tx) => this.number(tx))));
      const signed = await this.within((tx) => this.sign(tx));
      if (signed !== undefined) this.webhook.tell(signed);
      this.refusal = undefined;
    });
    this.running = next.catch(() => undefined);
    return next;
  }

  /** How large the log is, and how late; undefined before its first start. */
  figures(): Promise<LogFigures | undefined> {
    return this.within((tx) => this.store.figures(tx, this.settings.tenant));
  }

  /** Where the log stands; what refuses to sign is told, not thrown. */
  status(): Promise<LogStatus | undefined> {
    const { tenant } = this.settings;
    return this.within(async (tx) => {
      const tree = await this.store.newest(tx, tenant);
      if (!tree) return undefined;
      const refusal = await this.edgeOf(tx, tree).then(
        () => undefined,
        (error: unknown) => {
          if (error instanceof LogRefusal) return error;
          throw error;
        },
      );
      const [waiting, strays] = [await this.store.waiting(tx, tenant), await this.store.strays(tx, tenant)];
      return { tree, waiting, strays, refusal };
    });
  }

  /** Numbers one batch; whether more may wait. */
  private async number(tx: Tx): Promise<boolean> {
    const { tenant } = this.settings;
    if (!(await this.store.lead(tx, tenant))) return false;
    const known = await this.store.newest(tx, tenant);
    const { entries: pending, strays } = await this.store.take(tx, tenant, BATCH);
    if (strays > 0) logFailure(new StrayRows(`${strays} row(s) that waited for a number are no entry`));
    const more = pending.length + strays === BATCH;
    if (pending.length === 0 && known && this.compared) return more;
    const { tree, edge } = await this.sound(tx, known ?? (await this.begin(tx, 1, null)));
    this.compared = true;
    if (pending.length > 0) await this.grow(tx, tree, edge, pending);
    return more;
  }

  /** The tree with its right edge; or a new one, where this one may not be signed and two persons ask for another. */
  private async sound(tx: Tx, tree: LogTree): Promise<{ tree: LogTree; edge: Edge }> {
    try {
      return { tree, edge: await this.edgeOf(tx, tree) };
    } catch (error) {
      const { tenant } = this.settings;
      if (!(error instanceof LogRefusal) || !(await this.store.isReopeningAsked(tx, tenant))) throw error;
      const reopened = await this.reopen(tx, tree);
      return { tree: reopened, edge: await this.edgeOf(tx, reopened) };
    }
  }

  /** A tree that nobody has seen yet. Its first leaf is the last checkpoint of the one before. */
  private async begin(tx: Tx, number: number, link: string | null): Promise<LogTree> {
    const { tenant } = this.settings;
    const key = await this.key(number);
    const { edge, nodes } = append(sha256, EMPTY_EDGE, link === null ? [] : [linkLeafHash(link)]);
    const tree = {
      number,
      origin: key.name,
      verifierKey: formatVerifierKey(verifierKey(signing, key)),
      size: edge.size,
      root: rootOf(sha256, edge),
    };
    await this.store.begin(tx, tenant, tree, link);
    await this.store.addNodes(
      tx,
      tenant,
      number,
      nodes.map((node) => ({ ...node, entry: null })),
    );
    return { ...tree, signed: null };
  }

  private async reopen(tx: Tx, tree: LogTree): Promise<LogTree> {
    const { tenant, checkpoints, data } = this.settings;
    const exported = await newestExported(checkpoints, tenant);
    let number = Math.max(tree.number, exported?.tree ?? 0) + 1;
    while (await hasLogKey(data, tenant, number)) number++;
    const kept = await this.store.newestNote(tx, tenant);
    return this.begin(tx, number, readable(exported?.note) ?? kept?.note ?? '');
  }

  private async grow(tx: Tx, tree: LogTree, old: Edge, pending: readonly Pending[]): Promise<void> {
    const { tenant } = this.settings;
    const leaves = pending.map(({ leaf }) => entryLeafHash(leaf));
    const { edge, nodes } = append(sha256, old, leaves);
    await this.store.addNodes(
      tx,
      tenant,
      tree.number,
      nodes.map((node) => ({
        ...node,
        entry: node.level === 0 ? (pending[node.index - tree.size]?.entry ?? null) : null,
      })),
    );
    const head = { size: edge.size, root: rootOf(sha256, edge) };
    if (!(await this.store.advance(tx, tenant, tree, head)))
      throw new Error('another sequencer has grown the tree meanwhile');
  }

  /**
   * Signs for the head that is committed, and for nothing else: Ed25519 gives the same bytes when a crash makes
   * it sign again. The export comes before the database's own copy, so it never misses one that was shown.
   * The note, if there is a new one.
   */
  private async sign(tx: Tx): Promise<string | undefined> {
    const { tenant, checkpoints } = this.settings;
    if (!(await this.store.lead(tx, tenant))) return undefined;
    const tree = await this.store.newest(tx, tenant);
    if (!tree) return undefined;
    if (tree.signed === tree.size) {
      const kept = await this.store.newestNote(tx, tenant, tree.number);
      if (kept && kept.note !== this.cosigned)
        await addCosignatures(checkpoints, tenant, tree.number, kept.note);
      this.cosigned = kept?.note;
      return undefined;
    }
    await this.edgeOf(tx, tree);
    const text = formatCheckpoint(tree);
    const note = formatNote({ text, signatures: [sign(signing, await this.key(tree.number), text)] });
    await exportCheckpoint(checkpoints, tenant, tree.number, note);
    await this.store.keep(tx, tenant, tree, note);
    return note;
  }

  /**
   * The right edge of a tree that may be signed: its hashes make up its head, its key is at hand, and it starts
   * with all that the newest exported checkpoint vouches for. Else throws LogRefusal.
   */
  private async edgeOf(tx: Tx, tree: LogTree): Promise<Edge> {
    const { tenant, checkpoints } = this.settings;
    const key = await this.key(tree.number);
    if (formatVerifierKey(verifierKey(signing, key)) !== tree.verifierKey) throw new LogRefusal('other-key');
    const reader = this.store.reader(tx, tenant, tree.number);
    const edge = await readEdge(reader, tree.size).catch(damaged);
    if (!isSame(rootOf(sha256, edge), tree.root)) throw new LogRefusal('tree-damaged');

    const exported = await newestExported(checkpoints, tenant);
    if (exported === undefined || exported.tree < tree.number) {
      if (tree.signed !== null) throw new LogRefusal('export-missing');
      return edge;
    }
    if (exported.tree > tree.number) throw new LogRefusal('behind-export');
    const { checkpoint } = opened(exported.note, tree);
    if (checkpoint.size > tree.size) throw new LogRefusal('behind-export');
    const proof = await proveConsistency(sha256, reader, checkpoint.size, tree.size).catch(damaged);
    if (!isConsistent(sha256, checkpoint, tree, proof)) throw new LogRefusal('not-consistent');
    return edge;
  }

  private key(tree: number): Promise<SignerKey> {
    const { data, tenant, publicUrl } = this.settings;
    const { host, pathname } = new URL(publicUrl);
    const place = join(host, pathname, 'log', tenant);
    return logKey(data, tenant, tree, tree === 1 ? place : `${place}/${tree}`);
  }

  private within<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const settings = { 'kanon.tenant': this.settings.tenant, 'kanon.role': 'sequencer' };
    return this.unrecorded.read('numbering the log', { role: 'kanon_sequencer', settings }, work);
  }
}

/** Somebody wrote past the gate; the name is what stands in the log of the service. */
class StrayRows extends Error {
  override name = 'StrayRows';
}

function opened(note: Buffer, tree: LogTree) {
  try {
    return openCheckpoint(checking, parseNote(note), parseVerifierKey(sha256, tree.verifierKey));
  } catch (cause) {
    throw new LogRefusal('export-unreadable', { cause });
  }
}

/** A note's text, or undefined for anything else. */
function readable(note: Buffer | undefined): string | undefined {
  try {
    return note && formatNote(parseNote(note));
  } catch {
    return undefined;
  }
}

/** A stored hash is missing. What the database itself refuses goes on as it is. */
function damaged(cause: unknown): never {
  throw cause instanceof RangeError ? new LogRefusal('tree-damaged', { cause }) : cause;
}

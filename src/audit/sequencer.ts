/** The sequencer: numbers committed entries, grows the tree by them, and signs for it. One leads, in any number of processes. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { logFailure } from '../foundation/http/log.ts';
import { Loop, codeOf } from '../foundation/loop.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { step } from '../foundation/step.ts';
import { formatCheckpoint } from '../merkle/checkpoint.ts';
import { append, type Edge, rootOf } from '../merkle/edge.ts';
import { formatVerifierKey, verifierKey } from '../merkle/keys.ts';
import { formatNote } from '../merkle/note.ts';
import { sign } from '../merkle/signatures.ts';
import { CheckpointFolder, type Exported } from './checkpoint-folder.ts';
import { CheckpointWebhook } from './checkpoint-webhook.ts';
import { entryLeafHash } from '../access/leaf.ts';
import { sha256, signing } from '../access/log-crypto.ts';
import { folderFault } from './folder-fault.ts';
import { knownLogKey } from './log-key.ts';
import { LogRefusal, type LogRefusalCode } from './log-refusal.ts';
import { type LogFigures, type LogTree, LogTreeStore, type Pending } from './log-tree.store.ts';
import { beginTree, reopenTree } from './new-tree.ts';
import { signableEdge } from './signable.ts';

/** Milliseconds between two looks at what waits. */
const PACE = 1000;
/** Entries numbered in one transaction. */
const BATCH = 10_000;

/** Seconds after which an entry has waited too long for a signature; it takes one or two. */
const LATE = 30;

/**
 * signing  every entry is signed for soon
 * late     some wait: the folder of checkpoints cannot be written, say, or the sequencer does not get through
 * refuses  a signature could vouch for a second history; LogRefusal says why
 */
export const LOG_STATES = ['signing', 'late', 'refuses'] as const;
export type LogState = (typeof LOG_STATES)[number];

export interface LogStatus {
  readonly tree: LogTree;
  /** Committed entries without a number. */
  readonly waiting: number;
  /** Rows that waited and were no entry; they were set aside. */
  readonly strays: number;
  readonly refusal: LogRefusal | undefined;
  readonly state: LogState;
  /** Seconds that the oldest entry without a signature waits. */
  readonly lag: number;
  /** The system's code where the folder of checkpoints takes no file; undefined where it does. */
  readonly folderFault: string | undefined;
}

@Injectable()
export class Sequencer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new Loop(() => this.round(), PACE);
  /** Whether this process has held the database against the exported checkpoints. */
  private compared = false;
  private refusal: LogRefusalCode | undefined;
  /** Whether the last round failed of something that was no refusal. */
  private isFailing = false;
  /** The newest checkpoint with the cosignatures that the folder has been given. */
  private cosigned: string | undefined;
  /** Told of what this process signs. */
  readonly webhook: CheckpointWebhook;

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: LogTreeStore,
    private readonly folder: CheckpointFolder,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.webhook = new CheckpointWebhook(settings.checkpointWebhook);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.end();
    await this.webhook.end();
  }

  /**
   * Numbers all that waits and signs; one call after the other. What is lost on the way is done by the next
   * call: nothing is remembered outside the database but the exported checkpoint, which is never ahead of it.
   *
   * throws  LogRefusal where a signature could vouch for a second history
   */
  sequence(): Promise<void> {
    return this.loop.now();
  }

  private async round(): Promise<void> {
    try {
      while (!this.loop.stopping.aborted && (await this.within((tx) => this.number(tx))));
      step('log.numbered');
      const signed = await this.within((tx) => this.sign(tx));
      step('log.kept');
      if (signed !== undefined) this.webhook.tell(signed);
      this.refusal = undefined;
      this.isFailing = false;
    } catch (error) {
      if (error instanceof LogRefusal) this.refusal = error.code;
      this.isFailing = !(error instanceof LogRefusal);
      throw error;
    }
  }

  /** How large the log is, and how late; undefined before its first start. */
  figures(): Promise<LogFigures | undefined> {
    return this.within((tx) => this.store.figures(tx, this.settings.tenant));
  }

  /** Whole seconds by which our clock is ahead of the database's, negative where behind; 0 within a minute. */
  get clockDifference(): number {
    return this.unrecorded.clockDifference;
  }

  /** The key of the newest tree as the database knows it, and what this data folder has of it; undefined before the first start. */
  keyAtHand(): Promise<{ file: string; known: string; own: string | undefined } | undefined> {
    const { data, tenant } = this.settings;
    return this.within(async (tx) => {
      const tree = await this.store.newest(tx, tenant);
      if (!tree) return undefined;
      const key = await knownLogKey(data, tenant, tree.number);
      const own = key && formatVerifierKey(verifierKey(signing, key));
      return { file: `log-key-${tenant}-${tree.number}`, known: tree.verifierKey, own };
    });
  }

  /** How this process finds the log: its own rounds, and what the database says of those of others. */
  async state(): Promise<LogState> {
    if (this.refusal) return 'refuses';
    return this.isFailing || ((await this.figures())?.lag ?? 0) > LATE ? 'late' : 'signing';
  }

  /** Where the log stands, looked at anew; what refuses to sign is told, not thrown. */
  status(): Promise<LogStatus | undefined> {
    const { tenant, checkpoints } = this.settings;
    return this.within(async (tx) => {
      // Before the tree: what is exported between the two looks would seem to be ahead of it.
      const { exported, unread } = await this.folder.newest().then(
        (found) => ({ exported: found, unread: undefined }),
        (error: unknown) => {
          if ((error as { syscall?: unknown }).syscall === undefined) throw error;
          return { exported: undefined, unread: codeOf(error) };
        },
      );
      const tree = await this.store.newest(tx, tenant);
      if (!tree) return undefined;
      // What cannot be read is not gone: whether it may be signed shows when it is there again.
      const refusal = unread === undefined ? await this.refusalOf(tx, tree, exported) : undefined;
      const [waiting, strays] = [await this.store.waiting(tx, tenant), await this.store.strays(tx, tenant)];
      const lag = (await this.store.figures(tx, tenant))?.lag ?? 0;
      const fault = (await folderFault(checkpoints)) ?? unread;
      const state = refusal ? 'refuses' : fault !== undefined || lag > LATE ? 'late' : 'signing';
      return { tree, waiting, strays, refusal, state, lag, folderFault: fault };
    });
  }

  /** Numbers one batch; whether more may wait. */
  private async number(tx: Tx): Promise<boolean> {
    const { tenant } = this.settings;
    if (!(await this.store.lead(tx, tenant))) return false;
    step('log.leads');
    const known = await this.store.newest(tx, tenant);
    const { entries: pending, strays } = await this.store.take(tx, tenant, BATCH);
    step('log.taken');
    if (strays > 0) logFailure(new StrayRows(`${strays} row(s) that waited for a number are no entry`));
    const more = pending.length + strays === BATCH;
    if (pending.length === 0 && known && this.compared) return more;
    const { tree, edge } = await this.sound(tx, known ?? (await beginTree(tx, this.store, this.settings)));
    this.compared = true;
    if (pending.length > 0) await this.grow(tx, tree, edge, pending);
    step('log.grown');
    return more;
  }

  /** The tree with its right edge; or a new one, where this one may not be signed and two persons ask for another. */
  private async sound(tx: Tx, tree: LogTree): Promise<{ tree: LogTree; edge: Edge }> {
    try {
      return { tree, edge: await this.edgeOf(tx, tree, await this.folder.newest()) };
    } catch (error) {
      const { tenant } = this.settings;
      if (!(error instanceof LogRefusal) || !(await this.store.isReopeningAsked(tx, tenant))) throw error;
      const reopened = await reopenTree(tx, this.store, this.settings, tree, await this.folder.newest());
      return { tree: reopened, edge: await this.edgeOf(tx, reopened, await this.folder.newest()) };
    }
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
    const { tenant } = this.settings;
    if (!(await this.store.lead(tx, tenant))) return undefined;
    step('log.leads-signing');
    const tree = await this.store.newest(tx, tenant);
    if (!tree) return undefined;
    if (tree.signed === tree.size) {
      const kept = await this.store.newestNote(tx, tenant, tree.number);
      if (kept && kept.note !== this.cosigned) await this.folder.addCosignatures(tree.number, kept.note);
      this.cosigned = kept?.note;
      return undefined;
    }
    await this.edgeOf(tx, tree, await this.folder.newest());
    step('log.compared');
    const key = await knownLogKey(this.settings.data, tenant, tree.number);
    if (!key) throw new LogRefusal('other-key');
    const text = formatCheckpoint(tree);
    const note = formatNote({ text, signatures: [sign(signing, key, text)] });
    step('log.signed');
    await this.folder.add(tree.number, tree.size, note);
    await this.store.keep(tx, tenant, tree, note);
    step('log.keeping');
    return note;
  }

  /** Why the tree may not be signed; undefined where it may. */
  private async refusalOf(
    tx: Tx,
    tree: LogTree,
    exported: Exported | undefined,
  ): Promise<LogRefusal | undefined> {
    try {
      await this.edgeOf(tx, tree, exported);
      return undefined;
    } catch (error) {
      if (error instanceof LogRefusal) return error;
      throw error;
    }
  }

  /** Of a tree that may be signed; throws LogRefusal. */
  private async edgeOf(tx: Tx, tree: LogTree, exported: Exported | undefined): Promise<Edge> {
    const { data, tenant } = this.settings;
    const key = await knownLogKey(data, tenant, tree.number);
    const reader = this.store.reader(tx, tenant, tree.number);
    return signableEdge(tree, key, reader, exported);
  }

  private within<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unrecorded.read('numbering the log', this.settings.tenant, work);
  }
}

/** Somebody wrote past the gate; the name is what stands in the log of the service. */
class StrayRows extends Error {
  override name = 'StrayRows';
}

/** Bundles: the log of a time as a tar that `kanon verify` checks offline. docs/access-log.md says what one holds. */
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { TAR_END, tarFile } from '../foundation/http/tar.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { formatNote } from '../merkle/note.ts';
import { readEdge } from '../merkle/prove.ts';
import { sign } from '../merkle/signatures.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import { entryWords } from '../access/entry-fields.ts';
import { type BundledLeaf, type LeafSpan, LogBundleStore, type SignedTree } from './log-bundle.store.ts';
import { signing } from '../access/log-crypto.ts';
import { knownLogKey } from './log-key.ts';
import { LogRefusal } from './log-refusal.ts';
import { LogTreeStore } from './log-tree.store.ts';
import { note } from '../access/note.ts';

/** Leaves of one file, some 2 MB. */
const LEAVES_PER_FILE = 2_000;

interface TreePart extends LeafSpan {
  readonly of: SignedTree;
  /** No entry from `first` on is older, but for some minutes. */
  readonly since: Date;
  /** Hashes of the full subtrees before `first`. */
  readonly edge: readonly Uint8Array[];
}

/** All that is fixed before the first byte leaves; the rows it names do not change, but for erasure. */
export interface Bundle {
  readonly tenant: string;
  readonly created: Date;
  readonly from: Date;
  readonly to: Date;
  readonly months: number;
  readonly deleteBy: Date | null;
  readonly trees: readonly TreePart[];
}

@Injectable()
export class LogBundles {
  constructor(
    private readonly store: LogBundleStore,
    private readonly trees: LogTreeStore,
    private readonly unrecorded: Unrecorded,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Plans the bundle of a time, and notes its span for the entry. It begins and ends at a signed head, so it may
   * hold more than was asked for, and bundles of times one after the other join.
   *
   * throws  bad-request if `from` is not before `to`, not-found before the first checkpoint
   */
  async plan(tx: Tx, tenant: string, from: Date, to: Date): Promise<Bundle> {
    if (from >= to) throw problems.badRequest([TIMES]);
    const last = await this.store.headAfter(tx, tenant, to);
    if (!last) throw problems.notFound();
    const before = await this.store.headBefore(tx, tenant, from);
    const trees: TreePart[] = [];
    for (const of of await this.store.trees(tx, tenant)) {
      const tree = of.number;
      const first = before?.tree === tree ? before.size : 0;
      const end = last.tree === tree ? last.size : of.signed;
      // The tree that ended with the head before has nothing in this time.
      const isOver = tree < last.tree && first === end;
      if (tree < (before?.tree ?? 0) || tree > last.tree || isOver) continue;
      const { hashes } = await readEdge(this.trees.reader(tx, tenant, tree), first);
      const since = before?.tree === tree ? before.at : of.since;
      trees.push({ tree, first, end, of, since, edge: hashes });
    }
    const dues = [];
    for (const span of trees) dues.push(await this.store.firstDue(tx, tenant, span, this.settings.logMonths));
    const times = dues.flatMap((due) => (due ? [due.getTime()] : []));
    const spans = trees.map(({ of, first, end }) => `${of.origin} ${first}-${end}`);
    note(tx, { span: [`${from.toISOString()}/${to.toISOString()}`, ...spans].join(' ') });
    const deleteBy = times.length > 0 ? new Date(Math.min(...times)) : null;
    const created = await this.store.now(tx);
    return { tenant, created, from, to, months: this.settings.logMonths, deleteBy, trees };
  }

  /** The tar, read as it leaves: each file in a transaction of its own, one file in memory. */
  async *tar(bundle: Bundle): AsyncGenerator<Buffer> {
    const { tenant, created } = bundle;
    yield tarFile('manifest.note', created, Buffer.from(await this.manifest(bundle)));
    for (const { tree, first, end, of } of bundle.trees)
      for (let part = 1, start = first; part === 1 || start < end; part++, start += LEAVES_PER_FILE) {
        const span = { tree, first: start, end: Math.min(start + LEAVES_PER_FILE, end) };
        const [notes, leaves] = await this.unrecorded.read(
          'rows of a recorded export',
          tenant,
          async (tx) => [
            await this.store.notes(tx, tenant, tree, part === 1 ? start : start + 1, span.end),
            await this.store.leaves(tx, tenant, span, this.settings.logMonths),
          ],
        );
        if (leaves.length !== span.end - span.first) throw new Error('leaves of the tree are missing');
        const name = `tree-${tree}/${String(part).padStart(6, '0')}`;
        yield tarFile(`${name}-checkpoints.ndjson`, created, ndjson(notes.map((text) => ({ note: text }))));
        yield tarFile(`${name}-entries.ndjson`, created, ndjson(leaves.map((leaf) => lineOf(leaf, of.link))));
      }
    yield TAR_END;
  }

  /** Signed by the newest log in it, so that nobody can shorten a bundle or delay its end on its way. */
  private async manifest(bundle: Bundle): Promise<string> {
    const newest = bundle.trees.at(-1);
    if (!newest) throw new Error('a bundle without a tree was planned');
    const { data } = this.settings;
    const key = await knownLogKey(data, bundle.tenant, newest.tree);
    if (!key) throw new LogRefusal('other-key');
    const text = `kanon-bundle/1\n${canonicalJson(manifestOf(bundle))}\n`;
    return formatNote({ text, signatures: [sign(signing, key, text)] });
  }
}

const manifestOf = ({ tenant, created, from, to, months, deleteBy, trees }: Bundle) => ({
  tenant,
  created: created.toISOString(),
  from: from.toISOString(),
  to: to.toISOString(),
  months,
  deleteBy: deleteBy?.toISOString() ?? null,
  leavesPerFile: LEAVES_PER_FILE,
  trees: trees.map(({ of, first, end, since, edge }) => ({
    number: of.number,
    origin: of.origin,
    key: of.verifierKey,
    first,
    end,
    since: since.toISOString(),
    edge: edge.map(base64),
  })),
});

function lineOf({ index, hash, open }: BundledLeaf, link: string | null): object {
  const leaf = base64(hash);
  if (index === 0 && link !== null) return { index, leaf, link };
  return { index, leaf, key: open && base64(open.key), entry: open && entryWords(open.entry) };
}

const ndjson = (values: readonly object[]): Buffer =>
  Buffer.from(values.map((value) => `${canonicalJson(value)}\n`).join(''));

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const TIMES = {
  rule: 'times',
  pointer: '/to',
  reason: { de: 'Die Zeit endet nach ihrem Anfang.', en: 'A time ends after its beginning.' },
};

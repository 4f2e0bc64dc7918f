/** An invented log and bundles of it, written as docs/access-log.md says, without the service. */
import { createHash, createHmac } from 'node:crypto';
import { formatCheckpoint } from '../../src/merkle/checkpoint.ts';
import { formatVerifierKey, signerKey, type SignerKey, verifierKey } from '../../src/merkle/keys.ts';
import { formatLogProof } from '../../src/merkle/log-proof.ts';
import { formatNote, type NoteSignature, parseNote } from '../../src/merkle/note.ts';
import { cosign, sign } from '../../src/merkle/signatures.ts';
import { cover } from '../../src/merkle/tree.ts';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import { NaiveTree } from '../merkle/naive-tree.ts';
import { signing } from '../merkle/primitives.ts';
import type { Archive } from './archive.ts';

export const keyOf = (name: string, type: 'log' | 'witness' = 'log', seed = name): SignerKey =>
  signerKey(signing, type, name, createHash('sha256').update(seed).digest());
export const publicOf = (key: SignerKey) => verifierKey(signing, key);

interface Leaf {
  readonly data: Buffer;
  readonly line: object;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const hashOf = (data: Buffer): Buffer =>
  createHash('sha256')
    .update(Buffer.from([0]))
    .update(data)
    .digest();

/** An entry a minute, the first of them at the start of 2026. */
export const entryAt = (index: number, more: object = {}) => ({
  version: 'kanon-entry/1',
  tenant: '05',
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  at: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
  office: `Erfundenes Amt ${index}`,
  rules: [],
  dryRun: false,
  policy: 1,
  commitment: null,
  ...more,
});

export class InventedLog {
  private readonly leaves: Leaf[] = [];
  readonly key: SignerKey;

  constructor(
    readonly number = 1,
    link?: string,
    origin = `kanon.example/log/05${number > 1 ? `/${number}` : ''}`,
  ) {
    this.key = keyOf(origin);
    if (link === undefined) return;
    const data = Buffer.from(`kanon-link/1\n${link}`);
    this.leaves.push({ data, line: { index: 0, leaf: base64(hashOf(data)), link } });
  }

  get size(): number {
    return this.leaves.length;
  }

  add(times: number, more: (index: number) => object = () => ({})): this {
    for (let time = 0; time < times; time++) {
      const index = this.leaves.length;
      const key = createHash('sha256').update(`key ${index}`).digest();
      const entry = entryAt(index, more(index));
      const data = Buffer.concat([
        Buffer.from('kanon-entry/1\n'),
        createHmac('sha256', key).update(canonicalJson(entry)).digest(),
      ]);
      const isErased = index % 7 === 3;
      const leaf = base64(hashOf(data));
      this.leaves.push({
        data,
        line: isErased ? { index, leaf, key: null, entry: null } : { index, leaf, key: base64(key), entry },
      });
    }
    return this;
  }

  /** A checkpoint over the first leaves; `by` is the log's own key unless it is forged. */
  note(
    size = this.size,
    { by = this.key, witness }: { by?: SignerKey; witness?: [SignerKey, Date] } = {},
  ): string {
    const root = new NaiveTree(this.leaves.map(({ data }) => data)).hash(0, size);
    const text = formatCheckpoint({ origin: this.key.name, size, root });
    const signatures: NoteSignature[] = [sign(signing, by, text)];
    if (witness) signatures.push(cosign(signing, witness[0], text, Math.floor(witness[1].getTime() / 1000)));
    return formatNote({ text, signatures });
  }

  /** An entry with its proof under a note over so many leaves, as the service answers. */
  proof(index: number, size: number, note: string): string {
    const { leaf, key = null, entry = null } = this.leaves[index]!.line as Record<string, unknown>;
    const hashes = new NaiveTree(this.leaves.map(({ data }) => data)).path(index, 0, size);
    const checkpoint = parseNote(Buffer.from(note));
    return JSON.stringify({ entry, key, leaf, proof: formatLogProof({ index, hashes, checkpoint }) });
  }

  /** Files of the leaves from one head to another, with these notes at these sizes. */
  span(
    first: number,
    end: number,
    notes: ReadonlyMap<number, string>,
    leavesPerFile: number,
  ): { of: object; files: Archive } {
    const tree = new NaiveTree(this.leaves.map(({ data }) => data));
    const files: Archive = new Map();
    const text = (values: object[]): string => values.map((value) => `${canonicalJson(value)}\n`).join('');
    for (let part = 1, start = first; part === 1 || start < end; part++, start += leavesPerFile) {
      const to = Math.min(start + leavesPerFile, end);
      const name = `tree-${this.number}/${String(part).padStart(6, '0')}`;
      const inPart = [...notes].filter(([size]) => (part === 1 ? size >= start : size > start) && size <= to);
      files.set(`${name}-checkpoints.ndjson`, text(inPart.map(([, note]) => ({ note }))));
      files.set(`${name}-entries.ndjson`, text(this.leaves.slice(start, to).map(({ line }) => line)));
    }
    const edge = cover({ start: 0, end: first }).map(({ level, index }) =>
      base64(tree.hash(index * 2 ** level, (index + 1) * 2 ** level)),
    );
    const key = formatVerifierKey(publicOf(this.key));
    const since = new Date(Date.UTC(2026, 0, 1)).toISOString();
    return { of: { number: this.number, origin: this.key.name, key, first, end, since, edge }, files };
  }
}

/** A bundle of spans. */
export function bundleOf(
  spans: readonly { of: object; files: Archive }[],
  by: SignerKey,
  { leavesPerFile = 10, ...more }: { leavesPerFile?: number; [field: string]: unknown } = {},
): Archive {
  const manifest = {
    tenant: '05',
    created: '2026-06-01T00:00:00.000Z',
    from: '2026-01-01T00:00:00.000Z',
    to: '2026-06-01T00:00:00.000Z',
    months: 1,
    deleteBy: '2090-01-01T00:00:00.000Z',
    leavesPerFile,
    trees: spans.map(({ of }) => of),
    ...more,
  };
  const text = `kanon-bundle/1\n${canonicalJson(manifest)}\n`;
  return new Map([
    ['manifest.note', formatNote({ text, signatures: [sign(signing, by, text)] })] as const,
    ...spans.flatMap(({ files }) => [...files]),
  ]);
}

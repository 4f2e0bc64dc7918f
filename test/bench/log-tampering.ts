/** What somebody could do to a bundle or a proof on its way, drawn from a seed; no service takes part. */
import { signerKey, type SignerKey } from '../../src/merkle/keys.ts';
import { openCheckpoint } from '../../src/merkle/signed-checkpoint.ts';
import { parseNote } from '../../src/merkle/note.ts';
import { verifyEntry } from '../../src/verifier/verify-entry.ts';
import type { Trust } from '../../src/verifier/verify-tree.ts';
import { checking, signing } from '../merkle/primitives.ts';
import { type Archive, packed, verified } from '../verifier/archive.ts';
import { bundleOf, InventedLog, keyOf, publicOf } from '../verifier/invented-log.ts';
import type { Found, Tampering } from './log-tampered.ts';

const WITNESS = keyOf('witness.example/w1', 'witness');
const WITNESSED = new Date('2026-02-01T00:00:00Z');
const LEAVES = 64;
/** Sizes at which the log was signed. */
const HEADS = [1, 7, 16, 24, 33, 48, LEAVES];
/** The checkpoint that the auditor has kept. */
const KEPT = 33;

const log = new InventedLog().add(LEAVES);
/** Another history under the same key: one entry, which is not an erased one, is another one. */
const fork = new InventedLog().add(LEAVES, (index) => (index === 20 ? { office: 'Anderes Amt' } : {}));
/** The same entries under a key that somebody has made for the same name. */
const swapped: SignerKey = signerKey(signing, 'log', log.key.name, Buffer.alloc(32, 7));

const noteOf = (of: InventedLog, size: number, by = of.key, isWitnessed = true): string =>
  of.note(size, { by, ...(isWitnessed && { witness: [WITNESS, WITNESSED] as const }) });
const trust: Trust = {
  logs: [publicOf(log.key)],
  witnesses: [publicOf(WITNESS)],
  kept: (await openCheckpoint(checking, parseNote(Buffer.from(noteOf(log, KEPT))), publicOf(log.key)))
    .checkpoint,
};
/** Checkpoints of a log, which a witness has cosigned or nobody. */
const notesOf = (of: InventedLog, isWitnessed: boolean): Map<number, string> =>
  new Map(HEADS.map((size) => [size, noteOf(of, size, of.key, isWitnessed)]));
/**
 * Before the last one without cosignatures: to change the key id of one makes it a stranger's, which C2SP
 * signed-note says to ignore, so in a bundle with a later one that is no harm, and nothing to be found.
 */
const before = new Map([log, fork].map((of) => [of, notesOf(of, false)] as const));

function archive(
  first: number,
  end: number,
  leavesPerFile: number,
  of = log,
  last = noteOf(of, end),
  notes = before.get(of)!,
): Archive {
  const within = new Map([...notes].filter(([size]) => size >= first && size < end)).set(end, last);
  return bundleOf([of.span(first, end, within, leavesPerFile)], of.key, { leavesPerFile });
}

const found = async (tar: Uint8Array, by = trust): Promise<Found> => ({
  by: 'bundle',
  codes: (await verified(tar, by.logs, by.witnesses, new Date(), by.kept)).findings.kept.map(
    ({ code }) => code,
  ),
});
const foundIn = async (text: string, by = trust): Promise<Found> => ({
  by: 'proof',
  codes: (await verifyEntry(Buffer.from(text), by, checking)).findings.kept.map(({ code }) => code),
});

type Rng = () => number;
const below = (rng: Rng, count: number): number => Math.floor(rng() * count);
const oneOf = <T>(rng: Rng, values: readonly T[]): T => values[below(rng, values.length)]!;

/** Another character of the same kind in the place of one. */
function changed(rng: Rng, text: string): string {
  const at = below(rng, text.length);
  let other: string;
  do other = String.fromCharCode(48 + ((text.charCodeAt(at) + 1 + below(rng, 40)) % 74));
  while (other === text[at]);
  return text.slice(0, at) + other + text.slice(at + 1);
}

/** Changes the lines of one file of a bundle. */
function relined(files: Archive, name: string, change: (lines: string[]) => string[]): Archive {
  const lines = change(files.get(name)!.split('\n').slice(0, -1));
  return files.set(name, lines.map((line) => `${line}\n`).join(''));
}

/** A file of entries, or of checkpoints, with at least two lines. */
const fileIn = (rng: Rng, files: Archive, kind: string): string =>
  oneOf(
    rng,
    [...files].flatMap(([name, text]) => (name.includes(kind) && text.split('\n').length > 2 ? [name] : [])),
  );

const swap = <T>(values: readonly T[], one: number, other: number): T[] =>
  values.map((_, at) => values[at === one ? other : at === other ? one : at]!);

/** Moves the numbers of entries along with their places, as somebody would who covers up. */
const renumbered = (lines: readonly string[], first: number): string[] =>
  lines.map((line, at) => line.replace(/"index":\d+/, `"index":${first + at}`));
const firstIndex = (lines: readonly string[]): number => Number(/"index":(\d+)/.exec(lines[0] ?? '')?.[1]);

const BUNDLES: Readonly<Record<string, (rng: Rng, files: Archive) => Uint8Array>> = {
  'edit a byte': (rng, files) => {
    const tar = packed(files);
    const at = below(rng, tar.length);
    tar[at] = tar[at]! ^ (1 + below(rng, 255));
    return tar;
  },
  'edit an entry': (rng, files) =>
    packed(
      relined(files, fileIn(rng, files, 'entries'), (lines) => {
        const at = below(rng, lines.length);
        return lines.map((line, place) => (place === at ? changed(rng, line) : line));
      }),
    ),
  delete: (rng, files) => {
    if (rng() < 0.3) {
      files.delete(oneOf(rng, [...files.keys()]));
      return packed(files);
    }
    const change = (lines: string[]): string[] => {
      const at = below(rng, lines.length);
      const rest = lines.filter((_, place) => place !== at);
      return rng() < 0.5 ? renumbered(rest, firstIndex(lines)) : rest;
    };
    return packed(relined(files, fileIn(rng, files, 'entries'), change));
  },
  reorder: (rng, files) => {
    if (rng() < 0.3) {
      const all = [...files];
      const one = below(rng, all.length);
      return packed(swap(all, one, (one + 1 + below(rng, all.length - 1)) % all.length));
    }
    const change = (lines: string[]): string[] => {
      const one = below(rng, lines.length);
      const moved = swap(lines, one, (one + 1 + below(rng, lines.length - 1)) % lines.length);
      return rng() < 0.5 ? renumbered(moved, firstIndex(lines)) : moved;
    };
    return packed(relined(files, fileIn(rng, files, 'entries'), change));
  },
  insert: (rng, files) => {
    const change = (lines: string[]): string[] => {
      const at = below(rng, lines.length + 1);
      const more = [...lines.slice(0, at), oneOf(rng, lines), ...lines.slice(at)];
      return rng() < 0.5 ? renumbered(more, firstIndex(lines)).slice(0, lines.length) : more;
    };
    return packed(relined(files, fileIn(rng, files, 'entries'), change));
  },
  truncate: (rng, files) => {
    const tar = packed(files);
    return tar.subarray(0, below(rng, tar.length));
  },
  'replay an old checkpoint': (rng) => {
    // All that was true on an earlier day: only what the auditor has kept tells it from today's.
    if (rng() < 0.3) return packed(archive(0, oneOf(rng, [16, 24]), 10));
    const end = oneOf(rng, [48, LEAVES]);
    const last = noteOf(log, oneOf(rng, [16, 24, 33]));
    return packed(archive(oneOf(rng, [0, 7, 24]), end, 10, log, last));
  },
  'fork under the same key': (rng) => {
    const first = oneOf(rng, [0, 7, 16]);
    const end = oneOf(rng, [48, LEAVES]);
    if (rng() < 0.5) return packed(archive(first, end, 5 + below(rng, 20), fork));
    return packed(archive(first, end, 5 + below(rng, 20), log, noteOf(fork, end)));
  },
  'swapped key': (rng) => {
    const notes = new Map(HEADS.map((size) => [size, noteOf(log, size, swapped)]));
    const span = log.span(0, LEAVES, notes, 10);
    return packed(bundleOf([span], rng() < 0.5 ? swapped : log.key));
  },
};

const PROOFS: Readonly<Record<string, (rng: Rng) => string>> = {
  edit: (rng) => {
    const index = below(rng, LEAVES);
    return changed(rng, log.proof(index, LEAVES, noteOf(log, LEAVES)));
  },
  delete: (rng) => hashes(rng, (lines, at) => lines.filter((_, place) => place !== at)),
  reorder: (rng) => hashes(rng, (lines, at) => swap(lines, at, (at + 1) % lines.length)),
  insert: (rng) => hashes(rng, (lines, at) => [...lines.slice(0, at), oneOf(rng, lines), ...lines.slice(at)]),
  truncate: (rng) => {
    const text = log.proof(below(rng, LEAVES), LEAVES, noteOf(log, LEAVES));
    return text.slice(0, below(rng, text.length));
  },
  'replay an old checkpoint': (rng) => {
    const size = oneOf(rng, [7, 16, 24]);
    const index = below(rng, size);
    const old = noteOf(log, size);
    if (rng() < 0.5) return log.proof(index, size, old);
    return log.proof(index, LEAVES, old);
  },
  // Nobody vouches for it but the one who made it.
  'fork under the same key': (rng) =>
    fork.proof(below(rng, LEAVES), LEAVES, noteOf(fork, LEAVES, fork.key, false)),
  'swapped key': (rng) => log.proof(below(rng, LEAVES), LEAVES, noteOf(log, LEAVES, swapped)),
};

/** The path of a proof, changed. */
function hashes(rng: Rng, change: (lines: string[], at: number) => string[]): string {
  const answer = JSON.parse(log.proof(below(rng, LEAVES), LEAVES, noteOf(log, LEAVES))) as { proof: string };
  const [head = '', ...rest] = answer.proof.split('\n\n');
  const [mark = '', index = '', ...path] = head.split('\n');
  const lines = change(path, below(rng, path.length));
  return JSON.stringify({ ...answer, proof: [[mark, index, ...lines].join('\n'), ...rest].join('\n\n') });
}

/** One bundle, tampered with. */
export const bundles: Tampering = {
  kinds: Object.keys(BUNDLES),
  async mutant(rng, kind) {
    const [first, end] = [oneOf(rng, [0, 7, 24]), oneOf(rng, [48, LEAVES])];
    const files = archive(first, end, 5 + below(rng, 20));
    for (;;) {
      const tar = BUNDLES[kind]!(rng, new Map(files));
      if (!packed(files).equals(tar)) return found(tar);
    }
  },
  async clean(rng) {
    const first = oneOf(rng, [0, ...HEADS.filter((size) => size <= KEPT)]);
    const end = oneOf(
      rng,
      HEADS.filter((size) => size >= KEPT),
    );
    const isWitnessed = rng() < 0.5;
    const notes = notesOf(log, isWitnessed);
    const by = {
      ...trust,
      witnesses: isWitnessed ? trust.witnesses : [],
      kept: rng() < 0.5 ? trust.kept : undefined,
    };
    const leavesPerFile = 1 + below(rng, LEAVES);
    if (rng() < 0.7) return found(packed(archive(first, end, leavesPerFile, log, notes.get(end), notes)), by);
    // The log was begun anew, with the last checkpoint of the one before as its first leaf.
    const second = new InventedLog(2, noteOf(log, end)).add(below(rng, 20));
    const within = new Map([...notes].filter(([size]) => size >= first && size <= end));
    const last = new Map([[second.size, noteOf(second, second.size)]]);
    const spans = [
      log.span(first, end, within, leavesPerFile),
      second.span(0, second.size, last, leavesPerFile),
    ];
    const logs = [...by.logs, publicOf(second.key)];
    return found(packed(bundleOf(spans, second.key, { leavesPerFile })), { ...by, logs });
  },
};

/** One entry with its proof, tampered with. */
export const proofs: Tampering = {
  kinds: Object.keys(PROOFS),
  async mutant(rng, kind) {
    return foundIn(PROOFS[kind]!(rng));
  },
  async clean(rng) {
    const size = oneOf(rng, [KEPT, 48, LEAVES]);
    const isWitnessed = rng() < 0.5;
    const by = { ...trust, witnesses: isWitnessed ? trust.witnesses : [] };
    return foundIn(log.proof(below(rng, size), size, noteOf(log, size, log.key, isWitnessed)), by);
  },
};

/** One file, verified and told: a bundle or an entry, keys from files, sentences or JSON to the reader. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Checkpoint } from '../merkle/checkpoint.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../merkle/keys.ts';
import { parseNote } from '../merkle/note.ts';
import { Refused } from '../merkle/refused.ts';
import { openCheckpoint } from '../merkle/signed-checkpoint.ts';
import { toUtf8 } from '../merkle/text.ts';
import { Findings } from './findings.ts';
import { keysIn as keyTextsIn, noteIn, textOf } from './kept-text.ts';
import { nodeChecking } from './node-crypto.ts';
import { otherFile } from './other-file.ts';
import { verifyBundle } from './verify-bundle.ts';
import type { BundleSeen, Trust } from './verify-tree.ts';
import { ENTRY_LIMIT, type EntrySeen, verifyEntry } from './verify-entry.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';
import { type ReaderLanguage, type VerifierWords, WORDS } from './words.ts';

export interface VerifyFileOptions {
  /** File with the key of each log, one a line. */
  readonly key: string;
  /** Files with keys of witnesses, whose cosignatures must be there. */
  readonly witnessKey?: readonly string[];
  /** File with a checkpoint of an earlier day, which must still hold. */
  readonly kept?: string | undefined;
  readonly json?: boolean;
  readonly lang: ReaderLanguage;
}

/** A file that the reader named cannot be used; sentence says why. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

interface Told {
  readonly findings: Findings;
  /** Lines for a person. */
  readonly lines: readonly string[];
  readonly json: Readonly<Record<string, unknown>>;
}

/**
 * holds       nothing was found
 * fails       something contradicts the log's signature, or is not where it must be
 * unverified  the file is another one or not whole, or there is no key for its log: nothing is known of it
 */
export type LogVerdict = 'holds' | 'fails' | 'unverified';

/**
 * Verifies and tells: what holds on standard output, what was found on standard error.
 *
 * throws   Unusable for a file that cannot be read, or keys that are none
 */
export async function verifyFile(file: string, options: VerifyFileOptions): Promise<LogVerdict> {
  const words = WORDS[options.lang];
  const logs = await keysIn([options.key], 'log', options.lang);
  const trust = {
    logs,
    witnesses: await keysIn(options.witnessKey ?? [], 'witness', options.lang),
    kept: options.kept === undefined ? undefined : await checkpointIn(options.kept, logs, options.lang),
  };
  const told = await look(file, trust, words);
  const { count, kept } = told.findings;
  const verdict = count === 0 ? 'holds' : told.findings.isUnverified ? 'unverified' : 'fails';
  const findings = kept.map(({ code, place, reason }) => ({ code, place, reason: reason[options.lang] }));
  if (options.json) {
    const whole = {
      holds: verdict === 'holds',
      verdict,
      findings,
      unlisted: count - kept.length,
      ...told.json,
    };
    process.stdout.write(`${JSON.stringify(whole, null, 2)}\n`);
    return verdict;
  }
  const [first = '', ...rest] = told.lines;
  const where = findings.map(({ place, reason }) => (place ? `${place}: ${reason}` : reason));
  if (count > kept.length) where.push(words.more(count - kept.length));
  // What a file says of itself is not repeated where nothing of it was verified.
  const heard: Readonly<Record<LogVerdict, { out: readonly string[]; err: readonly string[] }>> = {
    holds: { out: told.lines, err: [] },
    fails: { out: rest, err: [first, ...where] },
    unverified: { out: [], err: [words.unverified, ...where] },
  };
  print(process.stdout, heard[verdict].out);
  print(process.stderr, heard[verdict].err);
  return verdict;
}

async function look(file: string, trust: Trust, words: VerifierWords): Promise<Told> {
  const chunks = createReadStream(file, { highWaterMark: 1024 * 1024 })[
    Symbol.asyncIterator
  ]() as AsyncIterator<Buffer>;
  const next = async (): Promise<IteratorResult<Buffer>> =>
    chunks.next().catch((cause: unknown) => {
      throw new Unusable(words.unreadable, { cause });
    });
  const first = await next();
  const start = first.done ? Buffer.alloc(0) : first.value;
  async function* all(): AsyncGenerator<Buffer> {
    yield start;
    for (let more = await next(); !more.done; more = await next()) yield more.value;
  }
  const text = textOf(start);
  const other = otherFile(start, text);
  if (other !== undefined) {
    const findings = new Findings();
    findings.add(other);
    return { findings, lines: [words.unverified], json: {} };
  }
  if (/^\s*\{/.test(text))
    return tellEntry(await verifyEntry(await gathered(all()), trust, nodeChecking), trust, words);
  return tellBundle(await verifyBundle(all(), trust, new Date(), nodeChecking), trust, words);
}

/** The whole of it, or so much that its reader refuses it. */
async function gathered(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > ENTRY_LIMIT) return Buffer.alloc(0);
  }
  return Buffer.concat(parts);
}

function tellBundle(
  { findings, seen }: { findings: Findings; seen?: BundleSeen },
  { kept }: Trust,
  words: VerifierWords,
): Told {
  const verdict = findings.count === 0 ? words.holds : words.fails(findings.count);
  if (!seen) return { findings, lines: [verdict], json: {} };
  const { manifest, trees, cosigned, holdsKept } = seen;
  const witnesses = [...cosigned].map(([{ name }, rest]) => ({ name, ...rest, time: new Date(rest.time) }));
  const lines = [
    verdict,
    words.span(manifest.from, manifest.to),
    ...trees.map(({ origin, first, end, entries, erased, checkpoints }) =>
      first === end
        ? words.nothing(origin, end, checkpoints)
        : words.tree(origin, first, end, entries, erased, checkpoints),
    ),
    words.months(manifest.months, manifest.trees[0]?.since ?? manifest.from),
    ...(kept && holdsKept ? [words.kept(kept.size)] : []),
    ...witnesses.map(({ name, origin, size, time }) => words.witness(name, origin, size, time)),
    ...(manifest.deleteBy ? [words.deleteBy(manifest.deleteBy)] : []),
  ];
  const { tenant, created, from, to, months, deleteBy } = manifest;
  return {
    findings,
    lines,
    json: { tenant, created, from, to, months, deleteBy, trees, holdsKept, witnesses },
  };
}

function tellEntry(
  { findings, seen }: { findings: Findings; seen?: EntrySeen },
  { kept }: Trust,
  words: VerifierWords,
): Told {
  const verdict = findings.count === 0 ? words.entryHolds : words.entryFails(findings.count);
  if (!seen) return { findings, lines: [verdict], json: {} };
  const { origin, index, size, entry, holdsKept } = seen;
  const lines = [verdict, words.place(origin, index, size), ...(entry ? [] : [words.erased])];
  if (kept) lines.push(holdsKept ? words.kept(kept.size) : words.notCompared);
  return { findings, lines, json: { origin, index, size, entry, holdsKept } };
}

/** The checkpoint in a file, signed by one of these logs. */
async function checkpointIn(
  file: string,
  logs: readonly VerifierKey[],
  lang: ReaderLanguage,
): Promise<Checkpoint> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Unusable(WORDS[lang].unreadable, { cause });
  });
  try {
    const note = parseNote(toUtf8(noteIn(textOf(bytes))));
    const log = logs.find(({ name }) => name === note.text.split('\n', 1)[0]);
    if (!log) throw new Refused('not-signed-by-the-log');
    return (await openCheckpoint(nodeChecking, note, log)).checkpoint;
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    throw new Unusable(WORDS[lang].keptFault(REFUSAL_WORDS[cause.code][lang]), { cause });
  }
}

async function keysIn(
  files: readonly string[],
  type: VerifierKey['type'],
  lang: ReaderLanguage,
): Promise<VerifierKey[]> {
  const words = WORDS[lang];
  const texts = await Promise.all(
    files.map((file) =>
      readFile(file).catch((cause: unknown) => {
        throw new Unusable(words.unreadable, { cause });
      }),
    ),
  );
  const keys = texts.flatMap((bytes) =>
    keyTextsIn(textOf(bytes)).map((key, at) => {
      try {
        return parseVerifierKey(nodeChecking.sha256, key);
      } catch (cause) {
        if (!(cause instanceof Refused)) throw cause;
        throw new Unusable(words.keyFault(at + 1, REFUSAL_WORDS[cause.code][lang]), { cause });
      }
    }),
  );
  if ((files.length > 0 && keys.length === 0) || keys.some((key) => key.type !== type))
    throw new Unusable(words.noKeys);
  // A witness may have several keys; of a log, two of one name would leave open which counts.
  const names = keys.map((key) => (type === 'log' ? key.name : formatVerifierKey(key)));
  if (new Set(names).size < names.length) throw new Unusable(words.keyTwice);
  return keys;
}

/** A name out of the file must not steer the terminal. */
const print = (stream: NodeJS.WritableStream, lines: readonly string[]): void =>
  void stream.write(lines.map((line) => `${line.replaceAll(/\p{Cc}/gu, '')}\n`).join(''));

/** The files that a person hands to the command line, read with limits; what is wrong is named by place, never by content. */
import { createReadStream } from 'node:fs';
import { COUNTS_BYTES, readCounts } from '../../rules/anonymise-input.ts';
import type { Counts } from '../../rules/counts.ts';
import { readJson } from '../../rules/json.ts';
import { readReport } from '../../rules/read-report.ts';
import { readStrokes, STROKES_BYTES } from '../../rules/read-strokes.ts';
import type { Report } from '../../rules/report.ts';
import { codesOf, type Scheme } from '../../rules/scheme.ts';
import { countStrokes, type Stroke } from '../../rules/strokes.ts';
import { textOf } from '../../verifier/kept-text.ts';
import { Failure } from '../terminal/failure.ts';
import { remark } from '../terminal/terminal.ts';
import type { Desk } from '../words/words.ts';

/** A tally sheet with what was read of it, the counts of one, or a report that is ready. */
export type Input =
  | {
      readonly kind: 'strokes';
      readonly scheme: Scheme;
      readonly strokes: readonly Stroke[];
      readonly read: string;
    }
  | { readonly kind: 'counts'; readonly counts: Counts }
  | { readonly kind: 'report'; readonly report: Report };

/** Faults that are printed; the others are counted. */
const SHOWN = 20;

/** The bytes of a file, or of standard input for `-`; beyond the limit it is not read on, and its reader says so. */
export async function readBytes(
  file: string,
  { words }: Desk,
  limit: number = STROKES_BYTES,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > limit) break;
    }
  } catch (cause) {
    throw new Failure([words.fileUnreadable], undefined, cause);
  }
  return Buffer.concat(chunks);
}

export const readFileText = async (file: string, desk: Desk): Promise<string> =>
  textOf(await readBytes(file, desk));

/**
 * Which of the three a file is shows in its first character and its fields. What the reader of a tally sheet took for
 * granted, such as several spellings for one child, is told on standard error. Throws a Failure with every fault.
 *
 * schemeOfSheet  says under which scheme a tally sheet is read; the other two name theirs
 */
export async function readInput(
  file: string,
  schemeOfSheet: (bytes: Uint8Array) => Scheme,
  desk: Desk,
): Promise<Input> {
  const bytes = await readBytes(file, desk);
  if (/^\s*\{/.test(Buffer.from(bytes.subarray(0, 1024)).toString('utf8'))) return readObject(bytes, desk);
  const scheme = schemeOfSheet(bytes);
  const read = readStrokes(bytes, scheme);
  const { lang, words } = desk;
  if ('strokes' in read) {
    for (const note of read.notes) remark(note[lang]);
    return { kind: 'strokes', scheme, strokes: read.strokes, read: read.read[lang] };
  }
  const faults = read.faults.slice(0, SHOWN).map(({ line, cause, reason }) => {
    const isUnknown = cause === 'unknown-benefit' || cause === 'near-benefit';
    const known = isUnknown ? ` ${words.knownBenefits(codesOf(scheme).join(', '))}` : '';
    return `${line > 0 ? `${words.line(line)}: ` : ''}${reason[lang]}${known}`;
  });
  throw new Failure([...faults, ...more(read.faults.length, desk)]);
}

function readObject(bytes: Uint8Array, desk: Desk): Input {
  const text = readJson(bytes, { bytes: COUNTS_BYTES, words: new Set() });
  if ('value' in text && text.value instanceof Map && text.value.has('cells')) {
    const read = readReport(bytes);
    if ('report' in read) return { kind: 'report', report: read.report };
    throw new Failure(findingLines(read.findings, desk));
  }
  const read = readCounts(bytes);
  if ('counts' in read) return { kind: 'counts', counts: read.counts };
  throw new Failure(findingLines(read.findings, desk));
}

interface Place {
  readonly pointer?: string;
  readonly reason: Readonly<Record<'de' | 'en', string>>;
}

/** One line each: place and reason. */
export const findingLines = (findings: readonly Place[], desk: Desk): string[] => [
  ...findings
    .slice(0, SHOWN)
    .map(({ pointer, reason }) => `${pointer ? `${pointer}: ` : ''}${reason[desk.lang]}`),
  ...more(findings.length, desk),
];

const more = (faults: number, { words }: Desk): string[] =>
  faults > SHOWN ? [words.more(faults - SHOWN)] : [];

/** The counts of a tally sheet, or counts as they are. Throws a Failure for a report, which no longer has them. */
export function countsIn(input: Input, policy: number, { words }: Desk): Counts {
  if (input.kind === 'report') throw new Failure([words.reportAlready]);
  return input.kind === 'counts' ? input.counts : countStrokes(input.strokes, input.scheme, policy);
}

/** `kanon protect TABLE.csv`: a table of anybody's own, with the cells hidden that would tell too much, and the proof. */
import { writeFile } from 'node:fs/promises';
import { prove } from '../../disclosure/certificate.ts';
import { crossTable, type CrossTable, type TableRules } from '../../disclosure/cross-table.ts';
import { below } from '../../disclosure/primary-rules.ts';
import { publish } from '../../disclosure/published.ts';
import { NoSafePattern, protect, type Effort, type Pattern } from '../../disclosure/suppress.ts';
import { UnsoundTable } from '../../disclosure/table-record.ts';
import { highsSolver } from '../../foundation/highs.ts';
import { csv } from '../../foundation/http/csv.ts';
import { certificateFile, type Statement } from './certificate-file.ts';
import { EXIT, Failure } from './failure.ts';
import { Progress } from './progress.ts';
import { columnNames, readTableFile } from './table-file.ts';
import { remark } from './terminal.ts';
import { Usage } from './usage.ts';
import type { Desk } from './words.ts';

/** Choices are held to by the parser; numbers and names are looked at here. */
export interface ProtectOptions {
  /** Columns of one dimension each, coarsest first, with commas between them. */
  readonly hierarchy?: readonly string[];
  /** Columns of flat dimensions, with commas between them. */
  readonly dimensions?: readonly string[];
  readonly value: string;
  readonly k: string;
  readonly width: string;
  readonly zeros: TableRules['zeros'];
  /** What follows from the zeros, if not said. */
  readonly attacker?: TableRules['attacker'];
  readonly objective: TableRules['objective'];
  readonly effort: Effort;
  readonly out?: string;
  readonly certificate?: string;
}

/** Hidden cells without a safe pattern that are named; the others are counted. */
const SHOWN = 20;

/** Throws Usage for options that cannot be, Failure for a table that cannot be or has no safe pattern. */
export async function protectTable(file: string, options: ProtectOptions, desk: Desk): Promise<number> {
  const { words } = desk;
  const width = wholeNumber('--width', options.width, 1, desk);
  const table = await readTable(file, options, desk);
  const progress = new Progress(words.protecting);
  const solver = await highsSolver();
  let pattern: Pattern;
  try {
    pattern = protect(table.problem, width, solver, {
      effort: options.effort,
      onProgress: ({ round, cuts }) => {
        progress.at(words.protectingRound(round, cuts));
      },
    });
  } catch (error) {
    throw error instanceof NoSafePattern ? failureWithout(error, table.problem.labels, desk) : error;
  } finally {
    progress.end();
  }
  const published = publishedCsv(table, pattern);
  await write(options.out, published, desk);
  if (options.certificate !== undefined) {
    const proof = prove(publish(table.problem, pattern.hidden), pattern.audit, width, places(table));
    await write(options.certificate, certificateFile(published, proof, statementOf(table)), desk);
  }
  remark(words.tableProtected(table.problem.values.length, pattern.primary, pattern.complementary));
  return EXIT.done;
}

async function readTable(file: string, options: ProtectOptions, desk: Desk): Promise<CrossTable> {
  const { words } = desk;
  const { zeros, objective, attacker = zeros === 'published' ? 'ge1' : 'ge0' } = options;
  if (zeros === 'protected' && attacker === 'ge1') throw new Usage(words.zerosMayBeHidden);
  const primary = [below(wholeNumber('--k', options.k, 2, desk))];
  const dimensions = [
    ...(options.hierarchy ?? []).map((names) => columnNames(names, desk)),
    ...(options.dimensions ?? []).flatMap((names) => columnNames(names, desk)).map((column) => [column]),
  ];
  if (dimensions.length === 0) throw new Usage(words.noDimension);
  const { records, lines } = await readTableFile(file, dimensions.flat(), options.value, desk);
  try {
    return crossTable(dimensions, records, { primary, zeros, attacker, objective });
  } catch (error) {
    if (!(error instanceof UnsoundTable)) throw error;
    if (error.fault === 'columns') throw new Usage(words.tableFaults.columns);
    const where = [
      ...(error.record === undefined ? [] : [words.line(lines[error.record]!)]),
      ...(error.names.length === 0 ? [] : [`(${error.names.join(', ')})`]),
    ].join(' ');
    throw new Failure([`${where}${where && ': '}${words.tableFaults[error.fault]}`], undefined, error);
  }
}

function wholeNumber(option: string, text: string, least: number, { words }: Desk): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new Usage(words.notWhole(option, least));
}

/** One row a cell: its codes, its value unless it is hidden, and which of the two it is. */
function publishedCsv({ problem, cells }: CrossTable, { hidden }: Pattern): Buffer {
  const rows = Array.from(problem.values, (value, cell) => [
    ...cells.codes(cell),
    ...(hidden[cell] === 1 ? [null, 'hidden'] : [value, 'open']),
  ]);
  return csv('csv', [...cells.columns, 'value', 'status'], rows);
}

/** Every cell has the place of its number. */
const places = ({ problem }: CrossTable): Int32Array => Int32Array.from(problem.values.keys());

/** Whom the proof holds against. */
const statementOf = ({ problem }: CrossTable): Statement => ({
  attackers: [
    'knows every open cell and every sum',
    `knows that a hidden cell is at least ${problem.lower[0]!}`,
    'reckons in whole numbers',
  ],
  notCovered: [
    'contributors, who know their own part',
    'other tables of the same data, and earlier versions of this one',
    'background knowledge about a case',
  ],
});

async function write(file: string | undefined, content: string | Buffer, { words }: Desk): Promise<void> {
  if (file === undefined) process.stdout.write(content);
  else
    await writeFile(file, content).catch((cause: unknown) => {
      throw new Failure([words.fileUnwritable], undefined, cause);
    });
}

/** What is said where no pattern was found. Hiding all but the zeros is always safe, so that is a limit of the search. */
export function failureWithout(
  error: NoSafePattern,
  labels: readonly string[],
  { words }: Pick<Desk, 'words'>,
): Failure {
  const named = error.cells.slice(0, SHOWN).map((cell) => labels[cell] ?? String(cell));
  const rest = error.cells.length - named.length;
  const sentences = [words.noSafePattern, ...named, ...(rest > 0 ? [words.more(rest)] : [])];
  return new Failure(sentences, EXIT.noSafePattern, error);
}

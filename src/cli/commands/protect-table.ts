/** `kanon protect TABLE.csv`: a table of anybody's own, with the cells hidden that would tell too much, and the proof. */
import { writeFile } from 'node:fs/promises';
import { codeKey } from '../../disclosure/table/code-text.ts';
import { prove } from '../../disclosure/proof/certificate.ts';
import { crossTable, type CrossTable } from '../../disclosure/table/cross-table.ts';
import { eraseSuppressed } from '../../disclosure/problem/published.ts';
import { isFinding } from '../../disclosure/proof/read-certificate.ts';
import { disclosingIfSum } from '../../disclosure/insiders/if-sums.ts';
import { smallSums } from '../../disclosure/table/small-sums.ts';
import { NoSafePattern, suppress, type Pattern } from '../../disclosure/search/suppress.ts';
import { type TableRecord, UnsoundTable } from '../../disclosure/table/table-record.ts';
import { verifyProof } from '../../disclosure/proof/verify.ts';
import { highsSolver } from '../../foundation/highs.ts';
import { csv } from '../../foundation/http/csv.ts';
import { knowsAtLeast } from '../../tables/certificate-sentences.ts';
import {
  certificateFile,
  certifiedTable,
  type TableStatement,
  VALUE_COLUMNS,
} from '../files/certificate-file.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { ProgressLine } from '../terminal/progress.ts';
import { type AskedProtection, askedOf, type ProtectTableOptions } from './protect-options.ts';
import { readTableFile } from '../files/table-file.ts';
import { remark } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import type { Desk } from '../words/words.ts';

/** Hidden cells without a safe pattern, sums and codes that are named; the others are counted. */
const SHOWN = 20;

/** Throws Usage for options that cannot be, Failure for a table that cannot be or has no safe pattern. */
export async function protectFile(file: string, options: ProtectTableOptions, desk: Desk): Promise<number> {
  const { words } = desk;
  const asked = askedOf(options, desk);
  const { table, placed } = await readTable(file, asked, options, desk);
  const progress = new ProgressLine(words.protecting);
  const solver = await highsSolver();
  let pattern: Pattern;
  try {
    pattern = suppress(table.problem, asked.width, solver, {
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
  const told = disclosingIfSum(table, pattern.suppressed);
  if (told) throw placed(new UnsoundTable('disclosingTotal', told.record, [told.code]));
  const sums = smallSums(table.problem, pattern.suppressed, asked.k);
  const published = publishedCsv(table, pattern);
  const proof = prove(
    eraseSuppressed(table.problem, pattern.suppressed),
    pattern.audit,
    asked.width,
    places(table),
  );
  const certificate = certificateFile(published, proof, statementOf(table, asked, sums.length > 0));
  requireProven(published, certificate, desk);
  await write(options.out, published, desk);
  if (options.certificate !== undefined) await write(options.certificate, certificate, desk);
  remark(words.tableProtected(table.problem.values.length, pattern.primary, pattern.complementary));
  const { labels } = table.problem;
  if (sums.length > 0)
    remark(
      words.smallSums(
        listed(
          sums.map(({ parts }) =>
            listed(
              parts.map((cell) => labels[cell]!),
              ' + ',
              desk,
            ),
          ),
          '; ',
          desk,
        ),
      ),
    );
  if (table.doubtful.length > 0)
    remark(words.doubtfulTotals(listed([...new Set(table.doubtful.map(({ code }) => code))], ', ', desk)));
  return EXIT.done;
}

const listed = (names: readonly string[], between: string, { words }: Desk): string =>
  [...names.slice(0, SHOWN), ...(names.length > SHOWN ? [words.more(names.length - SHOWN)] : [])].join(
    between,
  );

async function readTable(
  file: string,
  { dimensions, rules }: AskedProtection,
  { value, contributors, weight }: ProtectTableOptions,
  desk: Desk,
): Promise<{ table: CrossTable; placed: (error: UnsoundTable) => Failure }> {
  const { words } = desk;
  const columns = dimensions.flat();
  const besides = [contributors, weight].filter((name) => name !== undefined);
  const { records: read, lines } = await readTableFile(file, [...columns, ...besides], value, desk);
  const rows = read.map(({ codes, value: amount }): TableRecord => {
    const [contributor = '', weighs = contributor] = codes.slice(columns.length);
    return {
      codes: codes.slice(0, columns.length),
      value: amount,
      ...(contributors === undefined ? {} : { contributor }),
      ...(weight === undefined ? {} : { weight: /^\s*\d+\s*$/.test(weighs) ? Number(weighs) : NaN }),
    };
  });
  const { records, firsts } =
    contributors === undefined ? { records: rows, firsts: undefined } : addedUp(rows);
  /** What is wrong, with the lines of the file where it is. */
  const placed = (error: UnsoundTable): Failure => {
    const places = [error.record, error.other].filter((place) => place !== undefined);
    const where = [
      ...(places.length === 0
        ? []
        : [places.map((place) => words.line(lines[firsts?.[place] ?? place]!)).join(', ')]),
      ...(error.names.length === 0 ? [] : [`(${error.names.join(', ')})`]),
    ].join(' ');
    return new Failure([`${where}${where && ': '}${words.tableFaults[error.fault]}`], undefined, error);
  };
  try {
    return { table: crossTable(dimensions, records, rules), placed };
  } catch (error) {
    if (!(error instanceof UnsoundTable)) throw error;
    if (error.fault === 'columns') throw new Usage(words.tableFaults.columns);
    throw placed(error);
  }
}

/** The lines of one contributor in one cell as a single record; `firsts` tells the first line of each. */
function addedUp(rows: readonly TableRecord[]): { records: TableRecord[]; firsts: number[] } {
  const at = new Map<string, number>();
  const records: TableRecord[] = [];
  const firsts: number[] = [];
  rows.forEach((row, line) => {
    const key = [...row.codes, codeKey(row.contributor ?? '')].join('\u0000');
    const place = at.get(key);
    const before = place === undefined ? undefined : records[place];
    if (place === undefined || !before) {
      at.set(key, records.push(row) - 1);
      firsts.push(line);
    } else {
      const weight = row.weight === undefined ? {} : { weight: row.weight + (before.weight ?? 0) };
      records[place] = { ...before, value: before.value + row.value, ...weight };
    }
  });
  return { records, firsts };
}

/** One row a cell: its codes, its value unless it is hidden, and which of the two it is. */
function publishedCsv({ problem, cells }: CrossTable, { suppressed }: Pattern): Buffer {
  const rows = Array.from(problem.values, (value, cell) => [
    ...cells.codes(cell),
    ...(suppressed[cell] === 1 ? [null, 'hidden'] : [value, 'open']),
  ]);
  return csv('csv', [...cells.columns, ...VALUE_COLUMNS], rows);
}

/** Every cell has the place of its number. */
const places = ({ problem }: CrossTable): Int32Array => Int32Array.from(problem.values.keys());

/** Whom the proof holds against. */
function statementOf(
  { problem, doubtful }: CrossTable,
  { dimensions, rules }: AskedProtection,
  isSmall: boolean,
): TableStatement {
  const hiddenAtLeast = problem.lower[0]!;
  return {
    dimensions,
    hiddenAtLeast,
    attackers: [
      'knows every open cell and every sum',
      knowsAtLeast(hiddenAtLeast),
      'reckons in whole numbers',
    ],
    notCovered: [
      'contributors, who know their own part',
      'contributors who put their parts together',
      'other tables of the same data, and earlier versions of this one',
      'background knowledge about a case',
      'that the values chosen as secret are the right ones',
      ...(rules.zeros === 'published' && hiddenAtLeast === 0
        ? ['who concludes from zeros shown that no hidden cell is 0']
        : []),
      ...(isSmall
        ? ['that some hidden cells together are below the threshold, and their sum can be told']
        : []),
      ...(doubtful.length > 0
        ? ['that a code is the sum of others, which the figures of some codes would allow']
        : []),
    ],
  };
}

/** Reads back what is about to be written, as anybody would, and verifies it: nothing else is written. */
function requireProven(published: Buffer, certificate: string, { words }: Desk): void {
  const certified = certifiedTable(published, certificate);
  const holds = certified !== 'notTable' && !isFinding(certified) && verifyProof(certified).length === 0;
  if (!holds) throw new Failure([words.notProven]);
}

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

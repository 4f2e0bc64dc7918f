/** What `kanon protect` is asked: columns and rules, held to what can be. */
import { CsvError, parse } from 'csv-parse/sync';
import { codeKey } from '../../disclosure/table/code-text.ts';
import type { TableRules } from '../../disclosure/table/cross-table.ts';
import {
  thresholdRule,
  dominanceRule,
  minimumFrequencyRule,
  type PrimaryRule,
} from '../../disclosure/table/primary-rules.ts';
import type { Effort } from '../../disclosure/search/suppress.ts';
import { parseWholeNumber } from '../../rules/whole-number.ts';
import { VALUE_COLUMNS } from '../files/certificate-file.ts';
import { Usage } from '../terminal/usage.ts';
import type { Desk } from '../words/words.ts';

/** Choices are held to by the parser; numbers and names are looked at here. */
export interface ProtectTableOptions {
  /** Columns of one dimension each, coarsest first, with commas between them. */
  readonly hierarchy?: readonly string[];
  /** Columns of flat dimensions, with commas between them. */
  readonly dimensions?: readonly string[];
  /** Codes that are sums, and codes that only look like some. */
  readonly totals?: readonly string[];
  readonly notATotal?: readonly string[];
  readonly value: string;
  readonly k: string;
  readonly contributors?: string;
  readonly minimumContributors?: string;
  /** n and percent. */
  readonly dominance?: string;
  readonly weight?: string;
  readonly width: string;
  readonly zeros: TableRules['zeros'];
  /** What follows from the zeros, if not said. */
  readonly attacker?: TableRules['attacker'];
  readonly objective: TableRules['objective'];
  readonly effort: Effort;
  readonly out?: string;
  readonly certificate?: string;
}

/** What is asked of a table, each in its form. */
export interface AskedProtection {
  readonly dimensions: readonly (readonly string[])[];
  readonly rules: TableRules;
  readonly k: number;
  readonly width: number;
}

/** Contributors below which a cell is primary, where they are known and nothing else is said. */
const MINIMUM_CONTRIBUTORS = '3';

/** Throws Usage for options that cannot be, or not together. */
export function askedOf(options: ProtectTableOptions, desk: Desk): AskedProtection {
  const { words } = desk;
  const { zeros, objective, attacker = zeros === 'published' ? 'ge1' : 'ge0' } = options;
  const width = wholeNumber('--width', options.width, 1, desk);
  const k = wholeNumber('--k', options.k, 2, desk);
  if (zeros === 'protected' && attacker === 'ge1') throw new Usage(words.zerosMayBeHidden);
  if (options.weight !== undefined && objective === 'sum') throw new Usage(words.weightOrSum);
  const dimensions = [
    ...(options.hierarchy ?? []).map((list) => names('--hierarchy', list, desk)),
    ...(options.dimensions ?? [])
      .flatMap((list) => names('--dimensions', list, desk))
      .map((column) => [column]),
  ];
  if (dimensions.length === 0) throw new Usage(words.noDimension);
  requireColumns(dimensions.flat(), options, desk);
  const { totals, notATotal: notTotals } = options;
  const primary = [thresholdRule(k), ...contributorRules(options, desk)];
  return { dimensions, rules: { primary, zeros, attacker, objective, totals, notTotals }, k, width };
}

/** A column has one part in the table, and none is called like a column of the result. */
function requireColumns(columns: readonly string[], options: ProtectTableOptions, { words }: Desk): void {
  const own = new Set<string>(VALUE_COLUMNS);
  const taken = columns.find((column) => own.has(codeKey(column)));
  if (taken !== undefined) throw new Usage(words.outputColumns(taken));
  const keys = columns.map(codeKey);
  if (new Set(keys).size !== keys.length || keys.includes('')) throw new Usage(words.tableFaults.columns);
  const { value, contributors, weight } = options;
  const others = [value, contributors, weight].filter((name) => name !== undefined);
  const all = [...keys, ...others.map(codeKey)];
  const twice = others.find((name) => all.filter((key) => key === codeKey(name)).length > 1);
  if (twice !== undefined) throw new Usage(words.sameColumn(twice));
}

function contributorRules(options: ProtectTableOptions, desk: Desk): PrimaryRule[] {
  const { words } = desk;
  const { contributors, minimumContributors, dominance } = options;
  if (contributors === undefined) {
    if (minimumContributors !== undefined) throw new Usage(words.noContributors('--minimum-contributors'));
    if (dominance !== undefined) throw new Usage(words.noContributors('--dominance'));
    return [];
  }
  const least = minimumContributors ?? MINIMUM_CONTRIBUTORS;
  const rules = [minimumFrequencyRule(wholeNumber('--minimum-contributors', least, 1, desk))];
  if (dominance === undefined) return rules;
  const [n, percent] = /^(\d{1,6}),(\d{1,2}(?:\.\d{1,6})?)$/.exec(dominance)?.slice(1).map(Number) ?? [];
  if (!n || !percent) throw new Usage(words.notDominance);
  return [...rules, dominanceRule(n, percent)];
}

/** Names with commas between them; one that has a comma itself stands in quotation marks. */
function names(option: string, list: string, { words }: Desk): string[] {
  try {
    const [line = [], ...more] = parse(list, { trim: true });
    if (more.length === 0) return line;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  throw new Usage(words.notNames(option));
}

function wholeNumber(option: string, text: string, least: number, { words }: Desk): number {
  const number = parseWholeNumber(text, least, Number.MAX_SAFE_INTEGER);
  if (number !== undefined) return number;
  throw new Usage(words.notWhole(option, least));
}

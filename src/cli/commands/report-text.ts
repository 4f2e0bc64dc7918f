/** From counts to a report on this device, with the reasons; and how a report is shown. */
import { anonymise, type Anonymised } from '../../rules/anonymise.ts';
import { type Counts, CountsUnsound } from '../../rules/counts.ts';
import type { Policy } from '../../rules/policy.ts';
import type { Report } from '../../rules/report.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { Failure } from '../terminal/failure.ts';
import { findingLines } from '../files/input.ts';
import { remark, tableLines } from '../terminal/terminal.ts';
import type { Desk } from '../words/words.ts';

/** Throws a Failure where the counts cannot be what happened; it names benefits, never a count. */
export function protectCounts(counts: Counts, scheme: Scheme, policy: Policy, desk: Desk): Anonymised {
  try {
    return anonymise(counts, scheme, policy);
  } catch (error) {
    if (!(error instanceof CountsUnsound)) throw error;
    const places = error.problems.map(({ benefits, reason }) => ({ pointer: benefits.join(' + '), reason }));
    throw new Failure(findingLines(places, desk), undefined, error);
  }
}

/** Why each benefit stands where it stands, and what would help; no count among it. */
export function remarkReasons({ steps, loss, wouldHelp }: Anonymised, { lang, words }: Desk): void {
  for (const { benefits, reason } of steps) remark(`${benefits.join(' + ')}: ${reason[lang]}`);
  const kept = loss.itemised + loss.pooled;
  const all = kept + loss.withheld;
  remark(words.kept(percentOf(kept, all)));
  if (wouldHelp.length > 0) remark(words.wouldHelp(wouldHelp.map((union) => union.join(' + ')).join('; ')));
}

/** Rounded, but 0 and 100 only where it is none and all. */
function percentOf(part: number, all: number): number {
  if (part === 0 && all > 0) return 0;
  return part === all ? 100 : Math.min(99, Math.max(1, Math.round((100 * part) / all)));
}

/** The report as a table: numbers first, as a pool has a long name. */
export function reportLines(
  { cells, none, withheld }: Report,
  scheme: Scheme,
  { lang, words }: Desk,
): string[] {
  const named = (codes: readonly string[]): string =>
    codes
      .map((code) => scheme.benefits.find((benefit) => benefit.code === code)?.label[lang] ?? code)
      .join(' + ');
  const rows = [
    ...cells.map(({ benefits, pupils, consultations }) => [
      pupils,
      consultations,
      benefits.length > 1 ? `${named(benefits)} (${words.pooled})` : named(benefits),
    ]),
    ...none.map((code) => [0, 0, named([code])]),
    ...withheld.map((code) => ['–', '–', `${named([code])} (${words.withheld})`]),
  ];
  return tableLines([words.pupils, words.consultations, words.benefit], rows, ['right', 'right', 'left']);
}

/** Invented counts on their way through the anonymiser, and what share of them stays in the totals. */
import type { InBoth } from '../foundation/language.ts';
import { anonymise } from '../rules/anonymise.ts';
import { NEWEST_POLICY, type Policy } from '../rules/policy.ts';
import type { Report } from '../rules/report.ts';
import { type Scheme, schemeId } from '../rules/scheme.ts';
import { simulateSchool } from './simulation.ts';

/** What became of consultations; numbers of consultations. */
interface Fate {
  readonly itemised: number;
  readonly pooled: number;
  readonly withheld: number;
  /** What would have stayed if every cell below k had been dropped instead. */
  readonly keptByDropping: number;
}

/** The same in per cent of all consultations of so many schools. */
export interface ConsultationShares extends Fate {
  readonly schools: number;
  readonly consultations: number;
}

/** The report of an invented school with so many counselled pupils, which knows all unions. */
export function inventReport(
  rng: () => number,
  pupils: number,
  scheme: Scheme,
  policy: Policy = NEWEST_POLICY,
): { report: Report; fate: Fate } {
  const invented = simulateSchool(rng, pupils, scheme);
  const { report, loss } = anonymise(
    { scheme: schemeId(scheme), policy: policy.number, ...invented },
    scheme,
    policy,
  );
  const large = Object.values(invented.counts).filter((cell) => cell.pupils >= policy.k);
  const keptByDropping = large.reduce((sum, cell) => sum + cell.consultations, 0);
  return { report, fate: { ...loss, keptByDropping } };
}

/** Adds up what became of the consultations of many schools. */
export class Tally {
  private readonly sums = { itemised: 0, pooled: 0, withheld: 0, keptByDropping: 0 };
  private schools = 0;

  add(fate: Fate): void {
    this.schools += 1;
    for (const key of ['itemised', 'pooled', 'withheld', 'keptByDropping'] as const)
      this.sums[key] += fate[key];
  }

  shares(): ConsultationShares {
    const { itemised, pooled, withheld, keptByDropping } = this.sums;
    const consultations = itemised + pooled + withheld;
    const share = (part: number): number => Math.round((100 * part) / consultations);
    return {
      schools: this.schools,
      consultations,
      itemised: share(itemised),
      pooled: share(pooled),
      withheld: share(withheld),
      keptByDropping: share(keptByDropping),
    };
  }
}

export const sharesInWords = ({
  schools,
  consultations,
  itemised,
  pooled,
  withheld,
  keptByDropping,
}: ConsultationShares): InBoth => ({
  de:
    `Von ${consultations} Beratungen an ${schools} erfundenen Schulen blieben ${100 - withheld} % in den Summen ` +
    `(${itemised} einzeln, ${pooled} zusammengefasst, ${withheld} zurückgehalten); ohne die kleinen Felder wären es ${keptByDropping} % gewesen.`,
  en:
    `Of ${consultations} consultations at ${schools} invented schools, ${100 - withheld} % stayed in the totals ` +
    `(${itemised} itemised, ${pooled} pooled, ${withheld} withheld); dropping small cells would have kept ${keptByDropping} %.`,
});

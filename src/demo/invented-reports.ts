/** Invented counts on their way through the anonymiser, and what share of them stays in the totals. */
import type { InBoth } from '../foundation/language.ts';
import { anonymise } from '../rules/anonymise.ts';
import { NEWEST_POLICY, type Policy } from '../rules/policy.ts';
import type { Report } from '../rules/report.ts';
import { type Scheme, schemeId } from '../rules/scheme.ts';
import { type PeriodKey, periodKey } from '../rules/period.ts';
import { negativeBinomial, seeded, simulateSchool } from './simulation.ts';

/** Counselled pupils of a school and period, as a quarter has them; see `consultationsOfPupil` for how often each comes. */
export const PUPILS = { mean: 8, size: 2 };
/** The period that invented reports are of, by how often the scheme is collected. */
export const INVENTED_PERIODS: Readonly<Record<Scheme['frequency'], PeriodKey>> = {
  quarter: periodKey('2026-Q3'),
  'half-year': periodKey('2026-S2'),
  year: periodKey('2026'),
};

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

/** What one school is invented to have sent. */
type Invented = ReturnType<typeof inventReport>;

/**
 * A report for each school, in the order given; the same for the same seed.
 *
 * pupils  counselled at a school in a period, on average; never more than are on its roll
 */
export function inventReports(
  schools: readonly { readonly roll: number | null }[],
  seed: number,
  { pupils, scheme, policy }: { readonly pupils: number; readonly scheme: Scheme; readonly policy?: Policy },
): Invented[] {
  const rng = seeded(seed);
  return schools.map(({ roll }) => {
    // More than the school has would be asked back, and nobody is there to say that it is so.
    const drawn = negativeBinomial(rng, { ...PUPILS, mean: pupils });
    return inventReport(rng, Math.min(drawn, roll ?? Infinity), scheme, policy);
  });
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

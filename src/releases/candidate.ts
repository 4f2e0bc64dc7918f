/** What a release of a frozen period is made of, and the table that it would be. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { PeriodReports } from '../collection/period-reports.ts';
import { step } from '../foundation/step.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Reference } from '../reference/reference.ts';
import type { PeriodKey } from '../rules/period.ts';
import { codesOf, type Scheme } from '../rules/scheme.ts';
import { takeOver, takeOverSafely, type TakenOver } from '../tables/corrections.ts';
import { CorrectionStore } from './correction.store.ts';
import { previewOf, type Preview } from './preview.ts';
import type { Protection } from '../tables/protection.ts';
import { outdated } from './outdated.ts';
import { columnsOfRelease, rowsOfRelease } from '../tables/release-row.ts';
import { reporterGroups } from '../tables/reporter-groups.ts';
import type { EarlierRelease, TableInput } from '../tables/table.ts';

/** A frozen period as it is stored. */
export interface Gathered {
  readonly stored: TableInput;
  readonly scheme: Scheme;
  /** The newest release, if there is one. */
  readonly last: EarlierRelease | undefined;
}

export interface Candidate {
  readonly plan: Pick<TakenOver, 'input' | 'taken' | 'kept'>;
  /** Undefined where no correction can be taken over. */
  readonly protection: Protection | undefined;
}

@Injectable()
export class Candidates {
  constructor(
    private readonly gate: Gate,
    private readonly reference: Reference,
    private readonly reports: PeriodReports,
    private readonly corrections: CorrectionStore,
  ) {}

  /**
   * Reads it in one transaction of the publisher, and one entry of the log.
   *
   * asked   reads what this is for. It is read first: where the period is opened meanwhile, whatever was read belongs
   *         to a request that no longer stands, and is thrown away.
   * throws  outdated where nobody waits for it
   */
  gather<Request extends object>(
    publisher: Actor,
    period: PeriodKey,
    asked: (tx: Tx) => Promise<Request | undefined>,
  ): Promise<Gathered & Request> {
    const { tenant } = publisher;
    return this.gate.pass(
      { actor: publisher, act: 'release.protect', place: () => ({ period }) },
      async (tx) => {
        const request = await asked(tx);
        if (!request) throw outdated(period);
        step('release.gathering');
        const { scheme, policy } = await this.reference.period(tx, tenant, period);
        const reports = await this.reports.standing(tx, tenant, period);
        const expected = await this.reference.expectedSchools(tx, period);
        const groups = reporterGroups(await this.reports.hands(tx, tenant, period));
        const earlier = await this.corrections.earlier(tx, tenant, period);
        const stored: TableInput = {
          schools: expected.map(({ number, region, type, roll }) => ({
            school: number,
            region,
            type,
            roll,
            reporterGroup: groups.get(number) ?? null,
          })),
          reports: reports.map(({ school, report: { cells, none, withheld } }) => ({
            school,
            cells,
            none,
            withheld,
          })),
          benefits: codesOf(scheme),
          policy,
          earlier,
        };
        return { ...request, stored, scheme, last: earlier.at(-1) };
      },
    );
  }
}

/** Protects a first release as a whole, a later one with the corrections that can be taken over; throws as `protect` does. */
export async function candidateOf(
  { stored, last }: Gathered,
  protect: (input: TableInput) => Promise<Protection>,
): Promise<Candidate> {
  if (last) return takeOverSafely(stored, last, protect);
  return { plan: { input: stored, taken: [], kept: [] }, protection: await protect(stored) };
}

/** Schools whose report is another than in the newest release, ascending. */
export function changedOf(stored: TableInput, last: EarlierRelease): string[] {
  const { taken, kept } = takeOver(stored, last);
  return [...taken, ...kept].sort();
}

export function previewOfCandidate({ stored, last }: Gathered, { plan, protection }: Candidate): Preview {
  return previewOf({
    versions: (stored.earlier ?? []).length,
    newest: last?.rows,
    next: protection && rowsOfRelease(protection.table),
    columns: columnsOfRelease(stored.benefits),
    shares: protection?.internal.hiddenShares,
    taken: plan.taken.length,
    kept: plan.kept.length,
  });
}

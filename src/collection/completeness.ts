/** Who has reported and who is missing, and sending a report back. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { Reference } from '../reference/reference.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';
import type { ReturnReason } from './return-reasons.ts';
import { type CountyCounts, type SchoolStatus, StatusStore } from './status.store.ts';

interface Where {
  readonly region: RegionKey;
  readonly period: PeriodKey;
}

/** What the database raises where the period is frozen. */
const PERIOD_NOT_OPEN = '55000';

@Injectable()
export class Completeness {
  constructor(
    private readonly reference: Reference,
    private readonly statuses: StatusStore,
  ) {}

  /** Every expected school of a region; throws not-found for an unknown period. */
  async schools(tx: Tx, actor: Actor, where: Where): Promise<SchoolStatus[]> {
    return this.statuses.schools(tx, await this.queryFor(tx, actor, where));
  }

  /** How many of how many, county by county; throws not-found for an unknown period. */
  async counties(tx: Tx, actor: Actor, where: Where): Promise<CountyCounts[]> {
    return this.statuses.counties(tx, await this.queryFor(tx, actor, where));
  }

  /** Sends a report back with a reason; throws conflict where none stands, or the period is not open. */
  async sendBack(
    tx: Tx,
    actor: Actor,
    where: Where & { school: SchoolNumber },
    reason: ReturnReason,
  ): Promise<void> {
    note(tx, { object: { reason } });
    const sent = await this.statuses
      .sendBack(tx, { tenant: actor.tenant, ...where }, reason, actor.account ?? '')
      .catch((error: unknown) => {
        if ((error as { code?: unknown }).code === PERIOD_NOT_OPEN)
          throw problems.conflict({
            what: {
              de: `Der Zeitraum ${where.period} ist nicht mehr offen; zurückgeben lässt sich nichts mehr.`,
              en: `The period ${where.period} is not open; nothing can be sent back any more.`,
            },
          });
        throw error;
      });
    if (!sent)
      throw problems.conflict({
        what: {
          de: 'Von dieser Schule liegt hier keine Meldung, die sich zurückgeben ließe.',
          en: 'No report of this school stands here that could be sent back.',
        },
      });
  }

  private async queryFor(tx: Tx, { tenant }: Actor, { region, period }: Where) {
    await this.reference.periodWithSchools(tx, tenant, period);
    return { tenant, period, region };
  }
}

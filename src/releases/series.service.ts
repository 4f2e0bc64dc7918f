/** Cuts a series out of the releases of several periods: of each one version, and nothing is calculated anew but rates. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import { shownLevel } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { frequencyOf, type PeriodKey, yearOf } from '../rules/period.ts';
import type { RegionKey, RegionLevel } from '../rules/region.ts';
import { hiddenAnew } from '../tables/hidden-anew.ts';
import { releaseBody, rowBody } from './cut.ts';
import { DIGITS } from './release.service.ts';
import { rateOf } from './series-rates.ts';
import { SERIES_FORMAT, type SeriesBody, type SeriesRowBody } from './series.dto.ts';
import { rollName, type SeriesHead, type SeriesRow, SeriesStore } from './series.store.ts';

export interface SeriesAsked {
  readonly region: RegionKey;
  readonly from: PeriodKey;
  readonly to: PeriodKey;
  readonly level: RegionLevel | undefined;
  readonly by: 'benefit' | 'school-type' | undefined;
  readonly asOf: Date | undefined;
  readonly updatedAfter: Date | undefined;
}

/** Ten years of quarters. */
const MOST_PERIODS = 40;
const IN_A_YEAR = { quarter: 4, 'half-year': 2, year: 1 } as const;

@Injectable()
export class Series {
  constructor(private readonly store: SeriesStore) {}

  /** Throws bad-request where the two periods span no series, not-released where none of them has a release, not-found. */
  async read(tx: Tx, actor: Actor, asked: SeriesAsked): Promise<SeriesBody> {
    spanned(asked);
    const { tenant } = actor;
    const all = await this.store.heads(tx, tenant, asked);
    if (all.length === 0) throw problems.notReleased();
    const { updatedAfter } = asked;
    const heads = all.filter(({ releasedAt }) => updatedAfter === undefined || releasedAt > updatedAfter);
    note(tx, {
      object: { releases: heads.map(({ period, version }) => `${period}/${version}`).join('+') || 'none' },
    });
    const level = shownLevel(asked.region, { level: asked.level, by: asked.by });
    const ids = heads.flatMap(({ id, before }) => (before === null ? [id] : [id, before]));
    const rows = await this.store.rows(tx, tenant, ids, {
      region: asked.region,
      digits: DIGITS[level],
      bySchoolType: asked.by === 'school-type',
    });
    if (rows.length === 0 && heads.length > 0) throw problems.notFound();
    const of = byRelease(rows);
    const body: SeriesBody = {
      format: SERIES_FORMAT,
      region: asked.region,
      regionName: rows[0]?.within ?? asked.region,
      level,
      by: asked.by ?? 'benefit',
      periods: heads.map((head) => ({
        release: releaseBody(head),
        hiddenAnew: hiddenAnew(of.get(head.before ?? '') ?? [], of.get(head.id) ?? [], head.columns),
      })),
      rows: [],
    };
    for (const head of heads) {
      const rolls = await this.store.rolls(tx, head.id);
      for (const row of of.get(head.id) ?? [])
        body.rows.push(...linesOf(row, head, { tenant, roll: rolls.get(rollName(row)) ?? null }));
    }
    return body;
  }
}

function byRelease(rows: readonly SeriesRow[]): ReadonlyMap<string, readonly SeriesRow[]> {
  const of = new Map<string, SeriesRow[]>();
  for (const row of rows) {
    const before = of.get(row.release);
    if (before) before.push(row);
    else of.set(row.release, [row]);
  }
  return of;
}

function linesOf(
  row: SeriesRow,
  head: SeriesHead,
  { tenant, roll }: { readonly tenant: string; readonly roll: number | null },
): SeriesRowBody[] {
  const { consultations, pupils, ...place } = rowBody(row, head, tenant);
  return Object.entries({ consultations, pupils }).flatMap(([measure, cells]) =>
    Object.entries(cells).map(([column, cell]) => {
      const { value, from, to, status } = cell;
      const per1000 = rateOf(cell, roll, row, head.policy);
      return {
        period: head.period,
        version: head.version,
        ...place,
        measure,
        column,
        value,
        from,
        to,
        status,
        per1000,
      };
    }),
  );
}

/** Throws bad-request where the periods are not as long as each other, stand in the wrong order, or are too many. */
function spanned({ from, to }: Pick<SeriesAsked, 'from' | 'to'>): void {
  const [first, last] = [from, to].map(frequencyOf);
  const periods = IN_A_YEAR[frequencyOf(from)] * (yearOf(to) - yearOf(from) + 1);
  if (first === last && from <= to && periods <= MOST_PERIODS) return;
  throw problems.badRequest([
    {
      rule: 'span',
      pointer: '/query/to',
      reason: {
        de: `to ist ein Zeitraum derselben Länge wie from und nicht früher; zusammen umfassen sie die Kalenderjahre von höchstens ${MOST_PERIODS} Zeiträumen.`,
        en: `to must be a period as long as from and no earlier; together they span calendar years of at most ${MOST_PERIODS} periods.`,
      },
    },
  ]);
}

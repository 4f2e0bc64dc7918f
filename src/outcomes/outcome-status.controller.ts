/** Completeness of outcomes: which body of which county has handed in, never what. */
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { region } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { type CsvCell, csv } from '../foundation/http/csv.ts';
import { Answer } from '../foundation/http/answer.ts';
import { Reference } from '../reference/reference.ts';
import { GAP_TEXTS } from '../rules/outcome.ts';
import { outcomeSchemeFor } from '../rules/schemes/outcome-registry.ts';
import { RegionOutcomePlace } from './outcome-release.dto.ts';
import { BodyStatusList, OutcomeStatusQuery } from './outcome-status.dto.ts';
import { type BodyStatus, type OutcomeStatus, OutcomeStatusStore } from './outcome-status.store.ts';

@ApiTags('outcomes')
@Controller('v1/regions/:region/completeness/:period/outcomes')
export class OutcomeStatusController {
  constructor(
    private readonly reference: Reference,
    private readonly statuses: OutcomeStatusStore,
  ) {}

  /** Which body of which county has handed in numbers, said why it has none, or is missing. */
  @Get()
  @Act('outcome.completeness', region)
  @ApiOkResponse({ type: BodyStatusList })
  async list(
    @Key() tx: Tx,
    @By() { tenant }: Actor,
    @Param() at: RegionOutcomePlace,
    @Query() { format = 'json' }: OutcomeStatusQuery,
  ): Promise<Answer> {
    await this.reference.period(tx, tenant, at.period);
    const codes = (outcomeSchemeFor(at.period)?.bodies ?? []).map(({ code }) => code);
    const found = await this.statuses.bodies(tx, { tenant, region: at.region, period: at.period }, codes);
    if (format !== 'json')
      return Answer.bytes(format === 'csv' ? plain(found) : german(found, labelsOf(at)), {
        contentType: 'text/csv; charset=utf-8; header=present',
      });
    const bodies = found.map((one) => ({ ...one, reportedAt: one.reportedAt?.toISOString() ?? null }));
    return Answer.json({ region: at.region, period: at.period, bodies } satisfies BodyStatusList);
  }
}

const labelsOf = ({ period }: RegionOutcomePlace): ReadonlyMap<string, string> =>
  new Map((outcomeSchemeFor(period)?.bodies ?? []).map(({ code, label }) => [code, label.de]));

const plain = (found: readonly BodyStatus[]): Buffer =>
  csv(
    'csv',
    ['region', 'name', 'body', 'status', 'gap', 'reported_at'],
    found.map(({ region: key, name, body, status, gap, reportedAt }): CsvCell[] => [
      ...[key, name, body, status, gap, reportedAt?.toISOString() ?? null],
    ]),
  );

const STATUS_IN_GERMAN: Readonly<Record<OutcomeStatus, string>> = {
  reported: 'gemeldet',
  'in-gap': 'ohne Zahlen, mit Grund',
  missing: 'fehlt',
};

/** A key stands before its name, as Excel would take the 0 off a key alone. */
const german = (found: readonly BodyStatus[], labels: ReadonlyMap<string, string>): Buffer =>
  csv(
    'csv-de',
    ['Region', 'Träger', 'Stand', 'Grund', 'gemeldet am'],
    found.map(({ region: key, name, body, status, gap, reportedAt }): CsvCell[] => [
      `${key} ${name}`,
      labels.get(body) ?? body,
      STATUS_IN_GERMAN[status],
      gap && GAP_TEXTS[gap].de,
      reportedAt && BERLIN.format(reportedAt),
    ]),
  );

const BERLIN = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
});

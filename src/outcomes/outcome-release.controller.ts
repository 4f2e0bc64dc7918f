/** Released outcomes: an officer publishes them, and who may reads them. */
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { PURPOSES } from '../access/entry.ts';
import { everywhere, period, region } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Answer } from '../foundation/http/answer.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import type { CsvFormat } from '../foundation/http/csv.ts';
import { NOT_LINKED } from '../rules/outcome.ts';
import { outcomeSchemeOf } from '../rules/schemes/outcome-registry.ts';
import { germanOutcomesCsv, plainOutcomesCsv } from './outcome-csv.ts';
import { outcomeReleaseBody, outcomeRowBody } from './outcome-cut.ts';
import {
  OutcomeCellBody,
  OutcomeCertificateBody,
  OutcomeDocumentBody,
  OUTCOMES_FORMAT,
  OutcomePeriodPlace,
  OutcomeQuery,
  OutcomeReleasePlace,
  OutcomesOfRegionBody,
  OutcomesReleasedBody,
  RegionOutcomePlace,
} from './outcome-release.dto.ts';
import { ReleaseOutcomes } from './release-outcomes.ts';

const ApiPurpose = (): MethodDecorator =>
  ApiHeader({
    name: 'Kanon-Purpose',
    required: true,
    enum: [...PURPOSES],
    description: 'What the figures are for; it is logged.',
  });

@ApiTags('outcomes')
@ApiExtraModels(OutcomeCellBody)
@Controller('v1')
export class OutcomeReleaseController {
  constructor(private readonly releases: ReleaseOutcomes) {}

  /**
   * A disclosure officer publishes what offices have handed in, once the period itself is released. Whatever comes late or is
   * corrected goes into the next version, which is published by the same act.
   */
  @Post('periods/:period/outcomes-release')
  @HttpCode(201)
  @Act('outcome.release', period)
  @ApiProblems([
    409,
    'The period is not released, nobody has handed in numbers, or there is nothing new that may be published.',
  ])
  @ApiCreatedResponse({ type: OutcomesReleasedBody })
  async release(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: OutcomePeriodPlace,
  ): Promise<OutcomesReleasedBody> {
    const { head, kept } = await this.releases.release(tx, actor, at.period);
    return { release: outcomeReleaseBody(head), kept: kept.map(({ county, body }) => ({ county, body })) };
  }

  /** What was granted in a region, out of a release of a period: the newest, or the version asked for. */
  @Get('regions/:region/outcomes/:period')
  @Act('outcome.read', region)
  @ApiPurpose()
  @ApiOkResponse({ type: OutcomesOfRegionBody })
  async read(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() { region: key, period: of }: RegionOutcomePlace,
    @Query() { level, by = 'benefit', version, format = 'json' }: OutcomeQuery,
  ): Promise<Answer> {
    const shown = await this.releases.shown(tx, actor, {
      region: key,
      period: of,
      level,
      byBody: by === 'body',
      version,
    });
    const body: OutcomesOfRegionBody = {
      format: OUTCOMES_FORMAT,
      region: key,
      period: of,
      level: shown.level,
      by,
      release: outcomeReleaseBody(shown.release),
      note: NOT_LINKED,
      rows: shown.rows.map((row) => outcomeRowBody(row, shown.release.columns)),
    };
    return written(body, format);
  }

  /** What released outcomes were protected by, signed; with a digest of the published table. */
  @Get('outcome-releases/:release/certificate')
  @Act('certificate.read', everywhere)
  async certificate(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() { release }: OutcomeReleasePlace,
  ): Promise<OutcomeCertificateBody> {
    const jws = await this.releases.certificate(tx, actor, release);
    const claims = Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString();
    return { jws, certificate: JSON.parse(claims) as object };
  }

  /** The whole table of released outcomes with its certificate. */
  @Get('outcome-releases/:release/document')
  @Act('release.read', everywhere)
  @ApiPurpose()
  @ApiOkResponse({ type: OutcomeDocumentBody })
  async document(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() { release }: OutcomeReleasePlace,
  ): Promise<Answer> {
    const text = await this.releases.document(tx, actor, release);
    return Answer.bytes(Buffer.from(text), {
      contentType: 'application/json; charset=utf-8',
      revision: `${release}.document`,
    });
  }
}

/** The writer of the format asked for; the same numbers in each. */
function written(shown: OutcomesOfRegionBody, format: 'json' | CsvFormat): Answer {
  // Each format has an ETag of its own: they are different bytes of one release.
  const { id, scheme: name } = shown.release;
  if (format === 'json') return Answer.json(shown, { revision: id });
  const scheme = outcomeSchemeOf(name);
  const bytes = format === 'csv-de' && scheme ? germanOutcomesCsv(shown, scheme) : plainOutcomesCsv(shown);
  return Answer.bytes(bytes, {
    contentType: 'text/csv; charset=utf-8; header=present',
    revision: `${id}.${format}`,
  });
}

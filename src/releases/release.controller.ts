/** Releases: freeze, release, and read what was released. */
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { PURPOSES } from '../access/entry.ts';
import { PageQuery, USUAL_PAGE } from '../access/page-query.dto.ts';
import { everywhere, period, region } from '../access/place.ts';
import { note } from '../access/note.ts';
import { formatAccepted } from '../formats/formats.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Answer } from '../foundation/http/answer.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { pageOf } from '../foundation/http/page.ts';
import { claimsOf } from './certificate.ts';
import { releaseBody, rowBody } from './cut.ts';
import {
  CertificateBody,
  PeriodPlace,
  PeriodStateBody,
  ReleaseDocumentBody,
  ReleaseList,
  ReleasePlace,
  SUMMARY_FORMAT,
  SummaryBody,
  SummaryCellBody,
  SummaryPlace,
  SummaryQuery,
} from './release.dto.ts';
import { ReleaseChoiceBody } from './release-choice.dto.ts';
import { Releases } from './release.service.ts';
import { FreezeBody } from './thaw.dto.ts';
import { summaryAnswer } from './summary-answer.ts';

const ApiPurpose = (): MethodDecorator =>
  ApiHeader({
    name: 'Kanon-Purpose',
    required: true,
    enum: [...PURPOSES],
    description: 'What the figures are for; it is logged.',
  });

@ApiTags('releases')
@ApiExtraModels(SummaryCellBody)
@Controller('v1')
export class ReleaseController {
  constructor(private readonly releases: Releases) {}

  /**
   * No report comes in any more. A disclosure officer does this. Before the end of the last day, or while fewer schools have
   * reported than usual, the answer is `freeze-unconfirmed`; the same request with `confirm` says that it is meant so.
   */
  @Post('periods/:period/freeze')
  @HttpCode(200)
  @Act('period.freeze', period)
  @ApiBody({ type: FreezeBody, required: false })
  @ApiProblems([409, 'It is not open, or something unusual has to be confirmed.'])
  async freeze(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: PeriodPlace,
    @Body() { confirm = [] }: FreezeBody,
  ): Promise<PeriodStateBody> {
    await this.releases.freeze(tx, actor, at.period, confirm);
    return { period: at.period, state: 'frozen', failure: null };
  }

  /**
   * A second person has the frozen period protected and released; ask for the state to see it done. A body is needed only
   * where corrections would hide what the state or a district was shown: see the preview.
   */
  @Post('periods/:period/release')
  @HttpCode(202)
  @Act('period.release', period)
  @ApiBody({ type: ReleaseChoiceBody, required: false })
  @ApiProblems(409)
  async release(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: PeriodPlace,
    @Body() { corrections }: ReleaseChoiceBody,
  ): Promise<PeriodStateBody> {
    await this.releases.ask(tx, actor, at.period, corrections);
    return { period: at.period, state: 'releasing', failure: null };
  }

  /** How far a period is on its way to a release. */
  @Get('periods/:period/state')
  @Act('period.progress', period)
  async state(@Key() tx: Tx, @By() actor: Actor, @Param() at: PeriodPlace): Promise<PeriodStateBody> {
    const { state, asked, failure } = await this.releases.progress(tx, actor, at.period);
    return { period: at.period, state: state === 'frozen' && asked ? 'releasing' : state, failure };
  }

  /** Every release, newest first, a page at a time. */
  @Get('releases')
  @Act('release.list', everywhere)
  async list(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Query() { cursor, limit = USUAL_PAGE }: PageQuery,
  ): Promise<ReleaseList> {
    const found = await this.releases.list(tx, actor, { cursor, limit });
    const { page, next } = pageOf(found, limit, ({ id }) => id);
    return { releases: page.map(releaseBody), cursor: next };
  }

  /** What a release was protected against, signed; with a digest of the published table. */
  @Get('releases/:release/certificate')
  @Act('certificate.read', everywhere)
  async certificate(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() { release }: ReleasePlace,
  ): Promise<CertificateBody> {
    const jws = await this.releases.certificate(tx, actor, release);
    return { jws, certificate: claimsOf(jws) };
  }

  /** The whole table of a release with its certificate and the proof that `kanon verify-release` checks. */
  @Get('releases/:release/document')
  @Act('release.read', everywhere)
  @ApiPurpose()
  @ApiOkResponse({ type: ReleaseDocumentBody })
  async document(@Key() tx: Tx, @By() actor: Actor, @Param() { release }: ReleasePlace): Promise<Answer> {
    const text = await this.releases.document(tx, actor, release);
    return Answer.bytes(Buffer.from(text), {
      contentType: 'application/json; charset=utf-8',
      revision: `${release}.document`,
    });
  }

  /**
   * Figures of a region out of a release of a period: the newest, or the version asked for. The format is that of `format`,
   * or of Accept; the same figures in each.
   */
  @Get('regions/:region/summaries/:period')
  @Act('summary.read', region)
  @ApiPurpose()
  @ApiOkResponse({ type: SummaryBody })
  async summary(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: SummaryPlace,
    @Query() query: SummaryQuery,
    @Headers('accept') accept: string | undefined,
  ): Promise<Answer> {
    const format = query.format ?? formatAccepted(accept);
    if (format !== 'json') note(tx, { object: { format } });
    const { release, rows, level } = await this.releases.summary(tx, actor, {
      region: at.region,
      period: at.period,
      level: query.level,
      bySchoolType: query.by === 'school-type',
      version: query.version,
    });
    const body: SummaryBody = {
      format: SUMMARY_FORMAT,
      region: at.region,
      regionName: rows[0]?.within ?? at.region,
      period: at.period,
      level,
      by: query.by ?? 'benefit',
      release: releaseBody(release),
      rows: rows.map((row) => rowBody(row, release, actor.tenant)),
    };
    return summaryAnswer(body, format);
  }
}

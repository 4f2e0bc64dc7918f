/** What a release would hide, before two officers make it one. */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { period } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { PreviewBody, type PreviewResultBody } from './preview.dto.ts';
import { Previews } from './preview.service.ts';
import type { StoredPreview } from './preview.store.ts';
import { PeriodPlace } from './release.dto.ts';

@ApiTags('releases')
@Controller('v1/periods/:period/preview')
export class PreviewController {
  constructor(private readonly previews: Previews) {}

  /**
   * Has a frozen period protected as for a release, and keeps only which places that would hide: all that is hidden, by
   * level, and, where there is an earlier release, each cell that it shows and the new one would not. Nothing is
   * published. One officer may do this alone.
   */
  @Post()
  @HttpCode(202)
  @Act('release.preview', period)
  @ApiProblems(409)
  async ask(@Key() tx: Tx, @By() actor: Actor, @Param() at: PeriodPlace): Promise<PreviewBody> {
    return bodyOf(at, await this.previews.ask(tx, actor, at.period));
  }

  /** The preview of a frozen period; it is gone once the period is released or opened again. */
  @Get()
  @Act('preview.read', period)
  async read(@Key() tx: Tx, @By() actor: Actor, @Param() at: PeriodPlace): Promise<PreviewBody> {
    return bodyOf(at, await this.previews.read(tx, actor, at.period));
  }
}

function bodyOf({ period: of }: PeriodPlace, stored: StoredPreview | undefined): PreviewBody {
  if (!stored) return { period: of, state: 'none', askedAt: null, failure: null, preview: null };
  const { askedAt, failure, result } = stored;
  return {
    period: of,
    state: result ? 'ready' : failure === null ? 'computing' : 'failed',
    askedAt: askedAt.toISOString(),
    failure,
    preview: result as PreviewResultBody | null,
  };
}

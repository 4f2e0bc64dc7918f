/** A region's figures over several periods. */
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { PURPOSES } from '../access/entry.ts';
import { regionAlone } from '../access/place.ts';
import { Answer } from '../foundation/http/answer.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { seriesCsv } from './series-csv.ts';
import { SeriesBody, SeriesPlace, SeriesQuery } from './series.dto.ts';
import { Series } from './series.service.ts';

@ApiTags('releases')
@Controller('v1/regions/:region/series')
export class SeriesController {
  constructor(private readonly series: Series) {}

  /**
   * Figures of a region over several periods, a line a cell: of each period the newest release, or the one that was the newest
   * `asOf` a moment. What a newer version hides that the one before showed is named.
   */
  @Get()
  @Act('series.read', regionAlone)
  @ApiHeader({
    name: 'Kanon-Purpose',
    required: true,
    enum: [...PURPOSES],
    description: 'What the figures are for; it is logged.',
  })
  @ApiOkResponse({ type: SeriesBody })
  async read(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() { region }: SeriesPlace,
    @Query() query: SeriesQuery,
  ): Promise<Answer> {
    const { from, to, level, by, asOf, updatedAfter, format = 'json' } = query;
    const body = await this.series.read(tx, actor, { region, from, to, level, by, asOf, updatedAfter });
    if (format === 'json') return Answer.json(body);
    return Answer.bytes(seriesCsv(body, format), {
      contentType: 'text/csv; charset=utf-8; header=present',
      headers: { 'content-disposition': `attachment; filename="kanon-${region}-${from}-${to}.csv"` },
    });
  }
}

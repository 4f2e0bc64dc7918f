/** Public lists over HTTP: regions, schools, and who is expected to report; each all or nothing. */
import { applyDecorators, Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { ListAsBody } from '../foundation/http/large-body.ts';
import { ImportLists, type ImportOptions } from './import-lists.ts';
import { ImportedBody, ImportQuery, ListBody, ParticipationImportQuery } from './import.dto.ts';
import { Participations } from './participations.ts';
import { UPLOADED_BYTES } from './uploaded-bytes.ts';

const TakesList = (): MethodDecorator =>
  applyDecorators(
    ListAsBody(UPLOADED_BYTES),
    ApiConsumes('text/csv'),
    ApiBody({ required: true, schema: { type: 'string', format: 'binary' } }),
    ApiProblems([422, 'Refused, with every fault of every line; nothing was imported.']),
  );

@ApiTags('administration')
@Controller('v1/imports')
export class ImportController {
  constructor(
    private readonly lists: ImportLists,
    private readonly participations: Participations,
  ) {}

  /** Municipalities and counties: known keys are updated, others are added. All lines, or none. */
  @Post('regions')
  @HttpCode(200)
  @TakesList()
  @Act('reference.import', everywhere)
  async regions(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Query() query: ImportQuery,
    @Body() { bytes }: ListBody,
  ): Promise<ImportedBody> {
    const options = optionsOf(query);
    return { dryRun: options.dryRun, ...(await this.lists.within(tx, actor, 'regions', bytes, options)) };
  }

  /** Schools: known numbers are updated, others are added. All lines, or none. Periods that have opened keep their schools. */
  @Post('schools')
  @HttpCode(200)
  @TakesList()
  @Act('reference.import', everywhere)
  async schools(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Query() query: ImportQuery,
    @Body() { bytes }: ListBody,
  ): Promise<ImportedBody> {
    const options = optionsOf(query);
    return { dryRun: options.dryRun, ...(await this.lists.within(tx, actor, 'schools', bytes, options)) };
  }

  /**
   * Who is expected to report: all entries of each school that the list names. All lines, or none. The coordination of a
   * county keeps its own schools.
   */
  @Post('participation')
  @HttpCode(200)
  @TakesList()
  @Act('participation.keep', everywhere)
  async participation(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Query() query: ParticipationImportQuery,
    @Body() { bytes }: ListBody,
  ): Promise<ImportedBody> {
    const options = optionsOf(query);
    return { dryRun: options.dryRun, ...(await this.participations.importWithin(tx, actor, bytes, options)) };
  }
}

const optionsOf = ({ dryRun, closesMissing, force }: ImportQuery): ImportOptions & { dryRun: boolean } => ({
  dryRun: dryRun === 'true',
  force: force === 'true',
  ...(closesMissing === undefined ? {} : { closesMissing }),
});

/** What witnesses of the log ask and bring: sizes, hashes and signatures. Without a witness there is nothing here. */
import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { ConsistencyBody, ConsistencyQuery } from './access-log.dto.ts';
import { Open } from '../access/act.ts';
import { CosignatureBody } from './witness.dto.ts';
import { Witnesses } from './witnesses.ts';

@ApiTags('witnesses')
@Controller('v1/witness')
export class WitnessController {
  constructor(private readonly witnesses: Witnesses) {}

  /** The newest signed head of the log with its cosignatures, as a C2SP checkpoint. */
  @Get('checkpoint')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Open('a head of the log names nobody; an entry for each look would make the log grow by being watched')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  checkpoint(): Promise<string> {
    return this.witnesses.checkpoint();
  }

  /** That the log only grew from one size to another. */
  @Get('consistency')
  @Open('hashes of the log tell nothing of its entries')
  async consistency(@Query() { from, to }: ConsistencyQuery): Promise<ConsistencyBody> {
    return { proof: await this.witnesses.consistency(from, to) };
  }

  /** A checkpoint that a witness vouches for. */
  @Post('cosignatures')
  @HttpCode(204)
  @Open('a cosignature shows by itself whose it is, and no other is taken')
  @ApiProblems(422)
  async cosign(@Body() { note }: CosignatureBody): Promise<void> {
    await this.witnesses.take(note);
  }
}

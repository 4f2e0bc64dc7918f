/** Holds of the access log: asked for, answered and lifted by two persons, and listed for both. */
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import { PageQuery, USUAL_PAGE } from '../access/page-query.dto.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { pageOf } from '../foundation/http/page.ts';
import { HoldBody, HoldList, HoldPlace, HoldStateBody } from './hold.dto.ts';
import type { Hold } from './hold.store.ts';
import { Holds } from './holds.ts';

@ApiTags('access log')
@Controller('v1/access-log/holds')
export class HoldsController {
  constructor(private readonly holds: Holds) {}

  /**
   * The protection officer asks that entries of some time are kept longer, such as for a proceeding. They are kept for 14
   * days from now, and until `keepUntil` once an auditor has confirmed it.
   */
  @Post()
  @HttpCode(201)
  @Act('log.hold', everywhere)
  @ApiProblems([409, 'A hold of an overlapping time waits for its answer.'])
  async ask(@Key() tx: Tx, @By() actor: Actor, @Body() hold: HoldBody): Promise<HoldStateBody> {
    return holdBody(await this.holds.ask(tx, actor, hold));
  }

  /** Every hold with its state, newest first, a page at a time. */
  @Get()
  @Act('log.holds', everywhere)
  async list(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Query() { cursor, limit = USUAL_PAGE }: PageQuery,
  ): Promise<HoldList> {
    note(tx, { object: { what: 'holds' } });
    const found = await this.holds.list(tx, actor, { cursor, limit });
    const { page, next } = pageOf(found, limit, ({ id }) => id);
    return { holds: page.map(holdBody), cursor: next };
  }

  /** An auditor, another person than the one who asked, confirms it. */
  @Post(':hold/confirmation')
  @HttpCode(200)
  @Act('log.confirm-hold', everywhere)
  @ApiProblems([409, 'It has its answer already.'])
  async confirm(@Key() tx: Tx, @By() actor: Actor, @Param() { hold }: HoldPlace): Promise<HoldStateBody> {
    return holdBody(await this.holds.confirm(tx, actor, hold));
  }

  /** An auditor declines it: from then on it keeps nothing. */
  @Post(':hold/refusal')
  @HttpCode(200)
  @Act('log.decline-hold', everywhere)
  @ApiProblems([409, 'It has its answer already.'])
  async decline(@Key() tx: Tx, @By() actor: Actor, @Param() { hold }: HoldPlace): Promise<HoldStateBody> {
    return holdBody(await this.holds.decline(tx, actor, hold));
  }

  /** One of two asks to lift it; it is lifted once the protection officer and an auditor have, within 14 days. */
  @Post(':hold/lifting')
  @HttpCode(200)
  @Act('log.lift-hold', everywhere)
  @ApiProblems([409, 'It is not in force.'])
  async lift(@Key() tx: Tx, @By() actor: Actor, @Param() { hold }: HoldPlace): Promise<HoldStateBody> {
    return holdBody(await this.holds.lift(tx, actor, hold));
  }
}

const holdBody = (hold: Hold): HoldStateBody => ({
  id: hold.id,
  first: hold.first.toISOString(),
  before: hold.before.toISOString(),
  keepUntil: hold.keepUntil.toISOString(),
  state: hold.state,
  holdsUntil: hold.holdsUntil?.toISOString() ?? null,
  askedAt: hold.askedAt.toISOString(),
  askedBy: hold.account,
  answeredAt: hold.answeredAt?.toISOString() ?? null,
  answeredBy: hold.answeredBy,
  liftAskedBy: hold.liftAskedBy,
});

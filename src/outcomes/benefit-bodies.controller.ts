/** Which bodies an office's account reports for: the administration says so. */
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { problems } from '../foundation/problem.ts';
import { AccountLife } from '../identity/account-life.ts';
import { BODY_CODES, BenefitBodiesBody, OfficeBodiesAnswer, OfficePlace } from './benefit-bodies.dto.ts';
import { BenefitBodiesStore, type OfficeKeys } from './benefit-bodies.store.ts';

@ApiTags('outcomes')
@Controller('v1/accounts/:account/bodies')
export class BenefitBodiesController {
  constructor(
    private readonly accounts: AccountLife,
    private readonly store: BenefitBodiesStore,
  ) {}

  /** The bodies that an account of a benefit office reports for. */
  @Get()
  @Act('outcome.bodies', everywhere)
  @ApiProblems([409, 'The account is of no benefit office, or is closed.'])
  async read(@Key() tx: Tx, @By() actor: Actor, @Param() at: OfficePlace): Promise<OfficeBodiesAnswer> {
    return this.answer(tx, await this.officeOf(tx, actor, at));
  }

  /** These bodies and no others, from its next request on. Several accounts may report for one body. */
  @Put()
  @Act('outcome.bodies', everywhere)
  @ApiProblems([409, 'The account is of no benefit office, or is closed.'])
  async put(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() at: OfficePlace,
    @Body() { bodies }: BenefitBodiesBody,
  ): Promise<OfficeBodiesAnswer> {
    const office = await this.officeOf(tx, actor, at);
    note(tx, { object: { bodies: bodies.length > 0 ? bodies.join('+') : 'none' } });
    await this.store.put(tx, office, bodies);
    return this.answer(tx, office);
  }

  private async answer(tx: Tx, office: OfficeKeys): Promise<OfficeBodiesAnswer> {
    const own = await this.store.of(tx, office);
    const { account, county } = office;
    return { account, county, bodies: BODY_CODES.filter((code) => own.includes(code)) };
  }

  /** Throws not-found, or conflict where no office is behind the account. */
  private async officeOf(tx: Tx, actor: Actor, { account }: OfficePlace): Promise<OfficeKeys> {
    const { role, region, state } = await this.accounts.one(tx, actor, account);
    if (role === 'benefit-office' && region !== null && state !== 'closed')
      return { tenant: actor.tenant, account, county: region };
    throw problems.conflict({
      what: {
        de: 'Nur ein offenes Konto einer bewilligenden Stelle meldet für Träger.',
        en: 'Only an open account of a benefit office reports for bodies.',
      },
    });
  }
}

/** What takes two persons: what waits, and the answers to it. Asking is an invitation, a change or a reset at /v1/accounts. */
import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { activationPage } from './letter-words.ts';
import { accountBody, approvalBody } from './account-bodies.ts';
import { ApprovalBody, ApprovalList, ApprovalPlace, GivenBody } from './approvals.dto.ts';
import { Approvals } from './approvals.ts';

const ANSWERED = 'It is answered already, or older than 72 hours.';

@ApiTags('accounts')
@Controller('v1/approvals')
export class ApprovalsController {
  constructor(
    private readonly approvals: Approvals,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What waits for a second administrator, and what became of the rest. */
  @Get()
  @Act('approval.list', everywhere)
  async list(@Key() tx: Tx, @By() actor: Actor): Promise<ApprovalList> {
    return { approvals: (await this.approvals.list(tx, actor)).map(approvalBody) };
  }

  /** Approves, and so does what was asked for. Another person than who asked, and than whose account it is. */
  @Post(':approval/giving')
  @HttpCode(200)
  @Act('approval.give', everywhere)
  @ApiProblems([409, ANSWERED])
  async give(@Key() tx: Tx, @By() actor: Actor, @Param() { approval }: ApprovalPlace): Promise<GivenBody> {
    const given = await this.approvals.give(tx, actor, approval);
    return {
      approval: approvalBody(given.approval),
      account: accountBody(given.account),
      code: given.handed?.code ?? null,
      codeEndsAt: given.handed?.endsAt.toISOString() ?? null,
      page: given.handed ? activationPage(this.settings.publicUrl) : null,
    };
  }

  /** Nothing is done. */
  @Post(':approval/refusal')
  @HttpCode(200)
  @Act('approval.refuse', everywhere)
  @ApiProblems([409, ANSWERED])
  async refuse(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() { approval }: ApprovalPlace,
  ): Promise<ApprovalBody> {
    return approvalBody(await this.approvals.refuse(tx, actor, approval));
  }

  /** Whoever asked takes it back. */
  @Post(':approval/withdrawal')
  @HttpCode(200)
  @Act('approval.withdraw', everywhere)
  @ApiProblems([409, ANSWERED])
  async withdraw(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() { approval }: ApprovalPlace,
  ): Promise<ApprovalBody> {
    return approvalBody(await this.approvals.withdraw(tx, actor, approval));
  }
}

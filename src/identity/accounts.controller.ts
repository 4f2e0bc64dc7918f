/** Accounts, as those look after them who invite: administrators all, coordinators the reporters of their county. */
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Answer } from '../foundation/http/answer.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { pageOf } from '../foundation/http/page.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { accountBody, approvalBody, handedBody } from './account-bodies.ts';
import { AccountLife } from './account-life.ts';
import {
  AccountBody,
  AccountChangeBody,
  AccountList,
  AccountPlace,
  AccountQuery,
  HandedBody,
  InvitationBody,
} from './accounts.dto.ts';
import { ApprovalBody } from './approvals.dto.ts';
import { Approvals, type Done } from './approvals.ts';

/** Accounts of one page where nobody asks for a number. */
const PAGE = 100;
const ASKED = 'Of a privileged role: nothing is done yet, a second administrator approves within 72 hours.';

@ApiTags('accounts')
@Controller('v1/accounts')
export class AccountsController {
  constructor(
    private readonly life: AccountLife,
    private readonly approvals: Approvals,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The accounts that one may look after, by name. */
  @Get()
  @Act('account.list', everywhere)
  async list(@Key() tx: Tx, @By() actor: Actor, @Query() query: AccountQuery): Promise<AccountList> {
    const { role, state, cursor, limit = PAGE } = query;
    const found = await this.life.list(tx, actor, { role, state, cursor, limit });
    const { page, next } = pageOf(found, limit, ({ name }) => name);
    return { accounts: page.map(accountBody), cursor: next };
  }

  /**
   * Makes an account and a one-time code, by which its person sets a password. The code is told here alone. An account of a
   * privileged role is asked for, and made when a second administrator approves of it.
   */
  @Post()
  @Act('account.invite', everywhere)
  @ApiCreatedResponse({ type: HandedBody, description: 'The account and its code.' })
  @ApiAcceptedResponse({ type: ApprovalBody, description: ASKED })
  @ApiProblems([409, 'The name is taken, or a rule about persons and schools forbids it.'])
  async invite(@Key() tx: Tx, @By() actor: Actor, @Body() body: InvitationBody): Promise<Answer> {
    return doneOrAsked(
      await this.approvals.invite(tx, actor, body),
      handedBody(this.settings.publicUrl),
      201,
    );
  }

  /** One account that one may look after. */
  @Get(':account')
  @Act('account.list', everywhere)
  async one(@Key() tx: Tx, @By() actor: Actor, @Param() { account }: AccountPlace): Promise<AccountBody> {
    return accountBody(await this.life.one(tx, actor, account));
  }

  /** Changes office, mailbox, scope or days; effective with the account's next request. */
  @Put(':account')
  @Act('account.change', everywhere)
  @ApiOkResponse({ type: AccountBody })
  @ApiAcceptedResponse({ type: ApprovalBody, description: ASKED })
  @ApiProblems([409, 'It is closed, or a rule about schools forbids it.'])
  async change(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() { account }: AccountPlace,
    @Body() body: AccountChangeBody,
  ): Promise<Answer> {
    return doneOrAsked(await this.approvals.change(tx, actor, account, body), accountBody, 200);
  }

  /** Forgotten: a new one-time code. The password and every session of the account end at once. */
  @Post(':account/reset')
  @HttpCode(200)
  @Act('account.reset', everywhere)
  @ApiOkResponse({ type: HandedBody })
  @ApiAcceptedResponse({ type: ApprovalBody, description: ASKED })
  @ApiProblems([409, 'It is closed.'])
  async reset(@Key() tx: Tx, @By() actor: Actor, @Param() { account }: AccountPlace): Promise<Answer> {
    return doneOrAsked(
      await this.approvals.reset(tx, actor, account),
      handedBody(this.settings.publicUrl),
      200,
    );
  }

  /** Lost: takes the second factors of an account away. Its sessions end; it reads back no counts from before. */
  @Delete(':account/factors')
  @HttpCode(200)
  @Act('account.forget-factors', everywhere)
  @ApiOkResponse({ type: AccountBody })
  @ApiAcceptedResponse({ type: ApprovalBody, description: ASKED })
  @ApiProblems([409, 'It is closed.'])
  async forgetFactors(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Param() { account }: AccountPlace,
  ): Promise<Answer> {
    return doneOrAsked(await this.approvals.forgetFactors(tx, actor, account), accountBody, 200);
  }

  /** At once and for good. Its entries in the access log keep its id. */
  @Post(':account/closing')
  @HttpCode(200)
  @Act('account.close', everywhere)
  @ApiProblems([409, 'It is closed already.'])
  async close(@Key() tx: Tx, @By() actor: Actor, @Param() { account }: AccountPlace): Promise<AccountBody> {
    return accountBody(await this.life.close(tx, actor, account));
  }
}

const doneOrAsked = <T>(done: Done<T>, bodyOf: (value: T) => object, status: number): Answer =>
  'done' in done
    ? Answer.json(bodyOf(done.done), { status })
    : Answer.json(approvalBody(done.asked), { status: 202 });

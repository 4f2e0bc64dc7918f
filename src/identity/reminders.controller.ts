/** Whether the own mailbox is reminded of periods. */
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { ReminderBody, ReminderWish } from './reminders.dto.ts';
import { ReminderStore } from './reminder.store.ts';

@ApiTags('accounts')
@Controller('v1/reminders')
export class RemindersController {
  constructor(private readonly store: ReminderStore) {}

  /** Whether the own account is reminded by mail. */
  @Get()
  @Act('account.own', everywhere)
  read(@Key() tx: Tx, @By() actor: Actor): Promise<ReminderBody> {
    return this.own(tx, actor, null);
  }

  /** Reminds the own account by mail, or does so no more. */
  @Put()
  @Act('account.reminders', everywhere)
  change(@Key() tx: Tx, @By() actor: Actor, @Body() { wanted }: ReminderWish): Promise<ReminderBody> {
    return this.own(tx, actor, wanted);
  }

  private async own(tx: Tx, { account = '' }: Actor, wanted: boolean | null): Promise<ReminderBody> {
    note(tx, { subject: account, object: { what: 'reminders', wanted: wanted ?? undefined } });
    const own = await this.store.own(tx, wanted);
    if (!own) throw problems.notSignedIn();
    return { wanted: own.wants, hasMailbox: own.hasMailbox };
  }
}

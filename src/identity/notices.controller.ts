/** What everybody who administers or watches is told once: that the host stood for the second person. */
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { AcknowledgementBody, NoticeList } from './notices.dto.ts';
import { type Notice, NoticeStore } from './notice.store.ts';

@ApiTags('accounts')
@Controller('v1/notices')
export class NoticesController {
  constructor(private readonly store: NoticeStore) {}

  /** Where the host stood for the second person, and one has not acknowledged it yet. */
  @Get()
  @Act('notice.list', everywhere)
  async list(@Key() tx: Tx, @By() { tenant, account = '' }: Actor): Promise<NoticeList> {
    note(tx, { object: { what: 'notices' } });
    return { notices: (await this.store.unseen(tx, tenant, account)).map(noticeBody) };
  }

  /** One has read those up to this moment; they are told once. */
  @Post('acknowledgement')
  @HttpCode(200)
  @Act('notice.acknowledge', everywhere)
  async acknowledge(
    @Key() tx: Tx,
    @By() { tenant, account = '' }: Actor,
    @Body() { upTo }: AcknowledgementBody,
  ): Promise<NoticeList> {
    note(tx, { object: { upTo } });
    await this.store.acknowledge(tx, tenant, account, upTo);
    return { notices: (await this.store.unseen(tx, tenant, account)).map(noticeBody) };
  }
}

const noticeBody = ({ at, ...notice }: Notice): NoticeList['notices'][number] => ({
  ...notice,
  at: at.toISOString(),
});

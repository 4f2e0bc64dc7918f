/** The key that a browser wraps its drafts by, handed out to whose they are. */
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { DraftKeyBody } from './draft-keys.dto.ts';
import { DraftKeys } from './draft-keys.ts';

@ApiTags('accounts')
@Controller('v1/draft-key')
export class DraftKeysController {
  constructor(private readonly keys: DraftKeys) {}

  /**
   * The key that wraps the drafts of one's own account on any device; made at the first call. After a reset by somebody else, or
   * by the mailbox, it is another one, and drafts from before open no more.
   */
  @Post()
  @HttpCode(200)
  @Act('draft.key', everywhere)
  async hand(@Key() tx: Tx, @By() { tenant, account = '' }: Actor): Promise<DraftKeyBody> {
    note(tx, { object: { what: 'draft-key' } });
    const { id, key } = await this.keys.of(tx, tenant, account);
    return { id, key: key.toString('base64url') };
  }
}

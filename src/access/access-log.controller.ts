/** The access log for auditors: who saw what, when and what for. Reading it is itself an entry. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { EntryPage, EntryQuery, isMoment } from './access-log.dto.ts';
import { AccessLogStore, type Cursor } from './access-log.store.ts';
import { Act, By, Key } from './act.ts';
import type { Actor } from './actor.ts';
import { everywhere } from './place.ts';

const USUAL_PAGE = 100;

@ApiTags('access log')
@Controller('v1/access-log')
export class AccessLogController {
  constructor(private readonly log: AccessLogStore) {}

  /** Entries, newest first, a page at a time. */
  @Get('entries')
  @Act('log.read', everywhere)
  async entries(@Key() tx: Tx, @By() actor: Actor, @Query() query: EntryQuery): Promise<EntryPage> {
    const limit = query.limit ?? USUAL_PAGE;
    const found = await this.log.find(
      tx,
      actor.tenant,
      query,
      query.cursor ? parseCursor(query.cursor) : undefined,
      limit + 1,
    );
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      entries: page.map((entry) => ({
        ...entry,
        at: entry.at.toISOString(),
        commitment: entry.commitment?.toString('base64url') ?? null,
      })),
      next: found.length > limit && last ? cursorOf(last) : null,
    };
  }
}

const cursorOf = ({ at, id }: Cursor): string =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');

function parseCursor(text: string): Cursor {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString('latin1').split(' ');
  const time = new Date(at);
  if (!isMoment(time) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw problems.badRequest([
      {
        rule: 'cursor',
        pointer: '/cursor',
        reason: { de: 'Diese Fortsetzung ist unbekannt.', en: 'Use a cursor that a page gave as next.' },
      },
    ]);
  return { at: time, id };
}

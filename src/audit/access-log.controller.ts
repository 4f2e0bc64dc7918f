/** The access log for auditors: who saw what, when and what for. Reading it is itself an entry. */
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Tx } from '../foundation/database/tx.ts';
import { Answer } from '../foundation/http/answer.ts';
import { problems } from '../foundation/problem.ts';
import {
  BundleQuery,
  ConsistencyBody,
  ConsistencyQuery,
  EntryPage,
  EntryPlace,
  EntryQuery,
  EntryWithProof,
  LogCaseList,
  ReopeningBody,
} from './access-log.dto.ts';
import { EntryStore, type Cursor } from './entry.store.ts';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { parseMoment } from '../rules/moment.ts';
import { entriesCsv } from './entries-csv.ts';
import { entryWords } from '../access/entry-fields.ts';
import { LogBundles } from './log-bundle.ts';
import { LogProofs } from './log-proofs.ts';
import { LogTreeStore } from './log-tree.store.ts';
import { note } from '../access/note.ts';
import { everywhere, filtered } from '../access/place.ts';
import { WitnessList } from './witness.dto.ts';
import { Witnesses } from './witnesses.ts';

const USUAL_PAGE = 100;
const MOST_CASES = 500;
const CASE_NEEDED = {
  rule: 'case-needed',
  pointer: 'case',
  reason: {
    de: 'Wer nach einem Konto sucht, sagt wozu: case ist BREACH, COMPLAINT oder DATA_SUBJECT; der Datenschutz sieht es.',
    en: 'Whoever looks for one account says what for: case is BREACH, COMPLAINT or DATA_SUBJECT; the protection officer sees it.',
  },
};

@ApiTags('access log')
@Controller('v1/access-log')
export class AccessLogController {
  constructor(
    private readonly log: EntryStore,
    private readonly proofs: LogProofs,
    private readonly bundles: LogBundles,
    private readonly trees: LogTreeStore,
    private readonly witnessing: Witnesses,
  ) {}

  /** Entries, newest first, a page at a time. */
  @Get('entries')
  @Act('log.read', filtered)
  @ApiOkResponse({ type: EntryPage })
  async entries(@Key() tx: Tx, @By() actor: Actor, @Query() query: EntryQuery): Promise<Answer> {
    if (query.account !== undefined && query.case === undefined) throw problems.badRequest([CASE_NEEDED]);
    const limit = query.limit ?? USUAL_PAGE;
    const cursor = query.cursor ? parseCursor(query.cursor) : undefined;
    note(tx, { object: { what: 'entries', olderThan: cursor?.at } });
    const found = await this.log.find(tx, actor.tenant, query, cursor, limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = found.length > limit && last ? cursorOf(last) : null;
    if (query.format === 'csv' || query.format === 'csv-de')
      return Answer.bytes(entriesCsv(query.format, page), {
        contentType: 'text/csv; charset=utf-8; header=present',
        ...(next === null ? {} : { headers: { link: `<?${pageAfter(query, next)}>; rel="next"` } }),
      });
    return Answer.json({ entries: page.map(entryWords), next } satisfies EntryPage);
  }

  /** Who looked for the entries of one account, and in which case. */
  @Get('cases')
  @Act('log.cases', everywhere)
  async cases(@Key() tx: Tx): Promise<LogCaseList> {
    note(tx, { object: { what: 'cases' } });
    const found = await this.log.cases(tx, MOST_CASES);
    return { cases: found.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })) };
  }

  /**
   * The log of a time as a tar, to be verified offline with `kanon verify`. Its entry says which leaves of which
   * tree it holds, and is committed before the first byte leaves. Delete it by the day that it names.
   */
  @Get('bundle')
  @Act('log.bundle', everywhere)
  @ApiOkResponse({ content: { 'application/x-tar': { schema: { type: 'string', format: 'binary' } } } })
  async bundle(@Key() tx: Tx, @By() actor: Actor, @Query() { from, to }: BundleQuery): Promise<Answer> {
    const bundle = await this.bundles.plan(tx, actor.tenant, from, to);
    const name = `kanon-log-${actor.tenant}-${from.toISOString().slice(0, 10)}.tar`;
    return Answer.export(this.bundles.tar(bundle), {
      contentType: 'application/x-tar',
      headers: { 'content-disposition': `attachment; filename="${name}"` },
    });
  }

  /** One entry, the key of its commitment, and the proof that it stands in the log. */
  @Get('entries/:entry')
  @Act('log.entry', everywhere)
  entry(@Key() tx: Tx, @By() actor: Actor, @Param() { entry }: EntryPlace): Promise<EntryWithProof> {
    note(tx, { subject: entry });
    return this.proofs.entry(tx, actor.tenant, entry);
  }

  /** The newest signed head of the log, as a C2SP checkpoint. */
  @Get('checkpoint')
  @Act('log.checkpoint', everywhere)
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  async checkpoint(@Key() tx: Tx, @By() actor: Actor): Promise<Answer> {
    note(tx, { object: { what: 'checkpoint' } });
    const checkpoint = await this.proofs.checkpoint(tx, actor.tenant);
    return Answer.bytes(Buffer.from(checkpoint), { contentType: 'text/plain; charset=utf-8' });
  }

  /** That the log only grew from one size to another. */
  @Get('consistency')
  @Act('log.checkpoint', everywhere)
  async consistency(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Query() { from, to }: ConsistencyQuery,
  ): Promise<ConsistencyBody> {
    note(tx, { object: { what: 'consistency' } });
    return { proof: await this.proofs.consistency(tx, actor.tenant, from, to) };
  }

  /** Who vouches for the log beside us, how far, and since when. */
  @Get('witnesses')
  @Act('log.checkpoint', everywhere)
  async witnesses(@Key() tx: Tx): Promise<WitnessList> {
    note(tx, { object: { what: 'witnesses' } });
    const standing = await this.witnessing.standing(tx);
    return {
      witnesses: standing.map(({ name, witness, state, size, at, note: checkpoint }) => ({
        name,
        key: witness,
        state,
        size,
        at: at?.toISOString() ?? null,
        checkpoint,
      })),
    };
  }

  /** One of two persons asks for a new log, because the old one cannot be signed any more. */
  @Post('reopening')
  @HttpCode(202)
  @Act('log.reopen', everywhere)
  async reopen(@Key() tx: Tx, @By() { tenant, account, person }: Actor): Promise<ReopeningBody> {
    if (!account || !person) throw problems.notAllowed();
    note(tx, { object: { what: 'new-log' } });
    await this.trees.askToReopen(tx, tenant, account, person);
    return { state: 'asked' };
  }
}

/** The same question, from there on. */
function pageAfter(query: EntryQuery, cursor: string): string {
  const asked = Object.entries(query) as [string, unknown][];
  const again = asked.filter(([name, value]) => value !== undefined && name !== 'cursor');
  return new URLSearchParams([
    ...again.map(([name, value]): [string, string] => [
      name,
      value instanceof Date ? value.toISOString() : String(value),
    ]),
    ['cursor', cursor],
  ]).toString();
}

const cursorOf = ({ at, id }: Cursor): string =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');

function parseCursor(text: string): Cursor {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString('latin1').split(' ');
  const time = parseMoment(at);
  const cursor = time && { at: time, id };
  // What was not made here reads in some other way, or is spelled in one.
  if (cursor && UUID.test(id) && cursorOf(cursor) === text) return cursor;
  throw problems.badRequest([
    {
      rule: 'cursor',
      pointer: '/cursor',
      reason: { de: 'Diese Fortsetzung ist unbekannt.', en: 'Use a cursor that a page gave as next.' },
    },
  ]);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

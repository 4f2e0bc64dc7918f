/** Sessions: begun by signing in, kept up by refresh tokens that are used once, ended by their owner or by a thief's second use. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '../access/access-log.ts';
import type { Actor } from '../access/actor.ts';
import { newEntryId } from '../access/entry.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { PageAsked } from '../foundation/http/page.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { type Account, actorOf } from './account.ts';
import { AccountStore } from './account.store.ts';
import { isPrivileged } from './privileged.ts';
import {
  digestOf,
  isDigestOf,
  newRefreshToken,
  openedWith,
  parseRefreshToken,
  type RefreshToken,
  refreshTokenText,
  sealUnder,
} from './refresh-token.ts';
import { type Proof, NO_PROOF, lacksFactor } from './session-proof.ts';
import { type ListedSession, SessionStore, type StoredSession } from './session.store.ts';
import { Tokens } from './token.ts';

/** Seconds. */
const HOUR = 3600;
const IDLE = 8 * HOUR;
/** Whoever may release, administer or audit is asked again sooner. */
const IDLE_PRIVILEGED = HOUR / 4;
const LONGEST = 24 * HOUR;
/** Seconds in which the token before the newest one still yields the newest: an answer can be lost on its way. */
const GRACE = 30;

/** What a sign-in or a refresh gives. */
export interface Granted {
  readonly access: string;
  readonly refresh: string;
  /** Seconds for which the refresh token may be left unused. */
  readonly idle: number;
  /** Whether the role works with a second factor that has still to be set up: till then nothing else is open. */
  readonly lacksFactor: boolean;
}

@Injectable()
export class Sessions {
  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: SessionStore,
    private readonly accounts: AccountStore,
    private readonly tokens: Tokens,
    private readonly log: AccessLog,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Issues the tokens of a new session, which was signed in by `proof`; it begins when `begin` has stored it. */
  async prepare(
    account: Account,
    proof: Proof = NO_PROOF,
  ): Promise<{ granted: Granted; actor: Actor; begin: (tx: Tx) => Promise<void> }> {
    const token = newRefreshToken(randomUUID());
    const { token: access, id } = await this.tokens.issue(account, token.session, proof);
    const idle = isPrivileged(account.role) ? IDLE_PRIVILEGED : IDLE;
    return {
      granted: { access, refresh: refreshTokenText(token), idle, lacksFactor: this.lacks(account, proof) },
      actor: actorOf(account, { id, session: token.session }),
      begin: (tx) =>
        this.store.open(tx, {
          tenant: account.tenant,
          id: token.session,
          account: account.id,
          hash: digestOf(token),
          idle,
          longest: LONGEST,
          proof,
        }),
    };
  }

  /**
   * A new access token and the next refresh token, with the account's rights as they are now.
   *
   * throws  not-signed-in, whatever is wrong. A token that was used before ends its whole session, with an entry: it is
   *         known to two.
   */
  async refresh(text: string): Promise<Granted> {
    const presented = parseRefreshToken(text);
    if (!presented) throw problems.notSignedIn();
    const outcome = await this.unrecorded.read('token check', this.settings.tenant, (tx) =>
      this.rotate(tx, presented),
    );
    if (outcome === undefined) throw problems.notSignedIn();
    const { account, next, left, proof } = outcome;
    const { token: access } = await this.tokens.issue(account, next.session, proof);
    return { access, refresh: refreshTokenText(next), idle: left, lacksFactor: this.lacks(account, proof) };
  }

  private lacks({ role }: Account, { amr }: Proof): boolean {
    return lacksFactor(role, amr, this.settings);
  }

  private async rotate(
    tx: Tx,
    presented: RefreshToken,
  ): Promise<{ account: Account; next: RefreshToken; left: number; proof: Proof } | undefined> {
    const { tenant } = this.settings;
    const session = await this.store.take(tx, tenant, presented.session, GRACE);
    if (!session?.isOpen) return undefined;
    const account = await this.accounts.byId(tx, tenant, session.account);
    if (!account) return undefined;
    const { left, amr, provedAt: at } = session;
    const proof = { amr, at };
    if (isDigestOf(presented, session.hash)) {
      const next = newRefreshToken(presented.session);
      await this.store.rotate(tx, tenant, session.id, {
        hash: digestOf(next),
        previousHash: session.hash,
        successor: sealUnder(presented, next),
      });
      return { account, next, left, proof };
    }
    if (session.isFresh && session.successor && isDigestOf(presented, session.previousHash))
      return { account, next: openedWith(presented, session.successor), left, proof };
    await this.endReused(tx, session, account);
    return undefined;
  }

  /** Whoever comes second is not known, so both are out; the entry says so. */
  private async endReused(tx: Tx, session: StoredSession, account: Account): Promise<void> {
    await this.store.end(tx, account.tenant, account.id, session.id);
    this.log.append(tx, {
      id: newEntryId(),
      tenant: account.tenant,
      actor: undefined,
      action: 'session.refresh',
      place: everywhere(),
      purpose: undefined,
      decision: 'refused',
      rules: ['refresh-token-used-twice'],
      subject: account.id,
      object: { session: session.id },
    });
  }

  list(tx: Tx, { tenant, account = '' }: Actor, page: PageAsked): Promise<ListedSession[]> {
    note(tx, { object: { what: 'sessions' } });
    return this.store.list(tx, tenant, account, page);
  }

  /** Ends one of one's own sessions, or all of them with every token given out so far. Throws not-found. */
  async end(
    tx: Tx,
    { tenant, account = '' }: Actor,
    which: { readonly session: string } | 'all',
  ): Promise<void> {
    if (which === 'all') {
      note(tx, { object: { session: 'all' } });
      await this.store.end(tx, tenant, account);
      await this.accounts.raiseEpoch(tx, tenant, account);
      return;
    }
    note(tx, { object: { session: which.session } });
    if ((await this.store.end(tx, tenant, account, which.session)) === 0) throw problems.notFound();
  }
}

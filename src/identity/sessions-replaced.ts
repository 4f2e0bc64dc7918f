/**
 * One browser holds one session: where it signs in anew, the session that its cookie held until now ends, whoever's it was.
 *
 * source  OWASP ASVS 5.0, 7.2.4
 */
import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '../access/access-log.ts';
import { newEntryId } from '../access/entry.ts';
import { everywhere } from '../access/place.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { actorOf } from './account.ts';
import { AccountStore } from './account.store.ts';
import { isDigestOf, parseRefreshToken } from './refresh-token.ts';
import { SessionStore } from './session.store.ts';

@Injectable()
export class ReplacedSessions {
  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: SessionStore,
    private readonly accounts: AccountStore,
    private readonly log: AccessLog,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Ends the session whose newest or second newest token `text` is, with the entry of signing out. Any other text ends nothing. */
  async end(text: string | undefined): Promise<void> {
    const held = parseRefreshToken(text ?? '');
    if (!held) return;
    const { tenant } = this.settings;
    await this.unrecorded.read('token check', tenant, async (tx) => {
      const session = await this.store.take(tx, tenant, held.session, 0);
      if (!session?.isOpen) return;
      if (!isDigestOf(held, session.hash) && !isDigestOf(held, session.previousHash)) return;
      const account = await this.accounts.byId(tx, tenant, session.account);
      await this.store.end(tx, tenant, session.account, session.id);
      this.log.append(tx, {
        id: newEntryId(),
        tenant,
        ...(account ? { actor: actorOf(account) } : { actor: undefined, subject: session.account }),
        action: 'session.end',
        place: everywhere(),
        purpose: undefined,
        decision: 'allowed',
        rules: [],
        object: { session: session.id },
      });
    });
  }
}

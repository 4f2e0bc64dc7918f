/** A forgotten password, set anew by a code that goes to the mailbox on file. Nothing tells whether there is such an account. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '../access/access-log.ts';
import { newEntryId } from '../access/entry.ts';
import { everywhere } from '../access/place.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { AccountStore } from './account.store.ts';
import type { Caller } from './lanes.ts';
import { Outbox } from './outbox.ts';
import { RefusalPace } from './refusal-pace.ts';
import { Refusals } from './refusals.ts';
import { SignInTries } from './sign-in-tries.ts';

@Injectable()
export class ForgottenPasswords {
  /** Of many requests for one name in a minute the first has an entry. */
  private readonly asked = new Refusals();

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly accounts: AccountStore,
    private readonly outbox: Outbox,
    private readonly tries: SignInTries,
    private readonly pace: RefusalPace,
    private readonly log: AccessLog,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * A code to the mailbox of that account, if it has one and its role lets it: made when the mail goes out, so that nothing here
   * depends on whether there is such an account: the same statements, rows, entries and commits. Password and sessions stay
   * until the code is used: else anybody could lock anybody out.
   *
   * throws  conflict where this service sends no mail; too-many-sign-ins where this source has asked too often
   */
  async ask(name: string, caller: Caller): Promise<void> {
    if (!this.outbox.isOpen) throw problems.conflict({ what: NO_MAIL });
    await this.tries.take('mailbox', name, caller).catch((error: unknown) => this.pace.refuse(error));
    const { tenant } = this.settings;
    const isFirst = this.asked.isFirst(name);
    await this.unrecorded
      .read('sign-in', tenant, async (tx) => {
        const found = await this.accounts.find(tx, tenant, name);
        const account = found?.id ?? randomUUID();
        await this.outbox.post(tx, tenant, [{ account, to: null, name, kind: 'forgotten' }]);
        if (!isFirst) return;
        this.log.append(tx, {
          id: newEntryId(),
          tenant,
          actor: undefined,
          action: 'password.forgotten',
          place: everywhere(),
          purpose: undefined,
          decision: 'allowed',
          rules: [],
          subject: account,
          object: { account: found ? 'some' : 'none' },
        });
      })
      .catch((error: unknown) => {
        this.asked.forget(name);
        throw error;
      });
  }
}

const NO_MAIL = {
  de: 'Dieser Dienst verschickt keine Mails. Einen neuen Code gibt die Stelle, die eingeladen hat.',
  en: 'This service sends no mail. Whoever invited gives a new code.',
};

/**
 * Mails that an act causes: stored in its transaction, so that one goes out exactly where the act was committed, and sealed
 * until it is sent, since it may hold a code. Without a mail server nothing is stored.
 */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import type { MailFacts, MailKind } from './mail-words.ts';
import { codeDigest, newCode } from './one-time-code.ts';
import { OutboxStore, type WaitingMail } from './outbox.store.ts';
import { openedFor, sealedFor } from './sealed.ts';
import { Signer } from './signer.ts';

/** Bytes of each sealed mail: its length must not tell whether there is anybody to write to. */
const LENGTH = 2048;

/** To whom, and what; nobody as long as that is open, and of one that only looks like a mail. */
export interface Mail extends MailFacts {
  readonly to: string | null;
}

/** What a mail says beside its kind. */
interface More {
  readonly code?: string | undefined;
  readonly endsAt?: Date | undefined;
  /** Of a reminder. */
  readonly period?: string | undefined;
  readonly closesOn?: string | undefined;
}

const moreOf = ({ code, endsAt, period, closesOn }: More): Partial<Mail> => ({
  ...(code && { code }),
  ...(endsAt && { until: endsAt.toISOString().slice(0, 10) }),
  ...(period && { period }),
  ...(closesOn && { closesOn }),
});

@Injectable()
export class Outbox {
  constructor(
    private readonly store: OutboxStore,
    private readonly signer: Signer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  get isOpen(): boolean {
    return this.settings.mail !== undefined;
  }

  /** Tells the account, where it has a mailbox. */
  async tell(tx: Tx, tenant: string, account: string, kind: MailKind, more: More = {}): Promise<void> {
    if (!this.isOpen) return;
    const known = await this.store.mailboxOf(tx, tenant, account);
    if (!known?.mailbox) return;
    await this.post(tx, tenant, [{ account, to: known.mailbox, name: known.name, kind, ...more }]);
  }

  /**
   * The mailbox of an account was changed: told to the one so far, and to whoever invited. The new one is told nothing: who
   * put it there by mistake or on purpose learns no name.
   */
  async tellMoved(
    tx: Tx,
    tenant: string,
    { id: account, name, mailbox: old }: { id: string; name: string; mailbox: string | null },
  ): Promise<void> {
    if (!this.isOpen) return;
    const inviter = await this.store.mailboxOfInviter(tx, account);
    const told = new Set([old, inviter].filter((to) => to !== null));
    await this.post(
      tx,
      tenant,
      [...told].map((to) => ({ account, to, name, kind: 'mailbox' as const })),
    );
  }

  /** Stores mails; one to nobody is stored like any other. */
  async post(
    tx: Tx,
    tenant: string,
    mails: readonly (More & Pick<Mail, 'to' | 'name' | 'kind'> & { readonly account: string })[],
  ): Promise<void> {
    if (!this.isOpen || mails.length === 0) return;
    await this.store.add(
      tx,
      tenant,
      mails.map(({ account, to, name, kind, ...more }) => {
        const id = randomUUID();
        return {
          id,
          account,
          sealed: this.seal(tenant, id, { to, name, kind, ...moreOf(more) }),
        };
      }),
    );
  }

  /** What is said to whoever forgot the password, with a code made just now; to nobody where none may be sent. Stored before it is sent. */
  async withCode(tx: Tx, tenant: string, { id, account }: WaitingMail, asked: Mail): Promise<Mail> {
    const code = newCode();
    const put = await this.store.putMailboxCode(tx, account, codeDigest(code));
    const mail: Mail = {
      ...asked,
      to: put?.mailbox ?? null,
      ...moreOf({ code, endsAt: put?.endsAt ?? new Date() }),
    };
    await this.store.seal(tx, tenant, id, this.seal(tenant, id, mail));
    return mail;
  }

  private seal(tenant: string, id: string, mail: Mail): Buffer {
    const bytes = Buffer.alloc(LENGTH, ' ');
    const text = JSON.stringify(mail);
    if (bytes.write(text) < Buffer.byteLength(text)) throw new TypeError('a mail is longer than it may be');
    return sealedFor([tenant, id], this.key(), bytes);
  }

  /** Undefined where the key of the seals is another by now. */
  open(tenant: string, id: string, sealed: Buffer): Mail | undefined {
    const bytes = openedFor([tenant, id], this.key(), sealed);
    return bytes && (JSON.parse(bytes.toString('utf8')) as Mail);
  }

  private key(): Buffer {
    return this.signer.mac('kanon outbox', 'mails that wait');
  }
}

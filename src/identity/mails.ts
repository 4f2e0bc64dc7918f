/** Sends what waits in the outbox: by one process at a time, again after a while where the mail server is silent, and not for ever. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { Loop } from '../foundation/loop.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { mailTextOf } from './mail-words.ts';
import { type Mail, Outbox } from './outbox.ts';
import type { OutboxStanding } from './outbox-standing.ts';
import { OutboxStore, type WaitingMail } from './outbox.store.ts';

/** Milliseconds between two looks. */
const PACE = 5_000;
/** Seconds for which a mail is this process's: longer than a dozen steps of the mail server take. */
const LEASE = 300;
/** Milliseconds that the mail server may keep us waiting at each step. */
const PATIENCE = 20_000;
/** Seconds before the second try; each further wait is twice as long, up to the longest. After the last try it is given up: within a day. */
const FIRST_WAIT = 60;
const LONGEST_WAIT = 6 * 3600;
const MOST_TRIES = 12;

/** The mail server could not be asked, or said that it will later. Its own words may repeat an address and are left out. */
class MailWaits extends Error {
  override name = 'MailWaits';
  constructor(readonly code: string) {
    super('mail waits for the mail server');
  }
}

/** How mails ended since the start, without a name. */
export type MailFigures = Record<'sent' | 'delayed' | 'refused' | 'given-up', number>;

@Injectable()
export class Mails implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly figures: MailFigures = { sent: 0, delayed: 0, refused: 0, 'given-up': 0 };
  private readonly loop = new Loop(() => this.send(), PACE);
  private transport: Promise<Transporter> | undefined;

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: OutboxStore,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.outbox.isOpen) this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.end();
  }

  /** What waits and what failed; undefined where no mail server is named. */
  standing(): Promise<OutboxStanding> | undefined {
    const { tenant } = this.settings;
    return this.outbox.isOpen
      ? this.unrecorded.read('outbox', tenant, (tx) => this.store.standing(tx, tenant))
      : undefined;
  }

  /** Sends all that is due. Throws MailWaits with a code where some of it has to wait. */
  async send(): Promise<void> {
    const { tenant } = this.settings;
    let waits: string | undefined;
    while (!this.loop.stopping.aborted) {
      const mail = await this.unrecorded.read('outbox', tenant, (tx) => this.store.claim(tx, tenant, LEASE));
      if (!mail) break;
      waits = (await this.sendOne(mail)) ?? waits;
    }
    await this.unrecorded.read('outbox', tenant, (tx) => this.store.clear(tx, tenant));
    if (waits !== undefined) throw new MailWaits(waits);
  }

  /** A code where it has to wait. */
  private async sendOne(waiting: WaitingMail): Promise<string | undefined> {
    const { tenant } = this.settings;
    const { id, tries } = waiting;
    const end = (outcome: 'sent' | 'refused' | 'given-up'): Promise<void> =>
      this.unrecorded.read('outbox', tenant, (tx) => this.store.end(tx, tenant, id, outcome));
    const mail = await this.whole(waiting);
    if (mail?.to === null) {
      await end('sent');
      return undefined;
    }
    const failure = mail ? await this.deliver(id, mail) : 'permanent';
    if (failure === undefined) {
      await end('sent');
      this.figures.sent += 1;
      return undefined;
    }
    if (failure === 'permanent' || tries >= MOST_TRIES) {
      const outcome = failure === 'permanent' ? 'refused' : 'given-up';
      await end(outcome);
      this.figures[outcome] += 1;
      return undefined;
    }
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1));
    await this.unrecorded.read('outbox', tenant, (tx) => this.store.delay(tx, tenant, id, wait));
    this.figures.delayed += 1;
    return failure;
  }

  /** The mail as it goes out; undefined where nobody can open it any more. */
  private async whole(waiting: WaitingMail): Promise<Mail | undefined> {
    const { tenant } = this.settings;
    const mail = this.outbox.open(tenant, waiting.id, waiting.sealed);
    if (mail?.kind !== 'forgotten' || mail.code !== undefined) return mail;
    return this.unrecorded.read('outbox', tenant, (tx) => this.outbox.withCode(tx, tenant, waiting, mail));
  }

  /** Undefined where the mail server took it; `permanent` where it never will; else a code. */
  private async deliver(id: string, { to, ...facts }: Mail): Promise<string | undefined> {
    const { mail, publicUrl } = this.settings;
    if (!mail || to === null) return undefined;
    try {
      this.transport ??= transportTo(mail);
      const transport = await this.transport;
      await transport.sendMail({
        from: { name: 'Kanon', address: mail.from },
        to: { name: '', address: to },
        // The same of each try: who gets it twice can see so.
        messageId: `<${id}@${new URL(publicUrl).hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...mailTextOf(facts, publicUrl),
      });
      return undefined;
    } catch (error) {
      const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
      // Of the recipient or the message: a wrong login is ours to mend, and the mail waits for that.
      const isTheirs = code === 'EENVELOPE' || code === 'EMESSAGE';
      if (isTheirs && typeof responseCode === 'number' && responseCode >= 500) return 'permanent';
      return typeof code === 'string' && /^[A-Z]{1,20}$/.test(code) ? code : 'OTHER';
    }
  }
}

async function transportTo(mail: NonNullable<Settings['mail']>): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    host: mail.host,
    port: mail.port,
    secure: mail.isTlsFromStart,
    requireTLS: mail.isTlsRequired && !mail.isTlsFromStart,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: mail.isTlsRequired },
    ...(mail.login && { auth: { user: mail.login.user, pass: mail.login.password } }),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

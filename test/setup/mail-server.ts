/** A real SMTP server of the tests, on this machine: it keeps what it took, and fails as it is told to. */
import type { AddressInfo } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { SMTPServer } from 'smtp-server';
import { Mails } from '../../src/identity/mails.ts';

export interface Taken {
  readonly to: string;
  readonly from: string;
  /** As it came, header lines and text. */
  readonly raw: string;
  readonly wasEncrypted: boolean;
  readonly user: string | undefined;
}

/** What it does with the next mails: a code of RFC 5321 for the recipient, or of the data; `break` cuts the line in the middle of it. */
export type Mood = 'takes' | 'break' | { readonly recipient?: number; readonly data?: number };

export interface MailServer {
  readonly port: number;
  readonly taken: Taken[];
  /** Passwords that somebody showed. */
  readonly shown: string[];
  mood: Mood;
  /** Before it says that it has taken one. */
  beforeAnswer: () => Promise<void>;
  to(mailbox: string): Taken[];
  close(): Promise<void>;
}

interface MailServerOptions {
  /** Who may send; without it everybody. */
  readonly login?: { readonly user: string; readonly password: string };
  readonly withoutTls?: boolean;
  readonly port?: number;
  /** PEM; without one a certificate that nobody knows. */
  readonly certificate?: { readonly key: string; readonly cert: string };
  /** TLS from the first byte (RFC 8314), and not by STARTTLS. */
  readonly isTlsFromStart?: boolean;
}

export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { login, certificate, isTlsFromStart = false } = options;
  const smtp = new SMTPServer({
    logger: false,
    authOptional: login === undefined,
    disabledCommands: [...(login ? [] : ['AUTH']), ...(options.withoutTls ? ['STARTTLS'] : [])],
    allowInsecureAuth: true,
    secure: isTlsFromStart,
    ...certificate,
    onAuth: ({ username, password }, _session, done) => {
      here.shown.push(password ?? '');
      if (username === login?.user && password === login?.password) done(null, { user: username ?? '' });
      else done(Object.assign(new Error('no'), { responseCode: 535 }));
    },
    onRcptTo: (_address, _session, done) => {
      const { mood } = here;
      if (typeof mood === 'object' && mood.recipient !== undefined) done(failure(mood.recipient));
      else done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        // As from a mail server that dies.
        if (here.mood === 'break') for (const { _socket } of smtp.connections) _socket.destroy();
      });
      stream.on('end', () => {
        const { mood } = here;
        if (mood === 'break') return;
        if (typeof mood === 'object' && mood.data !== undefined) return done(failure(mood.data));
        const { mailFrom, rcptTo } = session.envelope;
        here.taken.push({
          to: rcptTo.map(({ address }) => address).join(),
          from: mailFrom === false ? '' : mailFrom.address,
          raw: Buffer.concat(chunks).toString('utf8'),
          wasEncrypted: session.secure,
          user: session.user as string | undefined,
        });
        void here.beforeAnswer().then(() => done());
      });
    },
  });
  // A line that breaks off is what some of the tests are about.
  smtp.on('error', () => undefined);
  smtp.server.on('tlsClientError', () => undefined);
  const server = smtp.listen(options.port ?? 0, '0.0.0.0');
  await new Promise((resolve) => server.once('listening', resolve));
  const here: MailServer = {
    port: (server.address() as AddressInfo).port,
    taken: [],
    shown: [],
    mood: 'takes',
    beforeAnswer: () => Promise.resolve(),
    to: (mailbox) => here.taken.filter(({ to }) => to === mailbox),
    close: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
  return here;
}

const failure = (responseCode: number): Error =>
  Object.assign(new Error('postmaster@erfunden.example will not'), { responseCode });

/** Text of a mail of ours, which is quoted-printable where it needs to be. */
export function textOf({ raw }: Taken): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4);
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Mails go out when the test says so, and not by themselves: else both would send at once. */
export function sendsBySelfNoMore(app: INestApplicationContext): void {
  const { loop } = app.get<{ loop: { timer: NodeJS.Timeout } }>(Mails);
  clearTimeout(loop.timer);
}

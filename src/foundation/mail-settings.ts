/** Where mails go out, if they do: without KANON_SMTP_URL none does, and nothing is promised by mail. */
import type { EnvironmentReader } from './environment-reader.ts';
import type { InBoth } from './language.ts';

export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** From the first byte on (RFC 8314); else STARTTLS. */
  readonly isTlsFromStart: boolean;
  /** False on loopback, and where the operator declares that the way is protected by other means. */
  readonly isTlsRequired: boolean;
  readonly login: { readonly user: string; readonly password: string } | undefined;
  /** Address of the sender. */
  readonly from: string;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
/** As the mailbox of an account. */
const MAILBOX = /^[^@\s<>"',;]+@[^@\s<>"',;]+$/;

/** Faults are said by the reader; with any of them the result counts for nothing. */
export function mailSettingsIn(
  read: EnvironmentReader,
  env: Readonly<Record<string, string | undefined>>,
): MailSettings | undefined {
  const url = read.url('KANON_SMTP_URL', ['smtps:', 'smtp:']);
  // In a file, and nowhere else.
  const password = read.secret('KANON_SMTP_PASSWORD');
  const tell = (fault: InBoth): number => read.faults.push(fault);
  const from = env['KANON_SMTP_FROM'] || undefined;
  const tls = env['KANON_SMTP_TLS'] || 'required';
  if (tls !== 'required' && tls !== 'elsewhere')
    tell({
      de: 'KANON_SMTP_TLS muss required sein, oder elsewhere, wo der Weg zum Mailserver auf andere Weise geschützt ist.',
      en: 'KANON_SMTP_TLS must be required, or elsewhere where the way to the mail server is protected by other means.',
    });
  if (url === undefined) {
    if (from !== undefined || password !== undefined)
      tell({
        de: 'KANON_SMTP_FROM und KANON_SMTP_PASSWORD_FILE brauchen KANON_SMTP_URL, den Mailserver.',
        en: 'KANON_SMTP_FROM and KANON_SMTP_PASSWORD_FILE need KANON_SMTP_URL, the mail server.',
      });
    return undefined;
  }
  const { protocol, hostname, port, username, password: inUrl } = new URL(url);
  if (inUrl !== '')
    tell({
      de: 'KANON_SMTP_URL darf kein Passwort enthalten; es steht in der Datei, die KANON_SMTP_PASSWORD_FILE nennt.',
      en: 'KANON_SMTP_URL must hold no password; it stands in the file that KANON_SMTP_PASSWORD_FILE names.',
    });
  if (hostname === '')
    tell({
      de: 'KANON_SMTP_URL muss einen Mailserver nennen, etwa smtps://kanon@mail.example:465.',
      en: 'KANON_SMTP_URL must name a mail server, such as smtps://kanon@mail.example:465.',
    });
  if ((username !== '') !== (password !== undefined))
    tell({
      de: 'Zum Namen in KANON_SMTP_URL gehört KANON_SMTP_PASSWORD_FILE, und umgekehrt.',
      en: 'The name in KANON_SMTP_URL goes with KANON_SMTP_PASSWORD_FILE, and the other way round.',
    });
  if (from === undefined || from.length > 254 || !MAILBOX.test(from))
    tell({
      de: 'KANON_SMTP_FROM muss das Postfach sein, von dem Kanon schreibt, etwa kanon@amt.example.',
      en: 'KANON_SMTP_FROM must be the mailbox that Kanon writes from, such as kanon@amt.example.',
    });
  const isTlsFromStart = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isTlsFromStart ? 465 : 587) : Number(port),
    isTlsFromStart,
    isTlsRequired: tls !== 'elsewhere' && !LOOPBACK.test(hostname),
    login: username === '' ? undefined : { user: decodeURIComponent(username), password: password ?? '' },
    from: from ?? '',
  };
}

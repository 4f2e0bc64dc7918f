/** What mails say: German first, English second, plain text, nothing that tells whether it was read. */
import { addressWithCode } from './letter-words.ts';

/** `forgotten`: asked for by whoever knows the name of the account; the others say what was done. */
export const MAIL_KINDS = [
  'activation',
  'reset',
  'forgotten',
  'password',
  'factor',
  'device',
  'mailbox',
  'closing',
  'opened',
  'two-weeks',
  'two-days',
  'returned',
  'released',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];
/** Those that remind of a period. */
export type ReminderKind = Extract<MailKind, 'opened' | 'two-weeks' | 'two-days' | 'returned' | 'released'>;

/** What a mail names. */
export interface MailFacts {
  readonly kind: MailKind;
  /** Name of the account. */
  readonly name: string;
  /** Of those that bring one, with its last day. */
  readonly code?: string;
  readonly until?: string;
  /** Of those that remind: the period, and its last day. */
  readonly period?: string;
  readonly closesOn?: string;
}

interface Words {
  readonly subject: string;
  readonly de: readonly string[];
  readonly en: readonly string[];
}

const BY_CODE = {
  de: 'Öffnen Sie die Adresse im Browser, geben Sie Konto und Code ein und denken Sie sich ein Passwort aus. Der Code gilt einmal. Geben Sie ihn nicht weiter; wir fragen Sie nie danach.',
  en: 'Open the address in a browser, enter account and code, and think of a password. The code is good once. Do not pass it on; we never ask you for it.',
};
const NOT_YOU = {
  de: 'Waren Sie das nicht? Dann melden Sie sich bitte bei der Stelle, die Sie eingeladen hat.',
  en: 'Was it not you? Then tell the office that invited you.',
};

const NO_MORE = {
  de: 'Wollen Sie keine Erinnerungen mehr? Melden Sie sich an; unter „Sicherheit“ lassen sie sich abschalten.',
  en: 'Do you want no more reminders? Sign in; under “Security” they can be switched off.',
};

const WORDS: Readonly<Record<MailKind, Words>> = {
  activation: {
    subject: 'Ihr Zugang zu Kanon / Your access to Kanon',
    de: ['Für Sie gibt es jetzt ein Konto bei Kanon.', BY_CODE.de],
    en: ['There is an account at Kanon for you.', BY_CODE.en],
  },
  reset: {
    subject: 'Neuer Code für Kanon / A new code for Kanon',
    de: ['Ihr Zugang zu Kanon wurde zurückgesetzt; das alte Passwort gilt nicht mehr.', BY_CODE.de],
    en: ['Your access to Kanon was reset; the old password counts no more.', BY_CODE.en],
  },
  forgotten: {
    subject: 'Neues Passwort für Kanon / A new password for Kanon',
    de: [
      'Für Ihr Konto wurde ein neues Passwort verlangt. Bis Sie eines setzen, gilt das alte.',
      BY_CODE.de,
      'Zahlen, die Sie früher gesendet haben, sind danach in Ihrem Konto nicht mehr lesbar.',
      'Haben Sie das nicht verlangt? Dann tun Sie nichts.',
    ],
    en: [
      'A new password was asked for at your account. Until you set one the old one counts.',
      BY_CODE.en,
      'Figures that you sent before are then no longer readable in your account.',
      'Did you not ask for it? Then do nothing.',
    ],
  },
  password: {
    subject: 'Passwort geändert / Password changed',
    de: ['Das Passwort Ihres Kontos wurde geändert. Andere Sitzungen sind beendet.', NOT_YOU.de],
    en: ['The password of your account was changed. Other sessions have ended.', NOT_YOU.en],
  },
  factor: {
    subject: 'Zweiter Faktor geändert / Second factor changed',
    de: ['Ein zweiter Faktor Ihres Kontos wurde eingerichtet, erneuert oder entfernt.', NOT_YOU.de],
    en: ['A second factor of your account was set up, renewed or removed.', NOT_YOU.en],
  },
  device: {
    subject: 'Anmeldung von einem neuen Gerät / Sign-in from a new device',
    de: [
      'Jemand hat sich mit Ihrem Konto von einem Gerät angemeldet, das noch nicht bekannt war.',
      NOT_YOU.de,
    ],
    en: ['Somebody signed in to your account from a device that was not known yet.', NOT_YOU.en],
  },
  mailbox: {
    subject: 'Postfach eines Kontos geändert / Mailbox of an account changed',
    de: [
      'Das Postfach dieses Kontos ist jetzt ein anderes. Diese Nachricht geht an das bisherige Postfach und an die Stelle, die eingeladen hat.',
      'Ist das nicht so gewollt? Dann schließen Sie das Konto, oder melden Sie sich bei der Stelle, die eingeladen hat.',
    ],
    en: [
      'The mailbox of this account is another one now. This message goes to the mailbox so far and to the office that invited.',
      'Is that not meant so? Then close the account, or tell the office that invited.',
    ],
  },
  opened: {
    subject: 'BuT-Beratung: Der Zeitraum ist offen / The period is open',
    de: ['Ab jetzt können Sie für diesen Zeitraum melden.', NO_MORE.de],
    en: ['From now on you can report for this period.', NO_MORE.en],
  },
  'two-weeks': {
    subject: 'BuT-Beratung: noch zwei Wochen / two weeks left',
    de: ['Von Ihrer Schule fehlt noch eine Meldung. Der Zeitraum endet in zwei Wochen.', NO_MORE.de],
    en: ['A report of your school is still missing. The period ends in two weeks.', NO_MORE.en],
  },
  'two-days': {
    subject: 'BuT-Beratung: noch zwei Tage / two days left',
    de: [
      'Von Ihrer Schule fehlt noch eine Meldung. Der Zeitraum endet in höchstens zwei Tagen.',
      'Haben Sie niemanden beraten? Dann melden Sie bitte „Nichts zu melden“; auch das zählt.',
      NO_MORE.de,
    ],
    en: [
      'A report of your school is still missing. The period ends in two days at the latest.',
      'Did you counsel nobody? Then please report “Nothing to report”; that counts too.',
      NO_MORE.en,
    ],
  },
  returned: {
    subject: 'BuT-Beratung: Eine Meldung kam zurück / A report came back',
    de: [
      'Die Koordination hat eine Meldung Ihrer Schule zurückgegeben. Der Grund steht nach der Anmeldung dabei.',
      NO_MORE.de,
    ],
    en: [
      'The coordination has sent a report of your school back. The reason is told after signing in.',
      NO_MORE.en,
    ],
  },
  released: {
    subject: 'BuT-Beratung: Zahlen sind freigegeben / Figures are released',
    de: ['Zahlen dieses Zeitraums sind freigegeben. Nach der Anmeldung sind sie zu lesen.', NO_MORE.de],
    en: ['Figures of this period are released. They can be read after signing in.', NO_MORE.en],
  },
  closing: {
    subject: 'Ihr Konto wird geschlossen / Your account will be closed',
    de: [
      'Ihr Konto wurde seit mehr als einem Jahr nicht benutzt. In 30 Tagen wird es geschlossen; wenn Sie sich vorher anmelden, bleibt es.',
    ],
    en: [
      'Your account has not been used for more than a year. It will be closed in 30 days; if you sign in before that, it stays.',
    ],
  },
};

/** Subject and text; a code stands in the fragment of an address alone, which no request carries. */
export function mailTextOf(
  { kind, name, code, until, period, closesOn }: MailFacts,
  portal: string,
): { subject: string; text: string } {
  const { subject, de, en } = WORDS[kind];
  const facts = (language: 'de' | 'en'): string[] => {
    const words = LABELS[language];
    return [
      `${words.address}: ${code === undefined ? portal : addressWithCode(portal, code)}`,
      `${words.account}: ${name}`,
      ...(code === undefined ? [] : [`${words.code}: ${code}`]),
      ...(until === undefined ? [] : [`${words.until}: ${until}`]),
      ...(period === undefined ? [] : [`${words.period}: ${period}`]),
      ...(closesOn === undefined ? [] : [`${words.closesOn}: ${closesOn}`]),
    ];
  };
  const part = (greeting: string, sentences: readonly string[], language: 'de' | 'en'): string =>
    [greeting, ...sentences, facts(language).join('\n')].join('\n\n');
  const text = `${part('Guten Tag,', de, 'de')}\n\n--------\n\n${part('Hello,', en, 'en')}\n`;
  return { subject, text };
}

const LABELS = {
  de: {
    address: 'Adresse',
    account: 'Konto',
    code: 'Code',
    until: 'Gültig bis',
    period: 'Zeitraum',
    closesOn: 'Letzter Tag',
  },
  en: {
    address: 'Address',
    account: 'Account',
    code: 'Code',
    until: 'Good until',
    period: 'Period',
    closesOn: 'Last day',
  },
} as const;

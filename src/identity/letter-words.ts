/** What an invitation says, in plain German: the same sentences on paper and in a mail. */
import type { Role } from '../access/actor.ts';

/** What one invitation tells its person. */
export interface Letter {
  /** Lines of the window of the envelope; without them the office stands there. */
  readonly address: readonly string[];
  readonly office: string;
  readonly name: string;
  readonly role: Role;
  /** In groups, such as `k3mh-a8xd-2pqr-zz7u`. */
  readonly code: string;
  readonly endsAt: Date;
}

/** What all letters of one lot share. */
export interface LetterHead {
  /** Office of whoever invites: above the address, and where to ask. */
  readonly sender: string;
  /** Address of the portal. */
  readonly portal: string;
  /** Day of the letter. */
  readonly at: Date;
}

export const SUBJECT = 'Ihr Zugang zu Kanon';

/** What the account is for; a role that no letter invites says nothing. */
const TASKS: Readonly<Partial<Record<Role, string>>> = {
  reporter: 'Damit melden Sie viermal im Jahr, wie oft Sie zu Bildung und Teilhabe beraten haben.',
  provider:
    'Damit melden Sie viermal im Jahr für Ihre Schulen, wie oft zu Bildung und Teilhabe beraten wurde.',
  coordinator: 'Damit sehen Sie, welche Schulen Ihres Kreises gemeldet haben, und laden Meldende ein.',
  'benefit-office': 'Damit melden Sie für Ihren Kreis, was aus den Anträgen wurde.',
  district: 'Damit sehen Sie die freigegebenen Zahlen Ihres Bezirks.',
};

export const GREETING = 'Guten Tag,';

export const opening = ({ role }: Pick<Letter, 'role'>): string =>
  ['für Sie gibt es jetzt ein Konto bei Kanon.', TASKS[role]].filter(Boolean).join(' ');

export const BEGIN = 'So fangen Sie an:';

/** Without numbers in front. */
export const STEPS = [
  'Öffnen Sie die Adresse im Browser, oder scannen Sie das Zeichen im Kasten.',
  'Geben Sie den Namen des Kontos und den Code ein.',
  'Denken Sie sich ein Passwort aus. Niemand sonst kennt es, auch wir nicht.',
] as const;

/** Names beside what they name, as the letter shows them. */
export const factsOf = (
  { name, code, endsAt }: Letter,
  { portal }: Pick<LetterHead, 'portal'>,
): readonly (readonly [name: string, value: string])[] => [
  ['Adresse', activationPage(portal)],
  ['Konto', name],
  ['Code', groups(code)],
  ['Gültig bis', germanDay(endsAt)],
];

export const closing = ({ sender }: Pick<LetterHead, 'sender'>): readonly string[] => [
  'Der Code gilt nur einmal. Geben Sie ihn nicht weiter. Wir fragen Sie nie nach dem Code und nie nach Ihrem Passwort.',
  `Der Code ist abgelaufen, verloren oder wird nicht angenommen? Dann melden Sie sich bitte bei: ${sender}. Sie bekommen einen neuen.`,
];

/** Where the sign beside the code leads: what stands behind `#` is never sent to a server. */
export const addressWithCode = (portal: string, code: string): string => `${activationPage(portal)}#${code}`;

/** The page on which somebody sets the own password. */
export const activationPage = (portal: string): string => `${portal.replace(/\/$/, '')}/aktivieren`;

/** With a dash that has room around it, so that nobody reads two groups as one. */
const groups = (code: string): string => code.replaceAll('-', ' – ');

/** `29. Dezember 2026`, as the calendar in Germany has it. */
export const germanDay = (at: Date): string =>
  at.toLocaleDateString('de-DE', { dateStyle: 'long', timeZone: 'Europe/Berlin' });

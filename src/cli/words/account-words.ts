/** What `kanon account` says as an account of the service, in both languages. */
import type { Language } from '../../foundation/language.ts';

const de = {
  use: 'So geht es: kanon account list|requests|notices|me, kanon account invite|change|close|reset|forget-factor NAME oder kanon account approve|refuse|withdraw KENNUNG, jeweils mit --account NAME; mehr sagt kanon account --help.',
  inviteUse:
    'So geht es: kanon account invite NAME --role ROLLE --office DIENSTSTELLE, dazu --region oder --school, und --account NAME; oder kanon account invite LISTE.csv --account NAME mit --letters BRIEFE.pdf, --json oder --dry-run.',
  changeUse:
    'So geht es: kanon account change NAME mit dem, was sich ändert: --office, --region, --school, --mailbox, --from, --to; und --account NAME. Die Rolle ändert sich nie.',
  notDay: (option: string) => `${option} ist ein Tag wie 2026-11-05.`,
  notRequest: 'Hier steht die Kennung eines Antrags; kanon account requests zeigt alle.',
  codeNeedsTerminal:
    'Ein Einmal-Code wird nur an einem Terminal gezeigt, damit er in keiner Datei liegen bleibt; wer ihn einem Programm gibt, schreibt --json.',
  noSuch: 'Ein Konto dieses Namens sehen Sie nicht.',
  noAccounts: 'Es gibt kein solches Konto.',
  noRequests: 'Es wartet kein Antrag.',
  head: ['Name', 'Rolle', 'Stand', 'Bereich', 'Dienststelle', 'Tage'],
  states: { invited: 'eingeladen', active: 'aktiv', closed: 'geschlossen' },
  days: (from: string | null, to: string | null) =>
    [from === null ? '' : `ab ${from}`, to === null ? '' : `bis ${to}`].filter(Boolean).join(' '),
  changed: (name: string) => `Geändert; ${name} arbeitet ab der nächsten Anfrage damit.`,
  closed: (name: string) => `${name} ist geschlossen, sofort und für immer.`,
  address: (at: string) => `Adresse: ${at}`,
  code: (code: string) => `Einmal-Code: ${code}`,
  codeUntil: (name: string, until: string) =>
    `Für ${name}, gültig bis ${until}. Bitte weitergeben; er wird nicht noch einmal gezeigt.`,
  asked: (id: string, until: string) =>
    `Beantragt: ${id}. Noch ist nichts geschehen; bis ${until} genehmigt es eine zweite Person mit kanon account approve.`,
  acts: { invite: 'einladen', reset: 'zurücksetzen', change: 'ändern', factor: 'zweiten Faktor wegnehmen' },
  request: (id: string, act: string, name: string, role: string) => `${id}: ${name} (${role}) ${act}`,
  approvalStates: {
    asked: 'wartet auf eine zweite Person',
    given: 'genehmigt',
    refused: 'abgelehnt',
    withdrawn: 'zurückgezogen',
    expired: 'älter als 72 Stunden',
  },
  until: (moment: string) => `bis ${moment}`,
  onHost: 'am Rechner des Dienstes',
  wish: { office: 'Dienststelle', region: 'Bereich', mailbox: 'Postfach', from: 'ab', to: 'bis' },
  given: (name: string) => `Genehmigt und getan: ${name}.`,
  nameless: 'ein Konto',
  hostUse:
    'So geht es am Rechner des Dienstes, solange weniger als zwei verwalten: kanon account approve KENNUNG --on-host --reason GRUND, oder kanon account recover NAME --on-host --reason GRUND [--factor].',
  reason:
    '--reason ist der Grund in 10 bis 400 Zeichen; Verwaltung, Revision und Datenschutz lesen ihn bei der nächsten Anmeldung.',
  noticesWait: (all: number) =>
    `${all} Mal stand der Rechner des Dienstes für die zweite Person; kanon account notices zeigt, wofür.`,
  ownSessions: (sessions: number, entries: number) =>
    `Offene Sitzungen: ${sessions}. Einträge im Zugriffsprotokoll, die neuesten zuerst: ${entries}. Alles zusammen gibt --json aus.`,
  bySystem: 'Rechner des Dienstes',
  noNotices: 'Der Rechner des Dienstes stand seit dem letzten Mal für niemanden.',
  notice: (at: string, act: string, name: string, role: string) =>
    `${at}: ${name} (${role}) ${act}, genehmigt am Rechner des Dienstes`,
};

export type AccountWords = typeof de;

const en: AccountWords = {
  use: 'Use kanon account list|requests|notices|me, kanon account invite|change|close|reset|forget-factor NAME or kanon account approve|refuse|withdraw ID, each with --account NAME; kanon account --help tells more.',
  inviteUse:
    'Use kanon account invite NAME --role ROLE --office OFFICE with --region or --school, and --account NAME; or kanon account invite LIST.csv --account NAME with --letters LETTERS.pdf, --json or --dry-run.',
  changeUse:
    'Use kanon account change NAME with what changes: --office, --region, --school, --mailbox, --from, --to; and --account NAME. A role never changes.',
  notDay: (option) => `${option} is a day such as 2026-11-05.`,
  notRequest: 'The id of a request stands here; kanon account requests shows all.',
  codeNeedsTerminal:
    'A one-time code is shown at a terminal only, so that it is left in no file; whoever hands it to a program says --json.',
  noSuch: 'You see no account of that name.',
  noAccounts: 'There is no such account.',
  noRequests: 'No request waits.',
  head: ['Name', 'Role', 'State', 'Scope', 'Office', 'Days'],
  states: { invited: 'invited', active: 'active', closed: 'closed' },
  days: (from, to) =>
    [from === null ? '' : `from ${from}`, to === null ? '' : `to ${to}`].filter(Boolean).join(' '),
  changed: (name) => `Changed; ${name} works with it from the next request on.`,
  closed: (name) => `${name} is closed, at once and for good.`,
  address: (at) => `Address: ${at}`,
  code: (code) => `One-time code: ${code}`,
  codeUntil: (name, until) => `For ${name}, good until ${until}. Hand it over; it is not shown again.`,
  asked: (id, until) =>
    `Asked for: ${id}. Nothing is done yet; until ${until} a second person approves by kanon account approve.`,
  acts: { invite: 'invite', reset: 'reset', change: 'change', factor: 'take second factor from' },
  request: (id, act, name, role) => `${id}: ${act} ${name} (${role})`,
  approvalStates: {
    asked: 'waits for a second person',
    given: 'approved',
    refused: 'refused',
    withdrawn: 'withdrawn',
    expired: 'older than 72 hours',
  },
  until: (moment) => `until ${moment}`,
  onHost: 'at the host of the service',
  wish: { office: 'office', region: 'scope', mailbox: 'mailbox', from: 'from', to: 'to' },
  given: (name) => `Approved and done: ${name}.`,
  nameless: 'an account',
  hostUse:
    'Use at the host of the service, while fewer than two administer: kanon account approve ID --on-host --reason REASON, or kanon account recover NAME --on-host --reason REASON [--factor].',
  reason:
    '--reason is the reason in 10 to 400 characters; administrators, auditors and protection officers read it at their next sign-in.',
  noticesWait: (all) =>
    `${all} time(s) the host of the service stood for the second person; kanon account notices shows what for.`,
  ownSessions: (sessions, entries) =>
    `Open sessions: ${sessions}. Entries of the access log, newest first: ${entries}. --json prints all of it.`,
  bySystem: 'host of the service',
  noNotices: 'The host of the service stood for nobody since the last time.',
  notice: (at, act, name, role) => `${at}: ${act} ${name} (${role}), approved at the host of the service`,
};

export const ACCOUNT_WORDS: Readonly<Record<Language, AccountWords>> = { de, en };

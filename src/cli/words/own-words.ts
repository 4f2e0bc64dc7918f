/** What `kanon session`, `password`, `people` and `account activate` say, in both languages. */
import type { Language } from '../../foundation/language.ts';

type Role = string;

const de = {
  sessionUse:
    'So geht es: kanon session list oder kanon session end KENNUNG|all|current, jeweils mit --account NAME.',
  notSession: 'Hier steht die Kennung einer Sitzung; kanon session list zeigt alle.',
  session: (id: string, begun: string, used: string, ends: string) =>
    `${id}: angemeldet ${begun}, benutzt ${used}, endet ${ends}`,
  thisOne: '  diese, mit der hier gefragt wird',
  ended: (which: string) => `Beendet: ${which}.`,
  allEnded: 'Alle Sitzungen dieses Kontos sind beendet, auch diese.',
  activateUse: 'So geht es: kanon account activate NAME; Code und Passwort werden gefragt.',
  needsInput:
    'Es sitzt niemand an einem Terminal: dann stehen auf der Standardeingabe, je in einer Zeile, erst das Bisherige (Code oder altes Passwort, wenn es nirgends sonst steht) und dann das neue Passwort.',
  oneTimeCode: 'Einmal-Code aus dem Brief oder der Mail: ',
  newPassword: 'Neues Passwort (15 Zeichen oder mehr, am besten ein Satz): ',
  again: 'Noch einmal: ',
  differ: 'Das waren zwei verschiedene Passwörter; nichts ist geändert.',
  changed: 'Das Passwort ist geändert. Alle Sitzungen von vorher sind beendet.',
  activated: (name: string) => `${name} ist freigeschaltet.`,
  remindersUse: 'So geht es: kanon reminders show|on|off --account NAME.',
  reminders: (wanted: boolean, hasMailbox: boolean): string =>
    !hasMailbox
      ? 'Dieses Konto hat kein Postfach; erinnert wird es nicht.'
      : wanted
        ? 'Das Postfach dieses Kontos wird erinnert, wenn ein Zeitraum beginnt oder endet.'
        : 'Das Postfach dieses Kontos wird nicht erinnert.',
  nobody: 'Niemand kann für diese Schule melden.',
  person: (office: string, role: Role, own: boolean, active: boolean) =>
    `${office} (${role})${own ? ', Sie selbst' : ''}${active ? '' : ', geschlossen'}`,
  invitedBy: (office: string, at: string) => `  eingeladen von ${office}, ${at}`,
  host: 'Rechner des Dienstes',
  renewedBy: (office: string, at: string) => `  neu geöffnet von ${office}, ${at}`,
  mailbox: 'dem Postfach des Kontos',
  days: (from: string | null, to: string | null) => `  Vertretung ${from ?? '…'} bis ${to ?? '…'}`,
  report: (period: string, office: string, at: string) => `${period}: gemeldet von ${office}, ${at}`,
  you: 'Ihnen',
  closedOffice: 'einem Konto, das es nicht mehr gibt',
};

export type OwnWords = typeof de;

const en: OwnWords = {
  sessionUse: 'Use kanon session list or kanon session end ID|all|current, each with --account NAME.',
  notSession: 'The id of a session stands here; kanon session list shows all.',
  session: (id, begun, used, ends) => `${id}: signed in ${begun}, used ${used}, ends ${ends}`,
  thisOne: '  this one, which asks here',
  ended: (which) => `Ended: ${which}.`,
  allEnded: 'All sessions of this account have ended, this one too.',
  activateUse: 'Use kanon account activate NAME; code and password are asked for.',
  needsInput:
    'Nobody sits at a terminal: then standard input holds, each in a line, first what there was (code, or old password where it stands nowhere else) and then the new password.',
  oneTimeCode: 'One-time code of the letter or the mail: ',
  newPassword: 'New password (15 characters or more, best a sentence): ',
  again: 'Once more: ',
  differ: 'Those were two different passwords; nothing is changed.',
  changed: 'The password is changed. All sessions from before have ended.',
  activated: (name) => `${name} is activated.`,
  remindersUse: 'Use: kanon reminders show|on|off --account NAME.',
  reminders: (wanted, hasMailbox) =>
    !hasMailbox
      ? 'This account has no mailbox, and is not reminded.'
      : wanted
        ? 'The mailbox of this account is reminded when a period begins or ends.'
        : 'The mailbox of this account is not reminded.',
  nobody: 'Nobody can report for this school.',
  person: (office, role, own, active) =>
    `${office} (${role})${own ? ', yourself' : ''}${active ? '' : ', closed'}`,
  invitedBy: (office, at) => `  invited by ${office}, ${at}`,
  host: 'the host of the service',
  renewedBy: (office, at) => `  opened anew by ${office}, ${at}`,
  mailbox: 'the mailbox of the account',
  days: (from, to) => `  cover ${from ?? '…'} to ${to ?? '…'}`,
  report: (period, office, at) => `${period}: reported by ${office}, ${at}`,
  you: 'you',
  closedOffice: 'an account that is no more',
};

export const OWN_WORDS: Readonly<Record<Language, OwnWords>> = { de, en };

/** What is wrong with a list of invitations: a rule with its sentence, by line and column, never with what stands in a cell. */
import type { ProblemFinding } from '../foundation/problem-shape.ts';
import { filled, SHEET_FAULTS } from '../rules/sheet/sheet-faults.ts';

/** One fault. A line counts from 1, the header; 0 is the whole file. */
export interface InvitationFault {
  readonly rule: InvitationRule;
  readonly line: number;
  /** Name of one of our columns. */
  readonly column?: string;
  /** Fills the gap in the sentence: a line, names of columns or a number; nothing out of a cell. */
  readonly about?: string;
  /** Heads of the list, where one of ours is not among them. */
  readonly seen?: string;
}

const FAULTS = {
  ...SHEET_FAULTS,
  name: {
    de: 'Hier steht ein Name aus 2 bis 64 Zeichen: kleine Buchstaben, Ziffern, Punkt und Bindestrich, vorn ein Buchstabe oder eine Ziffer.',
    en: 'A name of 2 to 64 characters belongs here: small letters, digits, dots and hyphens, first a letter or a digit.',
  },
  'name-twice': {
    de: 'Derselbe Name steht schon in Zeile {}.',
    en: 'The same name stands in line {} already.',
  },
  'name-taken': {
    de: 'Ein Konto dieses Namens gibt es schon.',
    en: 'An account of that name exists already.',
  },
  role: {
    de: 'Hier steht eine dieser Rollen: reporter, provider, coordinator, benefit-office oder district.',
    en: 'One of these roles belongs here: reporter, provider, coordinator, benefit-office or district.',
  },
  'role-of-two-persons': {
    de: 'Für diese Rolle braucht es zwei Personen; eine Liste lädt sie nicht ein.',
    en: 'This role takes two persons; no list invites it.',
  },
  'role-not-yours': {
    de: 'Eine Koordination lädt nur Meldende ein: reporter.',
    en: 'A coordinator invites reporters alone: reporter.',
  },
  office: {
    de: 'Hier steht die Dienststelle, 1 bis 120 Zeichen ohne Steuerzeichen, keine Person.',
    en: 'The office belongs here, 1 to 120 characters without control characters, not a person.',
  },
  'region-needed': {
    de: 'Diese Rolle braucht hier den Schlüssel von {}.',
    en: 'This role needs the key of {} here.',
  },
  'region-not-needed': {
    de: 'Diese Rolle hat keine Region; die Zelle bleibt leer.',
    en: 'This role has no region; the cell stays empty.',
  },
  'region-unknown': {
    de: 'Diese Region ist hier nicht bekannt; die Regionen werden zuerst eingelesen.',
    en: 'This region is not known here; the regions are imported first.',
  },
  'schools-needed': {
    de: 'Diese Rolle braucht hier amtliche Schulnummern aus sechs Ziffern, mehrere mit einem Leerzeichen dazwischen.',
    en: 'This role needs official school numbers of six digits here, several with a blank in between.',
  },
  'schools-not-needed': {
    de: 'Diese Rolle hat keine Schulen; die Zelle bleibt leer.',
    en: 'This role has no schools; the cell stays empty.',
  },
  'schools-too-many': {
    de: 'Ein Konto dieser Rolle hat höchstens {} Schulen.',
    en: 'An account of this role has at most {} schools.',
  },
  'school-unknown': {
    de: 'Eine dieser Schulen ist nicht bekannt oder liegt nicht im eigenen Kreis.',
    en: 'One of these schools is not known, or does not lie in your county.',
  },
  mailbox: {
    de: 'Hier steht die Adresse eines Dienstpostfachs, oder nichts.',
    en: 'The address of an office mailbox belongs here, or nothing.',
  },
  day: {
    de: 'Hier steht ein Tag wie 2026-11-05 oder 05.11.2026, oder nichts.',
    en: 'A day such as 2026-11-05 or 05.11.2026 belongs here, or nothing.',
  },
  'days-in-order': {
    de: 'Der letzte Tag einer Vertretung liegt nicht vor dem ersten.',
    en: 'The last day of a cover is not before the first one.',
  },
  'person-unknown': {
    de: 'Ein Konto dieses Namens, derselben Person, gibt es hier nicht.',
    en: 'There is no account of that name, of the same person, here.',
  },
  'person-one-side': {
    de: 'Ein Mensch kann nur eines sein: reporter, provider, coordinator, benefit-office, district oder state, und das nur mit einem Konto; wer prüft, den Datenschutz wahrt oder freigibt, ist keines davon.',
    en: 'One human may hold only one of reporter, provider, coordinator, benefit-office, district and state, and only one account of it; whoever audits, protects data or releases holds none of these.',
  },
  address: {
    de: 'Hier stehen höchstens sechs Zeilen zu je 60 Zeichen ohne Steuerzeichen, mit | dazwischen, oder nichts.',
    en: 'At most six lines of 60 characters without control characters belong here, with | in between, or nothing.',
  },
} as const;

export type InvitationRule = keyof typeof FAULTS;

/** Findings in the order of the file; those of one line as they were found. */
export const invitationFindings = (faults: readonly InvitationFault[]): ProblemFinding[] =>
  [...faults].sort((a, b) => a.line - b.line).map(findingOf);

/** The pointer is `/line/column`, and the sentence names both again. */
function findingOf({ rule, line, column, about, seen }: InvitationFault): ProblemFinding {
  const { de, en } = FAULTS[rule];
  const place = (lineWord: string, columnWord: string): string =>
    line === 0 ? '' : `${lineWord} ${line}${column ? `, ${columnWord} ${column}` : ''}: `;
  return {
    rule,
    pointer: line === 0 ? '' : `/${line}${column ? `/${column}` : ''}`,
    reason: {
      de: place('Zeile', 'Spalte') + filled(de, about, seen),
      en: place('Line', 'column') + filled(en, about, seen),
    },
  };
}

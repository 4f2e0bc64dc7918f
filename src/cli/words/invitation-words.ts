/** What `kanon account invite` says, in both languages. */
import type { Language } from '../../foundation/language.ts';

const de = {
  use: 'So geht es: kanon account invite LISTE.csv --account NAME, und dazu --letters BRIEFE.pdf, --json oder --dry-run; oder kanon account NAME --role ROLLE --office DIENSTSTELLE.',
  lettersThere: 'Diese Datei gibt es schon; Briefe überschreiben nichts.',
  allWell: (rows: number) => `Alle ${rows} Zeilen stimmen. Angelegt wurde nichts.`,
  invited: (letters: string) =>
    `Die Konten sind angelegt, die Briefe stehen in ${letters}: eine Seite je Person. Bitte drucken, verschicken und die Datei dann löschen; es gibt die Codes nur dort.`,
  inDoubt:
    'Ob die Konten angelegt wurden, ist offen, und ihre Codes sind verloren. kanon account list zeigt sie; für jedes gibt kanon account reset NAME einen neuen Code.',
};

export type InvitationWords = typeof de;

const en: InvitationWords = {
  use: 'Use kanon account invite LIST.csv --account NAME with --letters LETTERS.pdf, --json or --dry-run; or kanon account NAME --role ROLE --office OFFICE.',
  lettersThere: 'There is such a file already; letters overwrite nothing.',
  allWell: (rows) => `All ${rows} lines are sound. Nothing was made.`,
  invited: (letters) =>
    `The accounts are made, the letters stand in ${letters}: one page a person. Print them, send them and delete the file then; the codes are nowhere else.`,
  inDoubt:
    'Whether the accounts were made is open, and their codes are lost. kanon account list shows them; kanon account reset NAME gives each a new code.',
};

export const INVITATION_WORDS: Readonly<Record<Language, InvitationWords>> = { de, en };

/** Why no checkpoint is signed; each reason says what to do. */
import type { InBoth } from '../foundation/language.ts';
import { Told } from '../foundation/told.ts';

const SENTENCES = {
  'behind-export': {
    de: 'Die ausgeleiteten Prüfpunkte kennen mehr Einträge als die Datenbank: Sie wurde aus einer älteren Sicherung zurückgeholt. Bitte die neueste zurückspielen, oder mit kanon log reopen ein neues Protokoll beginnen.',
    en: 'The exported checkpoints know more entries than the database: it was restored from an older backup. Restore the newest one, or start a new log with kanon log reopen.',
  },
  'not-consistent': {
    de: 'Das Protokoll in der Datenbank ist nicht das, für das die ausgeleiteten Prüfpunkte bürgen. Bitte beides als Beweis aufheben und die passende Sicherung zurückspielen, oder mit kanon log reopen ein neues Protokoll beginnen.',
    en: 'The log in the database is not the one that the exported checkpoints vouch for. Keep both as evidence, restore the backup that fits, or start a new log with kanon log reopen.',
  },
  'export-missing': {
    de: 'Es wurden schon Prüfpunkte signiert, aber der Ordner mit den ausgeleiteten ist leer. Bitte ihn dorthin zurücklegen, wo KANON_CHECKPOINTS ihn nennt, oder mit kanon log reopen ein neues Protokoll beginnen.',
    en: 'Checkpoints were signed before, but the folder of exported ones is empty. Put it back where KANON_CHECKPOINTS names it, or start a new log with kanon log reopen.',
  },
  'export-unreadable': {
    de: 'Den neuesten ausgeleiteten Prüfpunkt hat der Schlüssel dieses Protokolls nicht signiert. Bitte den Ordner, den KANON_CHECKPOINTS nennt, aus einer Kopie zurückholen.',
    en: 'The newest exported checkpoint is not one that the key of this log has signed. Put back the folder that KANON_CHECKPOINTS names from a copy.',
  },
  'other-key': {
    de: 'Der Schlüssel im Datenordner ist nicht der dieses Protokolls. Bitte den Datenordner mit seinem Protokollschlüssel zurückholen, oder mit kanon log reopen ein neues Protokoll beginnen.',
    en: 'The key in the data folder is not the one of this log. Put back the data folder with its log key, or start a new log with kanon log reopen.',
  },
  'tree-damaged': {
    de: 'Die gespeicherten Hashes des Protokolls ergeben seinen Baum nicht: Sie wurden verändert. Bitte die Datenbank als Beweis aufheben und eine Sicherung zurückspielen.',
    en: 'The stored hashes of the log do not make up its tree: they were changed. Keep the database as evidence and restore a backup.',
  },
} as const satisfies Readonly<Record<string, InBoth>>;

/** Stable code of a reason. */
export type LogRefusalCode = keyof typeof SENTENCES;

/** Signing now could vouch for a second history. */
export class LogRefusal extends Told {
  override name = 'LogRefusal';

  constructor(
    readonly code: LogRefusalCode,
    options?: ErrorOptions,
  ) {
    super(SENTENCES[code], options);
  }
}

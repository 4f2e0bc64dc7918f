/** Why no checkpoint is signed; each reason says what to do. */

const SENTENCES = {
  'behind-export':
    'The exported checkpoints know more entries than the database: it was restored from an older backup. Restore the newest one, or start a new log with kanon log reopen.',
  'not-consistent':
    'The log in the database is not the one that the exported checkpoints vouch for. Keep both as evidence, restore the backup that fits, or start a new log with kanon log reopen.',
  'export-missing':
    'Checkpoints were signed before, but the folder of exported ones is empty. Put it back where KANON_CHECKPOINTS names it, or start a new log with kanon log reopen.',
  'export-unreadable':
    'The newest exported checkpoint is not one that the key of this log has signed. Put back the folder that KANON_CHECKPOINTS names from a copy.',
  'other-key':
    'The key in the data folder is not the one of this log. Put back the data folder with its log key, or start a new log with kanon log reopen.',
  'tree-damaged':
    'The stored hashes of the log do not make up its tree: they were changed. Keep the database as evidence and restore a backup.',
} as const;

/** Stable code of a reason. */
export type LogRefusalCode = keyof typeof SENTENCES;

/** Signing now could vouch for a second history. */
export class LogRefusal extends Error {
  override name = 'LogRefusal';

  constructor(
    readonly code: LogRefusalCode,
    options?: ErrorOptions,
  ) {
    super(SENTENCES[code], options);
  }
}

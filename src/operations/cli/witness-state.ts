/** What a witness remembers of a log: the newest checkpoint it vouched for, and the evidence of what it found. */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checking } from '../../access/log-crypto.ts';
import { clearUnfinished, putOver } from '../../foundation/durable.ts';
import type { Checkpoint } from '../../merkle/checkpoint.ts';
import type { VerifierKey } from '../../merkle/keys.ts';
import { formatNote, type Note, parseNote } from '../../merkle/note.ts';
import { Refused } from '../../merkle/refused.ts';
import { openCheckpoint } from '../../merkle/signed-checkpoint.ts';
import { Failure } from './failure.ts';
import type { Desk } from './words.ts';

export interface Seen {
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

export class WitnessState {
  private readonly file: string;

  /** A file for each log, named by the id of its key: another log can never pass for the continuation of this one. */
  constructor(
    private readonly folder: string,
    private readonly log: VerifierKey,
    private readonly desk: Desk,
  ) {
    this.file = join(folder, `log-${log.id}.checkpoint`);
  }

  /** What was seen last; undefined at first sight. Throws a Failure where the file is not as it was written. */
  async read(): Promise<Seen | undefined> {
    let bytes: Buffer;
    try {
      bytes = await readFile(this.file);
    } catch (cause) {
      if ((cause as { code?: string }).code === 'ENOENT') return undefined;
      throw new Failure([this.desk.words.stateUnreadable(this.file)], undefined, cause);
    }
    try {
      const note = parseNote(bytes);
      return { note, checkpoint: openCheckpoint(checking, note, this.log).checkpoint };
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause;
      const { words, lang } = this.desk;
      throw new Failure([words.stateDamaged(this.file), cause.sentence(lang)], undefined, cause);
    }
  }

  /** Puts `next` in the place of `last`; after a crash one of both stands there whole. */
  async replace(last: Seen | undefined, next: Note): Promise<void> {
    await this.writing(async () => {
      await mkdir(this.folder, { recursive: true });
      // Another witness on this folder must not be set back by this one.
      const now = await this.read();
      if (now?.note.text !== last?.note.text) throw new Failure([this.desk.words.stateShared(this.file)]);
      await putOver(this.file, formatNote(next));
      await clearUnfinished(this.file);
    });
  }

  /** Keeps both sides of a contradiction, once; the folder they are in. */
  async keepEvidence(parts: Readonly<Record<string, string | undefined>>): Promise<string> {
    const kept = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined);
    const digest = createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 16);
    const folder = join(this.folder, `evidence-${digest}`);
    await this.writing(async () => {
      await mkdir(folder, { recursive: true });
      for (const [name, text] of kept) await putOver(join(folder, name), text);
    });
    return folder;
  }

  private writing(work: () => Promise<void>): Promise<void> {
    return work().catch((cause: unknown) => {
      if (typeof (cause as { code?: unknown }).code !== 'string') throw cause;
      throw new Failure([this.desk.words.stateUnwritable(this.folder)], undefined, cause);
    });
  }
}

/** What a witness remembers of a log: the newest checkpoint it vouched for, and the evidence of what it found. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkpoint } from '../merkle/checkpoint.ts';
import type { Checking, VerifierKey } from '../merkle/keys.ts';
import { formatNote, type Note, parseNote } from '../merkle/note.ts';
import { Refused } from '../merkle/refused.ts';
import { openCheckpoint } from '../merkle/signed-checkpoint.ts';
import { toHex, toUtf8 } from '../merkle/text.ts';
import { WitnessFault } from './fault.ts';

/** A checkpoint that the log signed, and the note it came in. */
export interface Seen {
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

/** Writes files that are there whole or not at all, after a kill as after a loss of power. */
export interface DurableFiles {
  /** Puts a file into the place of the one before. */
  readonly putOver: (file: string, text: string) => Promise<void>;
  /** Removes what a kill left of this file on its way. */
  readonly clearUnfinished: (file: string) => Promise<void>;
}

export class WitnessMemory {
  private readonly file: string;

  /** A file for each log, named by the id of its key: another log can never pass for the continuation of this one. */
  constructor(
    private readonly folder: string,
    private readonly log: VerifierKey,
    private readonly checking: Checking,
    private readonly files: DurableFiles,
  ) {
    this.file = join(folder, `log-${log.id}.checkpoint`);
  }

  /** What was seen last; undefined at first sight. Throws WitnessFault where the file is not as it was written. */
  async read(): Promise<Seen | undefined> {
    const { file, checking, log } = this;
    let bytes: Uint8Array;
    try {
      bytes = await readFile(file);
    } catch (cause) {
      if ((cause as { code?: string }).code === 'ENOENT') return undefined;
      throw new WitnessFault({ code: 'memory-unreadable', file }, cause);
    }
    try {
      const note = parseNote(bytes);
      return { note, checkpoint: (await openCheckpoint(checking, note, log)).checkpoint };
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause;
      throw new WitnessFault({ code: 'memory-damaged', file, refused: cause }, cause);
    }
  }

  /** Puts `next` in the place of `last`; after a crash one of both stands there whole. Throws WitnessFault. */
  async replace(last: Seen | undefined, next: Note): Promise<void> {
    const { file, files } = this;
    await this.writing(async () => {
      await mkdir(this.folder, { recursive: true });
      // Another witness on this folder must not be set back by this one.
      const now = await this.read();
      if (now?.note.text !== last?.note.text) throw new WitnessFault({ code: 'memory-shared', file });
      await files.putOver(file, formatNote(next));
      await files.clearUnfinished(file);
    });
  }

  /** Keeps both sides of a contradiction, once; the folder they are in. Throws WitnessFault. */
  async keepEvidence(parts: Readonly<Record<string, string | undefined>>): Promise<string> {
    const kept = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined);
    const digest = toHex(this.checking.sha256(toUtf8(JSON.stringify(kept)))).slice(0, 16);
    const folder = join(this.folder, `evidence-${digest}`);
    await this.writing(async () => {
      await mkdir(folder, { recursive: true });
      for (const [name, text] of kept) await this.files.putOver(join(folder, name), text);
    });
    return folder;
  }

  private writing(work: () => Promise<void>): Promise<void> {
    return work().catch((cause: unknown) => {
      if (typeof (cause as { code?: unknown }).code !== 'string') throw cause;
      throw new WitnessFault({ code: 'memory-unwritable', folder: this.folder }, cause);
    });
  }
}

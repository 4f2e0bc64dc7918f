/** Checkpoints outside the database: they tell a database that was restored from an old backup. */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { putOnce, putOver, unfinishedOf } from '../foundation/durable.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { step } from '../foundation/step.ts';
import { parseCheckpoint } from '../merkle/checkpoint.ts';
import { parseNote } from '../merkle/note.ts';
import { LogRefusal } from './log-refusal.ts';

/** `05-1-22733.checkpoint`: Land, tree, leaves. Before there was one file a size it was `05-1.checkpoint`. */
const NAME = /^(\d{2})-([1-9]\d{0,8})(?:-(0|[1-9]\d{0,15}))?\.checkpoint$/;
/** Looks at the folder before a file that vanishes each time is a fault. */
const LOOKS = 10;

/** The checkpoint of the newest tree that vouches for most. */
export interface Exported {
  readonly tree: number;
  /** Leaves, by the name of its file; of a file without them by its note, and Infinity where that cannot be read. */
  readonly size: number;
  readonly note: Buffer;
}

/**
 * One file a size, made once: a process that was paused while it wrote can only add a smaller one, and the largest
 * counts. So what was shown to anybody is never taken back, however many processes export.
 */
@Injectable()
export class CheckpointFolder {
  private readonly folder: string;
  private readonly tenant: string;

  constructor(@Inject(SETTINGS) { checkpoints, tenant }: Settings) {
    this.folder = checkpoints;
    this.tenant = tenant;
  }

  /** Undefined if there is none. */
  async newest(): Promise<Exported | undefined> {
    for (let look = 1; ; look++)
      try {
        return await this.look();
      } catch (error) {
        // Another process has removed it meanwhile, for it has put a larger one there.
        if ((error as { code?: string }).code !== 'ENOENT' || look === LOOKS) throw error;
      }
  }

  /**
   * Adds the checkpoint over so many leaves, then removes the smaller ones of its tree.
   *
   * throws  LogRefusal where another one over as many leaves was exported
   */
  async add(tree: number, size: number, note: string): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const file = this.fileOf(tree, size);
    if (!(await putOnce(file, note)) && !isOf(note, await readFile(file)))
      throw new LogRefusal('not-consistent');
    step('log.exported');
    await this.prune(tree, size);
    step('log.pruned');
  }

  /**
   * Puts a note in the place of the same checkpoint with fewer signatures, and of nothing else: what the folder
   * vouches for stays as it was.
   */
  async addCosignatures(tree: number, note: string): Promise<void> {
    const exported = await this.newest();
    if (exported?.tree !== tree || !isOf(note, exported.note)) return;
    if (Buffer.byteLength(note) <= exported.note.length) return;
    const { size } = parseCheckpoint(parseNote(Buffer.from(note)).text);
    await putOver(this.fileOf(tree, size), note);
    step('log.cosigned');
  }

  private async look(): Promise<Exported | undefined> {
    const found = await this.files();
    if (found.length === 0) return undefined;
    const tree = Math.max(...found.map((file) => file.tree));
    const ofTree = found.filter((file) => file.tree === tree);
    const sized = await Promise.all(
      ofTree.map(async ({ name, size }) => ({ name, size: size ?? sizeOf(await this.read(name)) })),
    );
    const { name, size } = sized.reduce((most, file) => (file.size > most.size ? file : most));
    return { tree, size, note: await this.read(name) };
  }

  /** Smaller ones, and what was on its way to be one when its process ended; a paused one then finds its file gone. */
  private async prune(tree: number, size: number): Promise<void> {
    const own = this.fileOf(tree, size);
    for (const { name, ...found } of await this.files(true)) {
      const file = join(this.folder, name);
      if (found.tree !== tree || file === own) continue;
      // Of the old form it says only inside how large it is; a Kanon of that form may run beside this one.
      const its = found.size ?? (NAME.test(name) ? sizeOf(await readFile(file)) : 0);
      if (its <= size) await rm(file, { force: true });
    }
  }

  private async files(
    withUnfinished = false,
  ): Promise<{ name: string; tree: number; size: number | undefined }[]> {
    const names = await readdir(this.folder).catch((error: unknown) => {
      if ((error as { code?: string }).code === 'ENOENT') return [];
      throw error;
    });
    return names.flatMap((name) => {
      const [, land, tree, size] = NAME.exec((withUnfinished && unfinishedOf(name)) || name) ?? [];
      if (land !== this.tenant) return [];
      return { name, tree: Number(tree), size: size === undefined ? undefined : Number(size) };
    });
  }

  private read(name: string): Promise<Buffer> {
    return readFile(join(this.folder, name));
  }

  private fileOf(tree: number, size: number): string {
    return join(this.folder, `${this.tenant}-${tree}-${size}.checkpoint`);
  }
}

/** Whether it is the checkpoint of this note, whoever else has signed it. */
const isOf = (note: string, exported: Buffer): boolean =>
  exported.toString('utf8').startsWith(note.slice(0, note.lastIndexOf('\n\n') + 2));

/** What is no checkpoint counts as the largest, so that somebody looks at it. */
function sizeOf(note: Buffer): number {
  try {
    return parseCheckpoint(parseNote(note).text).size;
  } catch {
    return Infinity;
  }
}

/** How checkpoints were exported before there was one file a size: the control of the tests that stop processes. */
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { CheckpointFolder } from '../../src/audit/checkpoint-folder.ts';
import type { Settings } from '../../src/foundation/settings.ts';
import { step } from '../../src/foundation/step.ts';

export class OldFolder extends CheckpointFolder {
  private readonly at: string;

  constructor(settings: Settings) {
    super(settings);
    this.at = settings.checkpoints;
  }

  /** One name for all processes, renamed over the one before. */
  override async add(tree: number, _size: number, note: string): Promise<void> {
    await mkdir(this.at, { recursive: true });
    const file = join(this.at, `05-${tree}.checkpoint`);
    const handle = await open(`${file}.new`, 'w');
    try {
      step('file.opened');
      await handle.writeFile(note);
      step('file.written');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${file}.new`, file);
  }
}

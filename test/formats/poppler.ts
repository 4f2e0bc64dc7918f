/** Debian's reader of PDF (poppler-utils). Where it is not installed, what asks it is named as skipped. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;
if (!hasPoppler)
  process.stderr.write(
    'poppler-utils is not installed: what pdftotext, pdfinfo and pdffonts would read is skipped.\n',
  );

/** What a program of poppler says of a file. */
export function poppler(
  program: 'pdftotext' | 'pdfinfo' | 'pdffonts',
  pdf: Buffer,
  ...args: readonly string[]
): string {
  const folder = mkdtempSync(join(tmpdir(), 'kanon-test-pdf-'));
  try {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, pdf);
    return execFileSync(program, [...args, file, ...(program === 'pdftotext' ? ['-'] : [])], {
      encoding: 'utf8',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

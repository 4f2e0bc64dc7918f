/** A summary in every format, as the service writes it. */
import { FORMAT_NAMES, type FormatName } from '../../src/formats/formats.ts';
import { summaryAnswer } from '../../src/releases/summary-answer.ts';
import type { SummaryBody } from '../../src/releases/release.dto.ts';

export async function inFormat(summary: SummaryBody, format: FormatName): Promise<Buffer> {
  const { bytes, chunks } = summaryAnswer(summary, format);
  if (!chunks) return bytes;
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

export async function inEveryFormat(summary: SummaryBody): Promise<ReadonlyMap<FormatName, Buffer>> {
  const files = new Map<FormatName, Buffer>();
  for (const format of FORMAT_NAMES) files.set(format, await inFormat(summary, format));
  return files;
}

/** Reads a tar file by file, in order, into memory only: nothing is unpacked, so a path can lead nowhere. */
import { concatenated } from './bytes.ts';
import { Broken } from './findings.ts';

/** Bytes of a block (POSIX pax, "ustar Interchange Format"). */
const BLOCK = 512;
/** Larger files are refused unread; the service writes some 2 MB at most. */
const LARGEST_FILE = 16 * 1024 * 1024;
/** tar programs fill up their last record with zeros. */
const LARGEST_FILLING = 20 * BLOCK;

export class TarReader {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private rest: Uint8Array = new Uint8Array(0);
  private seen = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /**
   * The content of the next file.
   *
   * name    what it must be called: a file more, twice or elsewhere is refused by that
   * throws  Broken. Cost: the file in memory.
   */
  async file(name: string): Promise<Uint8Array> {
    const header = await this.exactly(BLOCK);
    if (isZero(header)) throw new Broken('ends-early', name);
    const found = readHeader(header);
    if (found === undefined) throw new Broken(this.seen === 0 ? 'not-a-bundle' : 'tar-damaged', name);
    if (!found.isFile || found.name !== name) throw new Broken('other-file', name);
    if (found.size > LARGEST_FILE) throw new Broken('file-too-large', name);
    this.seen++;
    const filled = await this.exactly(Math.ceil(found.size / BLOCK) * BLOCK);
    if (!isZero(filled.subarray(found.size))) throw new Broken('tar-damaged', name);
    return filled.subarray(0, found.size);
  }

  /** Two blocks of zeros, and nothing behind them but filling. Throws Broken. */
  async end(): Promise<void> {
    const mark = await this.exactly(2 * BLOCK);
    if (!isZero(mark)) throw new Broken('more-files');
    const filling = await this.atMost(LARGEST_FILLING + 1);
    if (!isZero(filling) || filling.length > LARGEST_FILLING || filling.length % BLOCK !== 0)
      throw new Broken('more-files');
  }

  private async exactly(length: number): Promise<Uint8Array> {
    const bytes = await this.atMost(length);
    if (bytes.length === length) return bytes;
    throw new Broken(this.seen === 0 ? 'not-a-bundle' : 'ends-early');
  }

  private async atMost(length: number): Promise<Uint8Array> {
    const parts = [this.rest];
    let have = this.rest.length;
    while (have < length) {
      const next = await this.chunks.next();
      if (next.done) break;
      parts.push(next.value);
      have += next.value.length;
    }
    const whole = parts.length === 1 ? this.rest : concatenated(parts);
    this.rest = whole.subarray(length);
    return whole.subarray(0, length);
  }
}

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

interface Header {
  readonly name: string;
  readonly size: number;
  /** Not a link, a folder, a device or an extension. */
  readonly isFile: boolean;
}

/** Undefined for what is no ustar header. A name in two fields is no name of ours. */
function readHeader(block: Uint8Array): Header | undefined {
  const text = (start: number, end: number): string => String.fromCharCode(...block.subarray(start, end));
  if (
    text(257, 265) !== 'ustar\x0000' ||
    text(148, 156) !== `${checksum(block).toString(8).padStart(6, '0')}\0 `
  )
    return undefined;
  // Numbers in base 256, which only huge files need, are none.
  const digits = /^([0-7]{11})[ \0]$/.exec(text(124, 136))?.[1];
  const name = /^([^\0]+)\0*$/.exec(text(0, 100))?.[1];
  if (digits === undefined || name === undefined) return undefined;
  const isBare = /^\0*$/.test(text(157, 257)) && /^\0*$/.test(text(345, 500));
  return { name, size: parseInt(digits, 8), isFile: text(156, 157) === '0' && isBare };
}

/** Sum of the bytes, those of the sum itself counted as spaces. */
const checksum = (block: Uint8Array): number =>
  block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);

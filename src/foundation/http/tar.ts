/** A tar to be written file by file (POSIX pax, "ustar Interchange Format"): each one whole, so its size is known. */

const BLOCK = 512;

/** Two blocks of zeros, without which a tar is not complete. */
export const TAR_END = Buffer.alloc(2 * BLOCK);

/**
 * A plain file: header, content, and zeros up to the next block.
 *
 * name  path of ASCII characters, at most 100
 * at    when it was made
 */
export function tarFile(name: string, at: Date, content: Buffer): Buffer {
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');
  header.write(name, 0, 'latin1');
  header.write('0000444\0' + '0000000\0' + '0000000\0', 100, 'latin1'); // mode, user, group
  header.write(`${octal(content.length, 11)}\0`, 124, 'latin1');
  header.write(`${octal(Math.floor(at.getTime() / 1000), 11)}\0`, 136, 'latin1');
  header.write('        0', 148, 'latin1'); // the sum counts as spaces while it is taken; '0' is a plain file
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)}\0 `, 148, 'latin1');
  const filling = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK);
  return Buffer.concat([header, content, filling]);
}

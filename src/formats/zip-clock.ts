/** A zip archive says when each of its parts was written. The same table must be the same bytes, so it says nothing. */

const END_SIZE = 22;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const CENTRAL_SIZE = 46;
/** The first day that the format can tell, 1 January 1980, at midnight. */
const FIRST_DAY = 0x0021;

/**
 * Sets the moment of every part to the first one that the format can tell, in place.
 *
 * archive  without a comment at its end, and below 4 GiB
 * returns  the same bytes
 * throws   RangeError where it is no such archive
 * source   PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12 and 4.3.16
 */
export function withoutClock(archive: Buffer): Buffer {
  const end = archive.length - END_SIZE;
  if (end < 0 || archive.readUInt32LE(end) !== END)
    throw new RangeError('not a zip archive without a comment');
  const parts = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let part = 0; part < parts; part += 1) {
    if (archive.readUInt32LE(at) !== CENTRAL)
      throw new RangeError('a part of the archive is not where it is said to be');
    setFirstDay(archive, at + 12);
    setFirstDay(archive, archive.readUInt32LE(at + 42) + 10);
    at +=
      CENTRAL_SIZE +
      archive.readUInt16LE(at + 28) +
      archive.readUInt16LE(at + 30) +
      archive.readUInt16LE(at + 32);
  }
  return archive;
}

function setFirstDay(archive: Buffer, at: number): void {
  archive.writeUInt16LE(0, at);
  archive.writeUInt16LE(FIRST_DAY, at + 2);
}

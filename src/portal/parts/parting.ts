/**
 * Where the long words of benefits part at the end of a line: not every browser has German hyphenation with it, and without
 * a place of ours a word would be broken anywhere.
 */
const JOINTS =
  /(?<=\p{L}{4})(?=verpflegung|fahrten|beförderung|bedarf|förderung|transport)|(?<=\p{L}{6})(?=schaft)|(?<=schaft)(?=liche)|(?<=kul)(?=turelle)/gu;

/** The text with soft hyphens at its joints. */
export const parting = (text: string): string => text.replace(JOINTS, '\u00AD');

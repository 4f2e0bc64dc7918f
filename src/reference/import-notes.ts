/** What an import passed over or took for granted, in words: it is stored all the same, and a person may have meant it otherwise. */
import { filled, linesIn, noteWords, type SheetNote } from '../rules/sheet/sheet-faults.ts';

const NOTES = {
  dissolved: {
    de: '{n} aufgelöste Schulen ausgelassen: {}. Wer noch bekannt ist, bleibt, wie er ist, oder wird mit --closes-missing geschlossen.',
    en: '{n} dissolved schools left out: {}. Those still known stay as they are, or are closed with --closes-missing.',
  },
  'no-school': {
    de: '{n} Schulämter und andere Stellen, die keine Schule sind, ausgelassen: {}.',
    en: '{n} school offices and other places that are no school left out: {}.',
  },
  counties: {
    de: '{n} Kreise eingelesen, mit Namen und Art: {}.',
    en: '{n} counties read, with name and kind: {}.',
  },
  'no-roll': {
    de: 'Diese Liste nennt keine Schülerzahlen; bekannte bleiben stehen.',
    en: 'This list has no numbers of pupils; known ones stay.',
  },
} as const;

export type ImportNote = SheetNote | { readonly note: keyof typeof NOTES; readonly lines: readonly number[] };

/** As it is told: every line, and the sentence, which names some of them. */
export interface ToldNote {
  readonly code: ImportNote['note'];
  readonly lines: readonly number[];
  readonly reason: { readonly de: string; readonly en: string };
}

export function tellNote({ note, lines }: ImportNote): ToldNote {
  if (!isOwn(note)) return { code: note, lines, reason: noteWords({ note, lines }) };
  const told = (lang: 'de' | 'en'): string =>
    filled(NOTES[note][lang].replace('{n}', String(lines.length)), linesIn(lang, lines));
  return { code: note, lines, reason: { de: told('de'), en: told('en') } };
}

const isOwn = (note: ImportNote['note']): note is keyof typeof NOTES => Object.hasOwn(NOTES, note);

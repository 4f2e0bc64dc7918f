/** What `kanon releases` says, in both languages. */
import type { Language } from '../../foundation/language.ts';

const de = {
  use: 'So geht es: kanon releases list, kanon releases document KENNUNG --purpose ZWECK, kanon releases certificate KENNUNG; jeweils mit --account NAME.',
  needsPurpose: '--purpose sagt, wofür die Zahlen sind; es steht im Zugriffsprotokoll.',
  head: ['Zeitraum', 'Fassung', 'freigegeben', 'Kennung'],
  none: 'Noch ist nichts freigegeben.',
};

export type ReleaseWords = typeof de;

const en: ReleaseWords = {
  use: 'Use kanon releases list, kanon releases document ID --purpose PURPOSE, kanon releases certificate ID; each with --account NAME.',
  needsPurpose: '--purpose says what the figures are for; it stands in the access log.',
  head: ['Period', 'Version', 'Released', 'Id'],
  none: 'Nothing is released yet.',
};

export const RELEASE_WORDS: Readonly<Record<Language, ReleaseWords>> = { de, en };

/** What `kanon settings` says, in both languages. */
import type { Language } from '../../foundation/language.ts';

const de = {
  head: ['Einstellung', 'Wert', 'woher'],
  secret: '(wird nicht gezeigt)',
  from: { environment: 'Umgebung', file: 'Datei', default: 'Vorgabe' },
};

export type SettingWords = typeof de;

const en: SettingWords = {
  head: ['Setting', 'Value', 'From'],
  secret: '(not shown)',
  from: { environment: 'environment', file: 'file', default: 'default' },
};

export const SETTING_WORDS: Readonly<Record<Language, SettingWords>> = { de, en };

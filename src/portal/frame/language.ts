/** The language of the page: that of the browser until somebody switches, then what was chosen, on this device. */
import { effect, signal } from '@preact/signals';

export type Language = 'de' | 'en';

const KEPT = 'kanon.language';

const preferred = (): Language => {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'de' || kept === 'en') return kept;
  return /^en\b/i.test(navigator.language) ? 'en' : 'de';
};

export const language = signal<Language>(preferred());

effect(() => {
  document.documentElement.lang = language.value;
});

export function switchLanguage(): void {
  language.value = language.value === 'de' ? 'en' : 'de';
  localStorage.setItem(KEPT, language.value);
}

/** The words of a screen in the language of the page; a component that reads them is drawn anew when it changes. */
export const wordsOf = <Words>(both: Readonly<Record<Language, Words>>): Words => both[language.value];

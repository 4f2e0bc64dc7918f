/** How a reader says `2026-Q2`, in English: the one place for it. */
export function periodName(key: string): string {
  const [year = '', part = ''] = key.split('-');
  if (part === '') return year;
  return `${part.startsWith('Q') ? 'Quarter' : 'Half'} ${part.slice(1)} of ${year}`;
}

/** The same within a sentence. */
export const periodInSentence = (key: string): string =>
  periodName(key).replace(/^[QH]/, (letter) => letter.toLowerCase());

/** How far a period is, by what the public list says. */
export const STANDINGS: Readonly<Record<string, string>> = {
  upcoming: 'not begun',
  open: 'open',
  over: 'last day has passed',
  frozen: 'frozen',
  released: 'released',
};

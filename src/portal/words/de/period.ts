/** How a reader says `2026-Q2`, in German: the one place for it. */
export function periodName(key: string): string {
  const [year = '', part = ''] = key.split('-');
  if (part === '') return year;
  return `${part.slice(1)}. ${part.startsWith('Q') ? 'Quartal' : 'Halbjahr'} ${year}`;
}

/** How far a period is, by what the public list says. */
export const STANDINGS: Readonly<Record<string, string>> = {
  upcoming: 'beginnt noch',
  open: 'offen',
  over: 'Frist vorbei',
  frozen: 'eingefroren',
  released: 'freigegeben',
};

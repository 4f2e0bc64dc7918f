/** Lists that are imported, in English. */
import type { listWords as German } from '../de/administration-lists.ts';

const rows =
  (one: string, many: string) =>
  (count: number): string =>
    count === 1 ? `1 ${one}` : `${count} ${many}`;

export const listWords: typeof German = {
  imports: 'Import lists',
  importsWhat:
    'A list is only looked through at first. You see what would change. It is taken over as a whole, or not at all.',
  which: 'Which list',
  lists: { regions: 'Counties and municipalities', schools: 'Schools', participation: 'Who is to report' },
  file: 'File (CSV)',
  noFile: 'Please choose a file first.',
  closesMissing: 'Last day of all that is missing in the list',
  closesMissingHelp: 'Leave it empty where what is missing shall stay as it is.',
  force: 'Even if that ends more than a fifth.',
  lookThrough: 'Look through',
  lookedThrough: 'Looked through. Nothing is stored yet.',
  takeOver: (list) => `${list}: take over now`,
  takenOver: (read) => `Taken over: ${rows('line', 'lines')(read)}.`,
  firstFaults: (shown, of) => `The first ${shown} of ${of} faults are shown.`,
  difference: (read) => `${rows('line', 'lines')(read)} read. This would change:`,
  counts: {
    added: rows('would be added', 'would be added'),
    updated: rows('would be changed', 'would be changed'),
    unchanged: rows('stays as it is', 'stay as they are'),
    closed: rows('is missing in the list and ends', 'are missing in the list and end'),
    ignored: rows('is about another Land', 'are about another Land'),
    withoutMunicipality: rows('school is known by its county only', 'schools are known by their county only'),
  },
};

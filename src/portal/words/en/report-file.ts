/** Numbers out of a file, in English. */
import type { FileWords } from '../de/report-file.ts';

const en: FileWords = {
  label: 'From a table (Excel, CSV)',
  choose: 'Choose a file',
  orDrop: 'or drop it here',
  help: 'In each line: benefit, children, consultations; or a tally with child and benefit. The file is read on this device only, and macros do not run. You can also copy and paste into a field.',
  taken: (taken, left) =>
    `${taken === 1 ? '1 line' : `${taken} lines`} taken over${left === 0 ? '' : `, ${left} without a known benefit`}. Please check the numbers.`,
  tally: (strokes) =>
    `Counted a tally of ${strokes === 1 ? '1 stroke' : `${strokes} strokes`}. Please check the numbers.`,
  line: (line, reason) => `Line ${line}: ${reason}`,
  fault: {
    'too-large': 'The file is too large. A table with one line per benefit is enough.',
    'no-table': 'No line of the file has a benefit and two numbers.',
    'not-text':
      'This is neither a table as text nor a workbook that can be read. In Excel, please save it as a workbook (.xlsx) or as CSV.',
    'old-workbook':
      'This is a workbook of the old kind, or one with a password. In Excel, please save it as a workbook (.xlsx) without a password.',
    'several-sheets': 'Several sheets fit. Please leave only one of them in the file.',
    'hidden-sheet': 'The numbers stand on a hidden sheet. Please unhide it and save the file.',
    tally: 'The tally cannot be read.',
    'no-reader': 'The file could not be read just now. Please check the connection and try again.',
  },
};

export default en;

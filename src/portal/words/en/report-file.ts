/** Numbers out of a file, in English. */
import type { FileWords } from '../de/report-file.ts';

const en: FileWords = {
  label: 'From a table (CSV)',
  choose: 'Choose a file',
  orDrop: 'or drop it here',
  help: 'In each line: benefit, children, consultations. The file is read on this device only. You can also copy from Excel and paste into a field.',
  taken: (taken, left) =>
    `${taken === 1 ? '1 line' : `${taken} lines`} taken over${left === 0 ? '' : `, ${left} without a known benefit`}. Please check the numbers.`,
  fault: {
    'too-large': 'The file is too large. A table with one line per benefit is enough.',
    'no-table': 'No line of the file has a benefit and two numbers.',
    'not-text': 'This is no text file. In Excel, please save the table as CSV.',
  },
};

export default en;

/** A report that is open in two windows, in English. */
import type { WindowWords } from '../de/window.ts';

const en: WindowWords = {
  elsewhere: {
    title: 'This report is open in another window already',
    text: 'Go on there, or bring it here. Your numbers come along.',
  },
  taken: {
    title: 'You go on in another window',
    text: 'Nothing is changed here any more. Your numbers are there.',
  },
  take: 'Go on here',
};

export default en;

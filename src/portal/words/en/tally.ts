/** The tally, in English. */
import type { TallyWords } from '../de/tally.ts';

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const en: TallyWords = {
  title: 'Tally',
  sub: 'One stroke for each talk. At the end of the period they become the numbers of the report.',
  place: 'School and period',
  noPlace: 'No period takes reports at the moment.',
  period: (key) => {
    const [year = '', part = ''] = key.split('-');
    return part === '' ? year : `${part.startsWith('Q') ? 'Quarter' : 'Half'} ${part.slice(1)} of ${year}`;
  },
  children: 'Which child?',
  childrenHelp: 'Tap the sign of the child. Only you know which sign stands for whom.',
  noChild: 'No child on the list yet. Choose a sign below.',
  add: 'New child',
  addHelp: 'An animal, a colour or a number. Names do not belong here; there is no field for them.',
  kinds: { animal: 'Animals', colour: 'Colours' },
  number: (name) => `Next ${name}`,
  talks: (number) => count(number, 'stroke', 'strokes'),
  benefits: 'What did you talk about?',
  benefitsFor: (name) => `${name}: what did you talk about?`,
  benefitsHelp: 'Each tap is one stroke.',
  chooseFirst: 'Choose a child first.',
  said: (name, benefit, number) => `${name}, ${benefit}: ${count(number, 'stroke', 'strokes')}`,
  undo: 'Take back the last step',
  sums: 'The list so far',
  benefit: 'Benefit',
  pupils: 'Children',
  consultations: 'Consultations',
  distinct: (number) =>
    `${count(number, 'child', 'children')} on the list. A child with several benefits counts once for each; how many there are together the list counts by itself.`,
  move: 'Put into the report',
  moveHelp: 'You check everything once more before you send.',
  moveOver: 'There are numbers in the report already. Shall those of the tally take their place?',
  moveYes: 'Yes, replace them',
  moveNo: 'No',
  moved: 'The numbers are in the report. Open it once you are signed in.',
  wipe: 'Delete the tally',
  wipeSure: 'Really delete all strokes? This cannot be undone.',
  wipeYes: 'Yes, delete',
  wipeTitle: 'Delete the tally?',
  wipeText: 'The report is stored. The tally behind it still lies on this device and is needed no more.',
  wipeKeep: 'Keep it for now',
  wiped: 'The tally is deleted.',
  carry: 'Take it to another device',
  carryHelp: 'The file is encrypted. Without the passphrase nobody can open it, not even we.',
  passphrase: 'Passphrase of the file',
  passphraseHelp: 'At least 12 characters; several words are best.',
  tooShort: 'At least 12 characters, please.',
  save: 'Save the file',
  open: 'Open a file',
  file: {
    'not-ours': 'This is no file of a tally.',
    wrong: 'The passphrase does not fit this file.',
    other: 'The tally in the file does not fit this period.',
    'too-large': 'The file is too large for a tally.',
  },
  failed: 'That did not work. Please try again.',
  replaced: (talks) =>
    `Taken over: ${count(talks, 'stroke', 'strokes')}. “Take back the last step” brings back what was here before.`,
  lasting: 'This browser has promised not to delete the list by itself.',
  fleeting:
    'Browsers may delete what they keep when space runs out or a page was not visited for long. Save the list as a file now and then.',
  notKept: 'The list is not being kept at the moment',
  notKeptText: 'Please do not reload the page, or the last strokes are gone.',
};

export default en;

/** The screen of the report, in English. */
import type { ReportWords } from '../de/report.ts';
import { periodInSentence } from './period.ts';

const en: ReportWords = {
  locale: 'en-GB',
  period: periodInSentence,
  title: (period) => `Consultations in ${period}`,
  sub: 'Enter counts only. Names or cases are recorded nowhere.',
  until: (day) => `Due by ${day}`,
  entry: 'How many children, how many consultations?',
  keys: 'Enter: next field',
  benefit: 'Benefit',
  pupils: 'Children',
  consultations: 'Consultations',
  pupilsHelp: 'Children: each child once per benefit. Consultations: all talks about this benefit.',
  nothing: 'Nothing to report',
  nothingHelp: 'Enters 0 everywhere.',
  undo: 'Undo',
  state: {
    empty: 'missing',
    half: 'missing',
    fault: 'please check',
    none: 'nobody',
    small: (k) => `below ${k}`,
    alone: 'stands alone',
    pooled: 'one number for all',
    withheld: 'stays at the school',
  },
  fault: {
    'not-a-number': 'Please enter a whole number without point or comma.',
    'fewer-consultations': 'There cannot be fewer consultations than children.',
    'one-zero': 'There cannot be consultations without children.',
  },
  preview: 'What will be stored',
  notSent: 'not sent yet',
  together: 'together',
  home: 'stays here',
  none: 'nobody',
  open: (count) => (count === 1 ? '1 row is missing.' : `${count} rows are missing.`),
  ready: 'All rows are filled in.',
  sumAlone: (count) => (count === 1 ? 'benefit stands alone' : 'benefits stand alone'),
  sumPooled: (count) => (count === 1 ? 'benefit in the number for all' : 'benefits in the number for all'),
  sumHome: (count) => (count === 1 ? 'benefit stays at the school' : 'benefits stay at the school'),
  sumNone: (count) => (count === 1 ? 'benefit that nobody asked about' : 'benefits that nobody asked about'),
  why: 'Why?',
  whyOf: (label) => `Why? ${label}`,
  whyHint: 'Choose a row. Then it says here why it is stored that way.',
  whySmall: (pupils, k) =>
    pupils === 1
      ? `1 child is fewer than ${k}. Such a number could point to that child.`
      : `${pupils} children are fewer than ${k}. So few could point to single children.`,
  whyAlone: (pupils, k) => `${pupils} children are at least ${k}. The number may stand alone.`,
  whyNone: 'Nobody asked about this. A zero may be stored.',
  whyOpen: 'Whether it joins one number for all shows when all rows are filled in.',
  whyPooled: (union, names) =>
    `Together with ${names} there are ${union} different children. Only this one number is stored.`,
  whyTalks: (sum, total) => `The consultations are added up: ${sum} = ${total}.`,
  questionTitle: 'One question that saves numbers',
  question: (names) => `How many different children were there in all for: ${names}?`,
  questionWhy: (talks) =>
    talks === 1
      ? 'If the number fits, 1 consultation is stored that otherwise stays at the school.'
      : `If the number fits, ${talks} consultations are stored that otherwise stay at the school.`,
  questionField: 'Different children together',
  skip: 'I do not know',
  answer: 'Use it',
  answered: 'Different children together',
  answerAgain: 'Change the answer',
  kept: 'What you enter is kept on this device, encrypted. After signing out it is locked, and it is there again after signing in. If somebody else opens your account anew, it can no longer be opened.',
  notKept: 'Your numbers are not being kept here at the moment',
  notKeptText: 'You can go on and send. Until then, please do not reload the page.',
  window: {
    elsewhere: {
      title: 'This report is open in another window already',
      text: 'Go on there, or bring it here. Your numbers come along.',
    },
    taken: {
      title: 'You go on in another window',
      text: 'Nothing is changed here any more. Your numbers are there.',
    },
    take: 'Go on here',
  },
  lost: 'An earlier draft can no longer be opened',
  lostText: 'Your account was opened anew. That protects your numbers. Please enter them again.',
  filled: (done, all) => `${done} of ${all} rows filled in`,
  check: 'Check and send',
  notYet: 'Not ready yet',
  notYetText: 'Please fill in these rows. Where nobody asked, enter 0.',
  reviewTitle: 'Is everything right?',
  reviewText: 'Exactly this will be stored. Your small numbers do not leave this device.',
  confirmTitle: 'This is unusual. Is it so?',
  confirmYes: 'Yes, it is so',
  waiting: 'Not sent yet',
  waitingText:
    'The service does not answer. Your report waits on this device. As soon as the connection is back you see here once more what will be sent, and send it yourself.',
  waitingAgain: 'Try again',
  back: 'Back to the numbers',
  send: 'Send now',
  sendCorrection: 'Send the correction',
  sending: 'Sending …',
  conflictTitle: 'A report came in meanwhile',
  conflictText:
    'On another device or from another account. Your numbers are still here, and nothing was overwritten.',
  conflictSee: 'As of',
  conflictReplace: 'Put my numbers in its place',
  correction: 'There is a report already.',
  correctionText: (when) => `Reported on ${when}. New numbers replace the old ones as a whole.`,
  returned: 'The report was sent back',
  storedNow: 'What is stored now',
  receiptTitle: 'Stored. Thank you!',
  receiptText: (name, period, when) => `${name}, ${period}, stored on ${when}.`,
  receiptUnchanged: 'The same report stood there already. Nothing changed.',
  receiptNumber: (count) => (count === 1 ? 'First report' : `Revision ${count}`),
  proof: 'Proof to keep',
  proofText: 'With this proof you can show later what you reported. Please keep it.',
  proofSave: 'Save the proof',
  print: 'Print',
  done: 'To the overview',
  stale: 'The service would store something other than what stands here. Please reload the page.',
  closed: 'This period takes no reports.',
  and: (labels) =>
    [labels.slice(0, -1).join(', '), ...labels.slice(-1)].filter((part) => part !== '').join(' and '),
  moment: (iso) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso)),
  day: (iso) =>
    new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(
      new Date(iso),
    ),
};

export default en;

/** The help, in English. */
import type { HelpWords } from '../de/help.ts';

const en: HelpWords = {
  title: 'Help',
  sub: 'How to count, why numbers are missing, and who sees what.',
  contents: 'On this page',
  sections: {
    count: 'How to count',
    missing: 'Why are numbers missing?',
    marks: 'Marks in the tables',
    who: 'Who sees what?',
    operator: 'Contact, imprint, privacy',
  },
  anchor: {
    count: 'zaehlen',
    missing: 'fehlen',
    marks: 'zeichen',
    who: 'wer',
    operator: 'betreiber',
  },
  count: [
    [
      'Consultation',
      'A talk with a child or its parents about one benefit, in which something was explained, decided or filled in. Two benefits in one talk are two consultations. A reminder, an appointment or a form without a talk is none.',
    ],
    [
      'Children',
      'Different pupils of a school in a period. A child with five talks about learning support is one child with five consultations. Talks with parents count for the child that they are about.',
    ],
    [
      'A common number',
      'All different children behind several benefits together. A child that asked for lunch and for a club fee is one, not two. Adding up the benefits would be wrong.',
    ],
    ['Siblings', 'Each child counts by itself, at the school that it attends.'],
    ['Two schools', 'Whoever works at two schools sends two reports. A child counts where it is enrolled.'],
    ['Change of school', 'A child that was counselled at both schools counts at both.'],
    ['Period', 'The day of the talk counts, not the day of the application.'],
    [
      'Zero',
      'A zero says that nobody asked. Whoever has nothing to report chooses “Nothing to report”. That is a report too.',
    ],
    [
      'Tally',
      'Keep one line a talk, with a sign for the child and the benefit. No name. The list stays at the school.',
    ],
  ],
  missing: [
    [
      'Why does my school not send some numbers?',
      'At least five different children must stand behind each number. Smaller ones become a common number, or stay at the school. The page shows it before anything is sent.',
    ],
    [
      'Why is there a dot in a table?',
      'This number is secret, so that nobody can tell anything about children. Some are missing only because another one could be computed from them. Nobody says which reason it is, since that would tell something too.',
    ],
    [
      'Why does it say “5 to 9” in place of a number?',
      'Schools reported a part for several benefits together only. Nothing more exact can be said.',
    ],
    [
      'Why is there nothing yet of a period?',
      'There are figures only after the release. Before it reports are collected, the period is closed and the tables are protected. Two persons release them.',
    ],
    [
      'Why is my correction not to be seen yet?',
      'A correction may wait. Shown at once, the old and the new table together would tell what a single school changed.',
    ],
    [
      'May I estimate what is missing?',
      'Please do not. What is hidden cannot be computed from the other numbers. Estimates made of them are wrong.',
    ],
  ],
  mark: 'Mark',
  meaning: 'means',
  marks: [
    ['71', 'Exactly so many were reported.'],
    ['5 to 9', 'At least 5, at most 9. A part was reported for several benefits together only.'],
    ['from 5', '5 or more. How many more is not known. “From 0” does not mean “none”.'],
    ['.', 'Secret. On the map and in the bars the area is hatched.'],
    ['–', 'Exactly nothing.'],
    ['…', 'Too few have reported yet. So the row shows no number.'],
    ['not itemised', 'Consultations that were reported for several benefits together only.'],
    ['reported in total', 'All that was reported. More may have happened, since schools may be missing.'],
  ],
  role: 'Who',
  kinds: {
    report: 'The report of a school',
    schools: 'Which school has reported',
    counts: 'How many schools have reported',
    figures: 'Released figures',
    log: 'The access log',
    accounts: 'Accounts',
  },
  reach: {
    'own schools': 'own schools',
    'own region': 'own region',
    'region rows of own county, district and state': 'sums of county, district and state',
    'own region and the state row': 'own region and the sum of the state',
    'reporters of own region': 'reporters of the county',
    all: 'all',
  },
  nothing: '–',
  whoTable: 'Roles and what they see',
  whoText:
    'No office sees what a single school reported. Offices read numbers of many schools together, and only after the release.',
  whoNever:
    'Each access stands in the log: who, when, what and what for. The log holds no number. There are no names of children in Kanon. Whoever reports for a school reads its report and its history.',
  operatorText: 'These texts are written by whoever runs the service.',
  operatorNone:
    'These texts are written by whoever runs the service. None has been set here yet. Until then:',
  operator: [
    [
      'contact',
      'Contact and faults of the page',
      'Please ask whoever set up your account. For schools that is mostly the coordination of the county.',
    ],
    ['imprint', 'Imprint', 'Not set. Whoever set up your account names the operator.'],
    [
      'privacy',
      'Privacy notice',
      'Not set. You get it with the invitation to your account. Account, role, sessions and accesses are stored, nothing about single children.',
    ],
    [
      'accessibility',
      'Accessibility statement',
      'Not set. The pages are meant to meet WCAG 2.2 AA and work with the keyboard. Please tell where they do not.',
    ],
    ['arbitration', 'Arbitration body', 'Not set. Whoever set up your account names the arbitration body.'],
  ],
};

export default en;

/** Administration, in English. */
import type { AdministrationWords } from '../de/administration.ts';
import { accountWords } from './administration-accounts.ts';
import { listWords } from './administration-lists.ts';
import { periodName, STANDINGS } from './period.ts';

const day = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(new Date(iso));

const en: AdministrationWords = {
  ...accountWords,
  ...listWords,
  title: 'Administration',
  sub: 'Accounts, periods and lists. No number of a report ever stands here.',
  rooms: 'Parts of the administration',
  room: {
    antraege: 'Requests',
    konten: 'Accounts',
    zeitraeume: 'Periods',
    listen: 'Lists',
    betrieb: 'Operation',
  },
  waiting: 'One moment …',
  moment: (iso) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
  day,

  approvals: 'Requests that take two persons',
  approvalsHint: 'One person asks, a second one decides. A request holds for 72 hours.',
  noApproval: 'No request waits now.',
  answered: (count) => (count === 1 ? '1 request is answered' : `${count} requests are answered`),
  nameless: 'an account',
  acts: {
    invite: 'Make an account',
    change: 'Change an account',
    reset: 'Reset an account',
    factor: 'Take a second factor away',
  },
  would: {
    invite: (name, role) =>
      `The account “${name}” is made, with the role ${role}. You then get a code and hand it to the person.`,
    change: (name, role) =>
      `The account “${name}” (${role}) is changed. That holds from its next request on.`,
    reset: (name, role) =>
      `The account “${name}” (${role}) loses its password and is signed out everywhere. You then get a code and hand it to the person.`,
    factor: (name, role) =>
      `The account “${name}” (${role}) loses its second factor and is signed out everywhere. The person sets up a new one.`,
  },
  answers: {
    asked: 'waits',
    given: 'approved',
    refused: 'refused',
    withdrawn: 'withdrawn',
    expired: 'expired',
  },
  holdsUntil: (until) => `The request holds until ${until}.`,
  mine: 'You asked for this. Another person has to decide.',
  withdraw: 'Withdraw the request',
  withdrawn: (name) => `Withdrawn: ${name}.`,
  give: 'Approve',
  giveOf: (name) => `Approve: ${name}`,
  giveWhat: 'It is done at once. The page probably asks once more whether it is you.',
  giveNow: 'Approve now',
  given: (name) => `Approved and done: ${name}.`,
  refuse: 'Refuse',
  refused: (name) => `Refused: ${name}. Nothing is changed.`,
  codeOf: (name) => `Code for ${name}`,
  codeHint: (until) =>
    `It stands here and now alone. Hand it to the person yourself. It is good for one use, until ${until}.`,
  notices: (count) =>
    count === 1
      ? 'Something was done on the server without a second person'
      : `${count} things were done on the server without a second person`,
  because: (reason) => `Reason: “${reason}”.`,
  noticesNow: 'I have read this',
  noticesSeen: 'Noted: you have read this.',

  periods: 'Periods',
  period: 'Period',
  days: 'Days for reports',
  periodName,
  fromTo: (from, to) => `${day(from)} to ${day(to)}`,
  standings: STANDINGS,
  policy: 'Policy',
  policyOf: ({ number, k, minimumSchools }) =>
    `Policy ${number}: at least ${k} children, at least ${minimumSchools} schools`,
  policyHint:
    'The policy is fixed once a period is open. A new period gets the newest one. New policies come with a new version of the program.',
  whatNow: 'Change',
  nothingNow: 'nothing any more',
  firstDay: 'First day',
  lastDay: 'Last day',
  prolong: 'Prolong',
  prolongWhat: 'Schools can then report for longer. The time cannot be cut short this way.',
  prolongNow: 'Prolong it',
  prolonged: (name, until) => `${name}: reports are taken until ${day(until)}.`,
  setDays: 'Change the days',
  setDaysWhat: 'Possible as long as nobody has reported.',
  setDaysNow: 'Save the days',
  takeBack: 'Take back',
  takeBackWhat: 'For a period that was opened by mistake. Possible as long as nobody has reported.',
  takeBackNow: (name) => `Take back ${name}`,
  takenBack: (name) => `Taken back: ${name}.`,
  open: 'Open a period',
  openWhat: 'This fixes who is to report: all schools that are on the list of participants then.',
  keyHelp: '2027-Q1 is the first quarter of 2027, 2027-S1 the first half, 2027 the year.',
  scheme: 'What is counted',
  openNow: 'Open the period',
  opened: (name) => `Opened: ${name}.`,

  log: 'Access log',
  logStates: {
    signing: 'It is written and signed.',
    late: 'An entry waits too long for its signature. Please look on the server: kanon log status.',
    refuses: 'It is signed no more. On the server kanon log status says why.',
  },
  noWitness: 'No witness is named that vouches for the log from outside.',
  witness: {
    current: 'vouches for the newest state',
    behind: 'lags behind',
    missing: 'has not been heard of',
    disagrees: 'disagrees',
  },
  webhookFails: 'The last state could not be sent to the address that is set.',
  reopen: 'Begin a new log',
  reopenWhat:
    'Only after a restore, where the old one cannot go on. The old one stays as it is. It is completed on the server.',
  reopenNow: 'Ask for a new log',
  reopenAsked: 'It is asked for. The rest is done on the server.',
  keys: 'Public keys',
  keysHint:
    'Anybody checks receipts and certificates with them. Keys are rotated and retired on the server itself alone: kanon keys list, kanon keys rotate, kanon keys retire.',
  key: 'Id',
  kind: 'Algorithm',
  settings: 'Settings in force',
  settingsHint: 'They are set on the server. Secrets are shown nowhere.',
  name: 'Name',
  value: 'Value',
  from: 'From',
  secret: 'secret',
  absent: 'not set',
  sources: { environment: 'environment', file: 'file', default: 'default' },
};

export default en;

/** Accounts as the administration looks after them, in English. */
import type { accountWords as German } from '../de/administration-accounts.ts';

const day = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(new Date(iso));

export const accountWords: typeof German = {
  accounts: (count) => (count === 1 ? '1 account' : `${count} accounts`),
  only: (first, last, of) => `${first} to ${last} of ${of}`,
  nobody: 'No account fits.',
  before: 'Page before',
  after: 'Next page',
  search: 'Search by account, office, region or school',
  all: 'all',
  account: 'Account and office',
  role: 'Role',
  scope: 'Region or schools',
  state: 'State',
  states: { invited: 'invited', active: 'set up', closed: 'closed' },
  validity: 'Holds',
  span: (from, to) =>
    [from === null ? '' : `from ${day(from)}`, to === null ? '' : `until ${day(to)}`]
      .filter((part) => part !== '')
      .join(' '),
  back: 'Back to all accounts',
  asked: 'It is asked for. A second administrator has to approve.',

  fields: {
    name: 'Name of the account',
    office: 'Office',
    region: 'Region',
    schools: 'School numbers',
    mailbox: 'Mailbox of the office',
    from: 'Holds from',
    to: 'Holds until',
    samePersonAs: 'Another account of the same person',
  },
  helps: {
    name: 'Small letters, digits, dots, hyphens.',
    office: 'No person, such as “statistics unit”.',
    region: 'Key: state 2, district 3, county 5 digits.',
    schools: 'Six digits, several with spaces.',
    mailbox: 'No address of a person.',
    from: 'A day such as 2027-01-31, for a cover only.',
    to: 'A day such as 2027-01-31, for a cover only.',
    samePersonAs: 'Has the person an account already? Then its name.',
  },
  inviteOne: 'Invite one person',
  inviteOneWhat:
    'The role stays for good. Administration, auditor, data protection, statistics unit and ministry are made once a second person agrees.',
  inviteNow: 'Invite',
  invited: (name) => `Made: ${name}. The code stands below.`,

  change: 'Change',
  changeWhat: 'What you write differently here is changed. It holds from the next request of the account.',
  changeNow: 'Save the change',
  changed: (name) => `Changed: ${name}.`,
  unchanged: 'Nothing is different.',
  deeds: {
    reset: {
      label: 'Reset',
      what: 'The password and all sessions end at once. You get a new code. The second factor stays.',
      now: 'Reset now',
    },
    forget: {
      label: 'Take the second factor away',
      what: 'For a lost device. All sessions end. What the account reported before it cannot read back afterwards.',
      now: 'Take the second factor away now',
    },
    close: {
      label: 'Close',
      what: 'The account ends at once and for good. What it reported stays.',
      now: 'Close the account now',
    },
  },
  resetDone: (name) => `Reset: ${name}.`,
  forgotten: (name) => `The second factor of ${name} is taken away.`,
  closed: (name) => `Closed: ${name}.`,
};

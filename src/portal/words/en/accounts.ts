/** The accounts of reporters, in English. */
import type { AccountsWords } from '../de/accounts.ts';

const en: AccountsWords = {
  title: 'Accounts of reporters',
  sub: 'You see the accounts of your county. Codes leave on letters alone and stand nowhere else.',
  count: (count) => (count === 1 ? '1 account' : `${count} accounts`),
  search: 'Search by account, office or school number',
  filter: 'Show',
  all: 'all',
  states: { invited: 'invited', active: 'set up', closed: 'closed' },
  none: 'There is no account here.',
  table: 'Accounts',
  account: 'Account and office',
  schools: 'Schools',
  state: 'State',
  since: (iso) => `since ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(new Date(iso))}`,
  close: 'Close',
  closeOf: (name) => `Close: ${name}`,
  closeWhat: 'The account ends at once and for good. Reports of the school stay.',
  closeNow: (name) => `Close ${name}`,
  closed: (name) => `Closed: ${name}.`,

  invite: 'Invite',
  inviteMany: 'Invite several',
  inviteWhat: 'Each new account gets a letter with a code. It holds for 30 days and works once.',
  how: 'How many',
  single: 'one person',
  many: 'a list',
  fields: { name: 'Name of the account', office: 'Office', schools: 'School numbers' },
  columns: {
    name: 'Name of the account',
    office: 'Office',
    schools: 'School numbers',
    mailbox: 'Mailbox',
    address: 'Address',
    role: 'Role',
  },
  line: (number) => `Line ${number}`,
  nameHelp: 'Small letters, digits, dots, hyphens.',
  officeHelp: 'Not a person, such as “School social work North”.',
  schoolsHelp: 'Six digits, several with blanks.',
  list: 'Paste the list out of a sheet',
  listHelp:
    'The first line names the columns: account, office, schools. Mailbox and address are possible too.',
  listHelpAll:
    'The first line names the columns: name, role, office; beside them region, schools, mailbox, address. The role is called as in the API, such as reporter or coordinator.',
  check: 'Check',
  checked: (rows) =>
    rows === 1
      ? 'Checked: 1 account would be made. Nothing is stored yet.'
      : `Checked: ${rows} accounts would be made. Nothing is stored yet.`,
  inviteNow: 'Invite and save the letters (PDF)',
  file: 'letters.pdf',
  invited: (rows) =>
    rows === 1
      ? 'One account is made. The letter is saved: please print it, and delete it then.'
      : `${rows} accounts are made. The letters are saved: please print them, and delete them then.`,
  faults: (count) =>
    count === 1
      ? 'One entry is not right. Nothing was made.'
      : `${count} entries are not right. Nothing was made.`,
};

export default en;

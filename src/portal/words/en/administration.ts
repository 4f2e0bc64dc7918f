/** Administration, in English. */
import type { AdministrationWords } from '../de/administration.ts';
import { periodName, STANDINGS } from './period.ts';

const day = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(new Date(iso));

const en: AdministrationWords = {
  title: 'Administration',
  sub: 'To look at. Changes are made with the command kanon, or by a program.',
  waiting: 'One moment …',
  approvals: 'Requests that take two persons',
  approvalsHint: 'A request holds for 72 hours. A second administrator decides.',
  noApproval: 'No request waits, and there was none in the last 30 days.',
  what: 'Request',
  role: 'Role',
  until: 'holds until',
  state: 'State',
  acts: {
    invite: 'Make an account',
    change: 'Change an account',
    reset: 'Reset an account',
    factor: 'Take a second factor away',
  },
  answers: {
    asked: 'waits',
    given: 'approved',
    refused: 'refused',
    withdrawn: 'withdrawn',
    expired: 'expired',
  },
  accounts: (count, isCut) => (isCut ? `The first ${count} accounts` : `${count} accounts`),
  only: (shown, of) => `${shown} of ${of} are shown. The search narrows it down.`,
  search: 'Search by account, office or role',
  account: 'Account and office',
  states: { invited: 'invited', active: 'set up', closed: 'closed' },
  periods: 'Periods',
  period: 'Period',
  days: 'Days for reports',
  periodName,
  fromTo: (from, to) => `${day(from)} to ${day(to)}`,
  standings: STANDINGS,
  settings: 'Settings in force',
  settingsHint: 'Secrets are shown nowhere.',
  name: 'Name',
  value: 'Value',
  from: 'From',
  secret: 'secret',
  absent: 'not set',
  sources: { environment: 'environment', file: 'file', default: 'default' },
  moment: (iso) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
};

export default en;

/** The first page, in English. */
import type { StartWords } from '../de/start.ts';
import { periodName } from './period.ts';

const en: StartWords = {
  title: 'Figures on counselling about education and participation',
  what: 'Schools report here how often they counselled about education and participation benefits. Small numbers are protected before anything is stored.',
  signIn: 'Sign in',
  activate: 'Here for the first time? Set up your account',
  demoTitle: 'Look at an example',
  demoText: 'All schools and numbers are invented. One click is enough.',
  demoTag: 'Sample data',
  demoAs: {
    reporter: 'Report the numbers of a school',
    coordinator: 'See who is missing',
    district: 'Read the figures of the district',
    state: 'Read the figures of the state',
    'disclosure-officer': 'Release a period',
    'protection-officer': 'Read rules and certificates',
    auditor: 'Check the log',
    admin: 'Manage accounts and periods',
  },
  hello: 'Your schools',
  helloText: 'Enter counts only. Names or cases are recorded nowhere.',
  hub: 'Welcome',
  hubNothing: 'There is no page for your role yet. The help says what you may see.',
  notLinked:
    'You are signed in at your office, but not connected with an account yet. Please enter the code of your letter once.',
  link: 'Connect the account',
  hubText: 'The pages of your account stand in the menu. How to count and who sees what stands in the help.',
  report: 'Report',
  change: 'Look at it and correct it',
  waiting: 'finished, not sent yet',
  send: 'Check and send',
  tally: 'Keep a tally',
  offline: 'Work offline',
  missing: 'not reported yet',
  reported: (when) => `reported on ${when}`,
  returned: 'sent back',
  until: (day) => `Due by ${day}`,
  left: (days) =>
    days < 0
      ? 'The deadline has passed'
      : days === 0
        ? 'Today is the last day'
        : days === 1
          ? '1 day left'
          : `${days} days left`,
  period: periodName,
  noPeriod: 'No period takes reports at the moment.',
  noSchool: 'No school belongs to your account yet.',
  day: (iso) =>
    new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(
      new Date(iso),
    ),
};

export default en;

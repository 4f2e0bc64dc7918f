/** What stands on every page, in English. */
import type { FrameWords } from '../de/frame.ts';

const en: FrameWords = {
  product: 'Kanon',
  subject: 'Education and participation',
  demo: 'Sample data: schools and numbers are invented.',
  skip: 'Skip to content',
  menu: 'Main menu',
  otherLanguage: 'Deutsch',
  signIn: 'Sign in',
  signOut: 'Sign out',
  loading: 'One moment …',
  pages: {
    start: 'Overview',
    signIn: 'Sign in',
    activate: 'Set up your account',
    security: 'Security',
    report: 'Report',
    tally: 'Tally',
    offline: 'Offline',
    completeness: 'Completeness',
    concerns: 'Reservations',
    region: 'Figures',
    log: 'Log',
    release: 'Release',
    accounts: 'Accounts',
    administration: 'Administration',
    help: 'Help',
    plainLanguage: 'Leichte Sprache (German)',
  },
  nowhere: {
    title: 'There is no such page',
    text: 'The address may be incomplete.',
    back: 'To the overview',
  },
  notYours: { title: 'This page belongs to another account', text: 'Your account cannot open it.' },
  broken: {
    title: 'That did not work',
    text: 'The page could not be loaded. Please check the connection.',
    again: 'Try again',
    still: 'It does not work yet. What you entered stays on this device.',
  },
  ended: {
    title: 'Your session has ended',
    text: 'Please sign in again. What you entered stays on this device.',
  },
  endsSoon: (time) =>
    `Your session ends at ${time} if you do nothing. What you entered stays on this device.`,
  time: (moment) => new Date(moment).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }),
  goOn: 'Stay signed in',
  offline: 'No connection to the service. What you entered stays on this device.',
  failed: 'The service cannot be reached at the moment. Please try again shortly.',
  role: {
    reporter: 'School social work',
    provider: 'Provider',
    coordinator: 'Coordination',
    'benefit-office': 'Benefit office',
    district: 'District government',
    state: 'Ministry',
    'disclosure-officer': 'Statistics unit',
    'protection-officer': 'Data protection',
    auditor: 'Audit',
    admin: 'Administration',
  },
  foot: { docs: 'API', keys: 'Public keys', health: 'Is the service ready?' },
};

export default en;

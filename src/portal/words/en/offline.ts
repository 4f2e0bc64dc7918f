/** Working without a connection, in English. */
import type { OfflineWords } from '../de/offline.ts';

const en: OfflineWords = {
  title: 'Work offline',
  away: 'No connection',
  awayText: 'The service cannot be reached at the moment. What you entered still lies on this device.',
  awayNever:
    'Working offline is not switched on on this device. You can do so when the connection is back: on the overview, under “Work offline”.',
  again: 'Try again',
  openTitle: 'Open with the passphrase',
  passphrase: 'Passphrase of this device',
  passphraseHelp: 'The passphrase that you chose when you switched it on.',
  open: 'Open',
  opening: 'Opening …',
  wrong: 'This passphrase opens nothing here.',
  explain:
    'If you switch it on, you can fill in reports and tallies on this device without a connection. They are sent only when you are connected again and do it yourself.',
  sealed:
    'A passphrase protects what lies here. Whoever forgets it gets at nothing offline; by signing in it goes on.',
  choose: 'Choose a passphrase',
  chooseHelp: 'At least 12 characters; several words are best. Not your password.',
  repeat: 'Repeat the passphrase',
  tooShort: 'At least 12 characters, please.',
  differs: 'The two are not the same.',
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  isOn: 'Switched on on this device.',
  isOnText: 'Just open the address without a connection; the page then asks for the passphrase.',
  install: 'As an app',
  installText: 'The menu of the browser lets you install this page. It then lies with your apps.',
  lasting: 'This browser has promised not to delete anything by itself.',
  fleeting: 'Browsers may delete what they keep when space runs out. Send finished reports soon.',
  signInFirst: 'Please sign in to switch on working offline.',
  signIn: 'Sign in',
  what: 'What would you like to do?',
  report: 'Fill in the report',
  tally: 'Keep the tally',
  correction: 'A report was sent already. It can be corrected with a connection only.',
  finished: 'Finished, not sent yet',
  finishedText:
    'The report waits on this device. As soon as you are connected and signed in again it stands on your overview. There you see once more what will be sent.',
  back: 'Back',
  toNumbers: 'Back to the numbers',
  notKept: 'This could not be kept on this device. Please do not close the page.',
};

export default en;

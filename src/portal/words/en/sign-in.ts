/** Signing in and setting up an account, in English. */
import type { SignInWords } from '../de/sign-in.ts';

const en: SignInWords = {
  elsewhere: 'Or with the service of your office',
  issuer: (id) => `Sign in with ${id}`,
  elsewhereHint: 'The first time you then still need the code of your letter.',
  title: 'Sign in',
  account: 'Account',
  password: 'Password',
  code: 'Code of the app',
  codeHelp: 'Six digits from your app, or a code from your list for emergencies.',
  submit: 'Sign in',
  byPasskey: 'Sign in by passkey',
  passkeyLeft: 'The device showed no passkey. Try again, or use your password.',
  second: 'Your account has a second lock. Please enter the code as well, or use your passkey.',
  empty: 'Please fill this in.',
  forgotten: 'Forgot your password? Whoever set up your account gives you a new code.',
  activate: 'Here for the first time? Set up your account',
  activateTitle: 'Set up your account',
  activateText: 'You got a letter or a mail with a code. With it you choose your password.',
  oneTime: 'Code of the letter',
  newPassword: 'New password',
  newPasswordHelp: 'At least 15 characters. Best are several words that do not belong together.',
  tooShort: 'The password is too short.',
  activateSubmit: 'Set up and sign in',
};

export default en;

/** Signing in and setting up an account, in German. */
const de = {
  title: 'Anmelden',
  account: 'Konto',
  password: 'Passwort',
  code: 'Code der App',
  codeHelp: 'Sechs Ziffern aus Ihrer App, oder ein Code von Ihrer Liste für den Notfall.',
  submit: 'Anmelden',
  second: 'Ihr Konto ist doppelt geschützt. Bitte geben Sie noch den Code ein.',
  empty: 'Bitte ausfüllen.',
  forgotten: 'Passwort vergessen? Wer Ihr Konto eingerichtet hat, gibt Ihnen einen neuen Code.',
  activate: 'Zum ersten Mal hier? Konto einrichten',
};

export type SignInWords = typeof de;
export default de;

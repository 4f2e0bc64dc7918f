/** Signing in and setting up an account, in German. */
const de = {
  elsewhere: 'Oder mit dem Dienst Ihrer Stelle',
  issuer: (id: string): string => `Anmelden mit ${id}`,
  elsewhereHint: 'Beim ersten Mal brauchen Sie danach noch den Code aus Ihrem Brief.',
  title: 'Anmelden',
  account: 'Konto',
  password: 'Passwort',
  code: 'Code der App',
  codeHelp: 'Sechs Ziffern aus Ihrer App, oder ein Code von Ihrer Liste für den Notfall.',
  submit: 'Anmelden',
  byPasskey: 'Mit Passkey anmelden',
  passkeyLeft:
    'Das Gerät hat keinen Passkey gezeigt. Versuchen Sie es noch einmal, oder nehmen Sie Ihr Passwort.',
  second:
    'Ihr Konto ist doppelt geschützt. Bitte geben Sie noch den Code ein, oder nehmen Sie Ihren Passkey.',
  empty: 'Bitte ausfüllen.',
  forgotten: 'Passwort vergessen? Wer Ihr Konto eingerichtet hat, gibt Ihnen einen neuen Code.',
  activate: 'Zum ersten Mal hier? Konto einrichten',
  activateTitle: 'Konto einrichten',
  activateText:
    'Sie haben einen Brief oder eine Mail mit einem Code bekommen. Damit wählen Sie Ihr Passwort.',
  oneTime: 'Code aus dem Brief',
  newPassword: 'Neues Passwort',
  newPasswordHelp: 'Mindestens 15 Zeichen. Am besten mehrere Wörter, die nicht zusammengehören.',
  tooShort: 'Das Passwort ist zu kurz.',
  activateSubmit: 'Einrichten und anmelden',
};

export type SignInWords = typeof de;
export default de;

/** Working without a connection, in German. */
const de = {
  title: 'Ohne Netz arbeiten',
  away: 'Keine Verbindung',
  awayText:
    'Der Dienst ist gerade nicht zu erreichen. Was Sie eingetragen haben, liegt weiter auf diesem Gerät.',
  awayNever:
    'Arbeiten ohne Netz ist auf diesem Gerät nicht eingeschaltet. Das geht, sobald die Verbindung wieder da ist: auf der Übersicht unter „Ohne Netz arbeiten“.',
  again: 'Noch einmal versuchen',
  openTitle: 'Mit der Passphrase öffnen',
  passphrase: 'Passphrase für dieses Gerät',
  passphraseHelp: 'Die Passphrase, die Sie beim Einschalten gewählt haben.',
  open: 'Öffnen',
  opening: 'Wird geöffnet …',
  wrong: 'Diese Passphrase öffnet hier nichts.',
  explain:
    'Schalten Sie es ein, so können Sie Meldungen und Strichlisten auf diesem Gerät auch ohne Verbindung ausfüllen. Gesendet wird erst, wenn Sie wieder verbunden sind und es selbst tun.',
  sealed:
    'Eine Passphrase schützt, was hier liegt. Wer sie vergisst, kommt ohne Netz nicht mehr heran; mit der Anmeldung geht es weiter.',
  choose: 'Passphrase wählen',
  chooseHelp: 'Mindestens 12 Zeichen, am besten mehrere Wörter. Nicht Ihr Passwort.',
  repeat: 'Passphrase wiederholen',
  tooShort: 'Bitte mindestens 12 Zeichen.',
  differs: 'Die beiden sind nicht gleich.',
  switchOn: 'Einschalten',
  switchOff: 'Ausschalten',
  isOn: 'Eingeschaltet auf diesem Gerät.',
  isOnText: 'Öffnen Sie die Adresse einfach ohne Verbindung, dann fragt die Seite nach der Passphrase.',
  install: 'Als App',
  installText: 'Im Menü des Browsers lässt sich die Seite installieren. Dann liegt sie bei Ihren Apps.',
  lasting: 'Dieser Browser hat zugesagt, nichts von selbst zu löschen.',
  fleeting:
    'Browser dürfen Gespeichertes löschen, wenn der Platz knapp wird. Senden Sie fertige Meldungen bald.',
  signInFirst: 'Bitte melden Sie sich an, um das Arbeiten ohne Netz einzuschalten.',
  signIn: 'Anmelden',
  what: 'Was möchten Sie tun?',
  report: 'Meldung ausfüllen',
  tally: 'Strichliste führen',
  correction: 'Hier wurde schon gemeldet. Berichtigen geht nur mit Verbindung.',
  finished: 'Fertig, noch nicht gesendet',
  finishedText:
    'Die Meldung wartet auf diesem Gerät. Sobald Sie wieder verbunden und angemeldet sind, steht sie auf Ihrer Übersicht. Dort sehen Sie noch einmal, was gesendet wird.',
  back: 'Zurück',
  toNumbers: 'Zurück zu den Zahlen',
  notKept: 'Das ließ sich auf diesem Gerät nicht speichern. Bitte schließen Sie die Seite nicht.',
};

export type OfflineWords = typeof de;
export default de;

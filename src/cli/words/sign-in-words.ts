/** What `kanon sign-in` says, and signing in wherever it is done, German and English. */

interface SignInWords {
  readonly use: string;
  readonly notKept: (code: string) => string;
  readonly none: string;
  readonly several: (ids: readonly string[]) => string;
  readonly open: (address: string) => string;
  readonly wentWrong: string;
  readonly tooLate: string;
  readonly noToken: string;
  readonly done: (account: string, until: string) => string;
  readonly forgotten: (many: number) => string;
  readonly page: string;
  readonly pageFailed: string;
}

export const SIGN_IN_WORDS: Readonly<Record<'de' | 'en', SignInWords>> = {
  de: {
    use: 'So geht es: kanon sign-in --browser, mit --issuer KENNUNG, wo der Dienst mehrere Aussteller kennt; kanon sign-in --forget vergisst, was dieses Gerät davon aufhebt.',
    notKept: (code) =>
      `Dass dieses Gerät bekannt ist, ließ sich nicht aufheben (${code}); beim nächsten Mal gilt es als neues.`,
    none: 'Bei diesem Dienst kann sich die Befehlszeile nicht über einen Browser anmelden: Er nennt keinen Aussteller dafür.',
    several: (ids) =>
      `Der Dienst kennt mehrere Aussteller; bitte mit --issuer einen nennen: ${ids.join(', ')}.`,
    open: (address) => `Bitte auf diesem Rechner im Browser öffnen:\n${address}`,
    wentWrong: 'Der Aussteller hat die Anmeldung nicht bestätigt; bitte noch einmal.',
    tooLate: 'Fünf Minuten sind um, ohne dass sich jemand angemeldet hat.',
    noToken: 'Der Aussteller antwortet nicht, wie er sollte; die Verwaltung des Dienstes kann nachsehen.',
    done: (account, until) =>
      `Angemeldet als ${account}, bis ${until}. Befehle mit --account ${account} fragen bis dahin nach keinem Passwort.`,
    forgotten: (many) =>
      many === 0
        ? 'Von diesem Dienst war nichts aufgehoben.'
        : 'Vergessen; der nächste Befehl fragt wieder nach dem Passwort.',
    page: 'Fertig. Sie können dieses Fenster schließen und zum Terminal zurückkehren.',
    pageFailed: 'Das hat nicht geklappt. Das Terminal sagt, wie es weitergeht.',
  },
  en: {
    use: 'Use kanon sign-in --browser, with --issuer ID where the service knows several issuers; kanon sign-in --forget forgets what this device keeps of it.',
    notKept: (code) =>
      `That this device is known could not be kept (${code}); the next time it counts as a new one.`,
    none: 'At this service the command line cannot sign in by a browser: it names no issuer for that.',
    several: (ids) => `The service knows several issuers; name one by --issuer: ${ids.join(', ')}.`,
    open: (address) => `Open this in a browser of this machine:\n${address}`,
    wentWrong: 'The issuer did not confirm the sign-in; try again.',
    tooLate: 'Five minutes are over, and nobody has signed in.',
    noToken: 'The issuer does not answer as it should; whoever runs the service can look.',
    done: (account, until) =>
      `Signed in as ${account} until ${until}. Commands with --account ${account} ask for no password till then.`,
    forgotten: (many) =>
      many === 0
        ? 'Nothing was kept of this service.'
        : 'Forgotten; the next command asks for the password again.',
    page: 'Done. You may close this window and go back to the terminal.',
    pageFailed: 'That did not work. The terminal says how it goes on.',
  },
};

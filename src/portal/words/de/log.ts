/** What the screen of the access log says in German. */
import acts from './log-acts.ts';

const NUMBER = new Intl.NumberFormat('de-DE');
const TIME = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Europe/Berlin',
});

const de = {
  acts,
  number: (count: number): string => NUMBER.format(count),
  time: (iso: string): string => TIME.format(new Date(iso)),
  title: 'Zugriffsprotokoll',
  lead: 'Wer hat wann was gesehen? Jeder Eintrag lässt sich hier im Browser nachrechnen.',
  role: {
    reporter: 'Meldung',
    provider: 'Träger',
    coordinator: 'Koordination',
    'benefit-office': 'Leistungsstelle',
    district: 'Bezirksregierung',
    state: 'Ministerium',
    'disclosure-officer': 'Statistikstelle',
    'protection-officer': 'Datenschutz',
    auditor: 'Prüfung',
    admin: 'Verwaltung',
  } as Readonly<Record<string, string>>,
  purpose: {
    GRANT_REVIEW: 'Zuwendungsprüfung',
    PLANNING: 'Planung',
    STATISTICS: 'Statistik',
    AUDIT: 'Prüfung',
    FEEDBACK: 'Rückmeldung',
  } as Readonly<Record<string, string>>,
  decision: { allowed: 'erlaubt', refused: 'abgelehnt', failed: 'gescheitert' } as Readonly<
    Record<string, string>
  >,
  system: 'Der Dienst selbst',
  someone: 'Jemand ohne Konto',
  level: { state: 'das Land', district: 'die Bezirke', county: 'die Kreise' } as Readonly<
    Record<string, string>
  >,
  parts: (level: string, region: string): string => `${level} in ${region}`,
  region: (name: string, key: string): string => (key.length === 3 ? `Regierungsbezirk ${name}` : name),
  school: (number: string): string => `Schule ${number}`,
  purposeIs: (purpose: string): string => `Zweck ${purpose}`,
  unknownAct: ['etwas', 'getan', 'tun'] as readonly [string, string, string],
  did: (who: string, when: string, what: string, done: string, about: string): string =>
    `${who} hat ${when}${what} ${done}${about}.`,
  wanted: (who: string, when: string, what: string, todo: string, about: string, decision: string): string =>
    `${who} wollte ${when}${what} ${todo}${about}. ${decision === 'failed' ? 'Das ist gescheitert' : 'Das wurde abgelehnt'}.`,
  at: (time: string): string => `am ${time} `,
  waiting: 'Das Protokoll wird geholt.',
  again: 'Noch einmal versuchen',
  failed: 'Das Protokoll ließ sich nicht lesen. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  filter: {
    title: 'Auswahl',
    from: 'Von',
    to: 'Bis',
    role: 'Rolle',
    office: 'Dienststelle',
    action: 'Vorgang',
    purpose: 'Zweck',
    decision: 'Ergebnis',
    all: 'alle',
    apply: 'Anzeigen',
  },
  entries: {
    title: 'Einträge',
    count: (count: number): string => (count === 1 ? '1 Eintrag' : `${NUMBER.format(count)} Einträge`),
    none: 'Kein Eintrag passt zu dieser Auswahl.',
    older: 'Ältere Einträge',
    time: 'Zeit',
    who: 'Stelle',
    what: 'Vorgang',
    result: 'Ergebnis',
    prove: 'Nachrechnen',
  },
  export: {
    save: 'Gezeigte Einträge speichern (CSV)',
    file: 'protokoll.csv',
    done: 'Gespeichert. Auch dieser Abruf steht im Protokoll.',
  },
  seal: {
    good: 'Protokoll unverändert seit Ihrem letzten Besuch',
    first: 'Das Siegel des Protokolls liegt jetzt auf diesem Gerät',
    bad: 'Das Protokoll passt nicht zu dem, was Sie zuletzt gesehen haben',
    checking: 'Das Siegel wird geprüft.',
    size: (count: number): string => `${NUMBER.format(count)} Einträge`,
    before: (count: number): string =>
      `Die ${NUMBER.format(count)} Einträge Ihres letzten Besuchs sind unverändert enthalten; in diesem Browser nachgerechnet.`,
    firstText: 'Beim nächsten Besuch rechnet dieser Browser nach, dass nichts davon geändert wurde.',
    badText:
      'Heben Sie diese Seite auf und rufen Sie den Betreiber und den Datenschutz an. Das alte Siegel bleibt auf diesem Gerät.',
    again: 'Erneut prüfen',
    signed: 'Die Unterschrift des Betreibers gilt.',
    unsigned: 'Die Unterschrift ist nicht geprüft: Es fehlt der Schlüssel des Protokolls.',
    keyLabel: 'Schlüssel des Protokolls',
    keyHint: 'Eine Zeile. Der Betreiber gibt sie Ihnen auf einem anderen Weg als über diese Seite.',
    keySave: 'Schlüssel merken',
    keyBad: 'Das ist kein Schlüssel eines Protokolls.',
  },
  witnesses: {
    title: 'Zeugen',
    none: 'Kein Zeuge ist eingerichtet. Dann bürgt allein der Betreiber für das Protokoll.',
    state: {
      current: 'auf dem neuesten Stand',
      behind: 'hängt nach',
      missing: 'hat noch nichts bezeugt',
      disagrees: 'hat eine andere Geschichte gesehen',
    },
    seen: (size: number, time: string): string => `${NUMBER.format(size)} Einträge, ${time}`,
  },
  proof: {
    title: 'Nachweis',
    choose: 'Wählen Sie einen Eintrag. Sein Weg zur Wurzel wird hier Schritt für Schritt nachgerechnet.',
    passed: 'bestanden',
    failed: 'nicht bestanden',
    content: 'Inhalt stimmt mit dem Fingerabdruck überein',
    contentBad: 'Inhalt stimmt nicht mit dem Fingerabdruck überein',
    erased: 'Der Inhalt ist nach Ablauf der Frist gelöscht; sein Platz bleibt bewiesen',
    part: 'Eintrag ist Teil des Protokolls',
    partBad: 'Der Weg führt nicht zur Wurzel',
    steps: (count: number): string =>
      count === 1
        ? '1 Rechenschritt vom Eintrag zur Wurzel:'
        : `${count} Rechenschritte vom Eintrag zur Wurzel:`,
    root: 'Wurzel',
    own: 'errechnet',
    beside: 'aus dem Nachweis',
    seal: 'Wurzel ist vom Betreiber gesiegelt',
    sealBad: 'Die Unterschrift unter der Wurzel gilt nicht',
    sealUnknown: 'Die Unterschrift unter der Wurzel ist nicht geprüft',
    place: (index: number, size: number): string =>
      `Eintrag ${NUMBER.format(index + 1)} von ${NUMBER.format(size)}`,
    soon: 'Der Eintrag wird gerade gesiegelt. Das dauert etwa eine Sekunde.',
    fingerprint: 'Fingerabdruck',
  },
  bundle: {
    title: 'Prüfpaket',
    text: 'Das Protokoll dieser Zeit als Datei, zum Prüfen ohne diesen Dienst. Löschen Sie sie bis zu dem Tag, den sie nennt.',
    load: 'Prüfpaket laden',
    done: 'Das Prüfpaket ist gespeichert.',
  },
  holds: {
    title: 'Längere Aufbewahrung',
    none: 'Niemand hat eine längere Aufbewahrung beantragt.',
    span: (from: string, to: string): string => `Einträge vom ${from} bis ${to}`,
    until: (until: string): string => `aufzuheben bis ${until}`,
    state: { asked: 'beantragt', confirmed: 'bestätigt', declined: 'abgelehnt', lifted: 'aufgehoben' },
    confirm: 'Bestätigen',
    decline: 'Ablehnen',
    failed: 'Das ging nicht: ',
  },
  day: (iso: string): string =>
    new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeZone: 'Europe/Berlin' }).format(
      new Date(iso),
    ),
};

export type LogWords = typeof de;
export default de;

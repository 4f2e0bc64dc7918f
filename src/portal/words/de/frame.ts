/** What stands on every page, in German. */
const de = {
  product: 'Kanon',
  subject: 'Bildung und Teilhabe',
  demo: 'Beispieldaten: Schulen und Zahlen sind erfunden.',
  skip: 'Zum Inhalt',
  menu: 'Hauptmenü',
  otherLanguage: 'English',
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  loading: 'Einen Augenblick …',
  pages: {
    start: 'Übersicht',
    signIn: 'Anmelden',
    activate: 'Konto einrichten',
    security: 'Sicherheit',
    report: 'Melden',
    tally: 'Strichliste',
    offline: 'Ohne Netz',
    completeness: 'Vollständigkeit',
    concerns: 'Bedenken',
    region: 'Zahlen',
    log: 'Protokoll',
    release: 'Freigabe',
    accounts: 'Konten',
    administration: 'Verwaltung',
    help: 'Hilfe',
    plainLanguage: 'Leichte Sprache',
  },
  nowhere: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht ist die Adresse unvollständig.',
    back: 'Zur Übersicht',
  },
  notYours: {
    title: 'Diese Seite gehört zu einem anderen Konto',
    text: 'Mit Ihrem Konto lässt sie sich nicht öffnen.',
  },
  broken: {
    title: 'Das hat nicht geklappt',
    text: 'Die Seite konnte nicht geladen werden. Bitte prüfen Sie die Verbindung.',
    again: 'Noch einmal versuchen',
    still: 'Es geht noch nicht. Was Sie eingetragen haben, bleibt auf diesem Gerät.',
  },
  ended: {
    title: 'Ihre Sitzung ist zu Ende',
    text: 'Bitte melden Sie sich noch einmal an. Was Sie eingetragen haben, bleibt auf diesem Gerät.',
  },
  endsSoon: (time: string): string =>
    `Ihre Sitzung endet um ${time} Uhr, wenn Sie nichts tun. Ihre Eingaben bleiben auf diesem Gerät.`,
  time: (moment: number): string =>
    new Date(moment).toLocaleTimeString('de-DE', { hour: '2-digit', minute: '2-digit' }),
  goOn: 'Angemeldet bleiben',
  offline: 'Keine Verbindung zum Dienst. Ihre Eingaben bleiben auf diesem Gerät.',
  failed: 'Der Dienst ist gerade nicht zu erreichen. Bitte versuchen Sie es gleich noch einmal.',
  role: {
    reporter: 'Schulsozialarbeit',
    provider: 'Träger',
    coordinator: 'Koordination',
    'benefit-office': 'Leistungsstelle',
    district: 'Bezirksregierung',
    state: 'Ministerium',
    'disclosure-officer': 'Statistikstelle',
    'protection-officer': 'Datenschutz',
    auditor: 'Revision',
    admin: 'Verwaltung',
  },
  foot: { docs: 'Schnittstelle', keys: 'Öffentliche Schlüssel', health: 'Ist der Dienst bereit?' },
};

export type FrameWords = typeof de;
export default de;

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
    report: 'Melden',
    completeness: 'Vollständigkeit',
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
  },
  ended: {
    title: 'Ihre Sitzung ist zu Ende',
    text: 'Bitte melden Sie sich noch einmal an. Was Sie eingetragen haben, bleibt auf diesem Gerät.',
  },
  endsSoon: 'Ihre Sitzung endet in zwei Minuten. Ihre Eingaben bleiben erhalten.',
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

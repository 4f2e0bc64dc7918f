/** Accounts as the administration looks after them, in German. */
const day = (iso: string): string =>
  new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium' }).format(new Date(iso));

export const accountWords = {
  accounts: (count: number): string => (count === 1 ? '1 Konto' : `${count} Konten`),
  only: (first: number, last: number, of: number): string => `${first} bis ${last} von ${of}`,
  nobody: 'Kein Konto passt dazu.',
  before: 'Vorige Seite',
  after: 'Nächste Seite',
  search: 'Suchen nach Konto, Stelle, Gebiet oder Schule',
  all: 'alle',
  account: 'Konto und Stelle',
  role: 'Rolle',
  scope: 'Gebiet oder Schulen',
  state: 'Stand',
  states: { invited: 'eingeladen', active: 'eingerichtet', closed: 'geschlossen' },
  validity: 'Gilt',
  span: (from: string | null, to: string | null): string =>
    [from === null ? '' : `ab ${day(from)}`, to === null ? '' : `bis ${day(to)}`]
      .filter((part) => part !== '')
      .join(' '),
  back: 'Zurück zu allen Konten',
  asked: 'Der Antrag ist gestellt. Eine zweite Person der Verwaltung muss ihn genehmigen.',

  fields: {
    name: 'Name des Kontos',
    office: 'Stelle',
    region: 'Gebiet',
    schools: 'Schulnummern',
    mailbox: 'Postfach der Stelle',
    from: 'Gilt ab',
    to: 'Gilt bis',
    samePersonAs: 'Anderes Konto derselben Person',
  },
  helps: {
    name: 'Kleine Buchstaben, Ziffern, Punkt, Bindestrich.',
    office: 'Keine Person, etwa „Statistikstelle“.',
    region: 'Schlüssel: Land 2, Bezirk 3, Kreis 5 Ziffern.',
    schools: 'Sechs Ziffern, mehrere mit Leerzeichen.',
    mailbox: 'Keine Adresse einer Person.',
    from: 'Tag wie 2027-01-31, nur bei Vertretung.',
    to: 'Tag wie 2027-01-31, nur bei Vertretung.',
    samePersonAs: 'Hat die Person schon ein Konto? Dann sein Name.',
  },
  inviteOne: 'Eine Person einladen',
  inviteOneWhat:
    'Die Rolle bleibt für immer. Verwaltung, Revision, Datenschutz, Statistikstelle und Ministerium entstehen erst, wenn eine zweite Person zustimmt.',
  inviteNow: 'Einladen',
  invited: (name: string): string => `Angelegt: ${name}. Der Code steht unten.`,

  change: 'Ändern',
  changeWhat: 'Geändert wird, was Sie hier anders schreiben. Es gilt ab der nächsten Anfrage des Kontos.',
  changeNow: 'Änderung speichern',
  changed: (name: string): string => `Geändert: ${name}.`,
  unchanged: 'Es ist nichts anders als vorher.',
  deeds: {
    reset: {
      label: 'Zurücksetzen',
      what: 'Das Passwort und alle Anmeldungen enden sofort. Sie bekommen einen neuen Code. Der zweite Faktor bleibt.',
      now: 'Jetzt zurücksetzen',
    },
    forget: {
      label: 'Zweiten Faktor entfernen',
      what: 'Für ein verlorenes Gerät. Alle Anmeldungen enden. Was das Konto früher gemeldet hat, liest es danach nicht mehr zurück.',
      now: 'Zweiten Faktor jetzt entfernen',
    },
    close: {
      label: 'Schließen',
      what: 'Das Konto endet sofort und für immer. Was es gemeldet hat, bleibt.',
      now: 'Konto jetzt schließen',
    },
  },
  resetDone: (name: string): string => `Zurückgesetzt: ${name}.`,
  forgotten: (name: string): string => `Entfernt ist der zweite Faktor von ${name}.`,
  closed: (name: string): string => `Geschlossen: ${name}.`,
};

/** The accounts of reporters, in German. */
const de = {
  title: 'Konten der Meldenden',
  sub: 'Sie sehen die Konten Ihres Kreises. Codes gehen nur auf Briefen hinaus und stehen sonst nirgends.',
  count: (count: number): string => (count === 1 ? '1 Konto' : `${count} Konten`),
  search: 'Suchen nach Konto, Stelle oder Schulnummer',
  filter: 'Anzeigen',
  all: 'alle',
  states: { invited: 'eingeladen', active: 'eingerichtet', closed: 'geschlossen' },
  none: 'Hier ist kein Konto.',
  table: 'Konten',
  account: 'Konto und Stelle',
  schools: 'Schulen',
  state: 'Stand',
  since: (iso: string): string =>
    `seit ${new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium' }).format(new Date(iso))}`,
  close: 'Schließen',
  closeOf: (name: string): string => `Schließen: ${name}`,
  closeWhat: 'Das Konto endet sofort und für immer. Meldungen der Schule bleiben.',
  closeNow: (name: string): string => `${name} schließen`,
  closed: (name: string): string => `Geschlossen: ${name}.`,

  invite: 'Einladen',
  inviteMany: 'Mehrere einladen',
  inviteWhat: 'Für jedes neue Konto entsteht ein Brief mit einem Code. Er gilt 30 Tage und einmal.',
  how: 'Wie viele',
  single: 'eine Person',
  many: 'eine Liste',
  fields: { name: 'Name des Kontos', office: 'Stelle', schools: 'Schulnummern' },
  columns: {
    name: 'Name des Kontos',
    office: 'Stelle',
    schools: 'Schulnummern',
    mailbox: 'Postfach',
    address: 'Anschrift',
    role: 'Rolle',
  } as Readonly<Record<string, string>>,
  line: (number: string): string => `Zeile ${number}`,
  nameHelp: 'Kleine Buchstaben, Ziffern, Punkt, Bindestrich.',
  officeHelp: 'Keine Person, etwa „Schulsozialarbeit Nord“.',
  schoolsHelp: 'Sechs Ziffern, mehrere mit Leerzeichen.',
  list: 'Liste aus der Tabelle einfügen',
  listHelp:
    'Die erste Zeile nennt die Spalten: Konto, Dienststelle, Schulen. Möglich sind auch Postfach und Anschrift.',
  listHelpAll:
    'Die erste Zeile nennt die Spalten: Konto, Rolle, Dienststelle; dazu Gebiet, Schulen, Postfach, Anschrift. Die Rolle heißt wie in der Schnittstelle, etwa reporter oder coordinator.',
  check: 'Prüfen',
  checked: (rows: number): string =>
    rows === 1
      ? 'Geprüft: 1 Konto würde entstehen. Gespeichert ist noch nichts.'
      : `Geprüft: ${rows} Konten würden entstehen. Gespeichert ist noch nichts.`,
  inviteNow: 'Einladen und Briefe speichern (PDF)',
  file: 'briefe.pdf',
  invited: (rows: number): string =>
    rows === 1
      ? 'Ein Konto ist angelegt. Der Brief ist gespeichert: Bitte drucken und danach löschen.'
      : `${rows} Konten sind angelegt. Die Briefe sind gespeichert: Bitte drucken und danach löschen.`,
  faults: (count: number): string =>
    count === 1
      ? 'Eine Angabe stimmt nicht. Angelegt wurde nichts.'
      : `${count} Angaben stimmen nicht. Angelegt wurde nichts.`,
};

export type AccountsWords = typeof de;
export default de;

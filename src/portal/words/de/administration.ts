/** Administration, in German: the rooms, requests, periods and how the service runs. Accounts and lists have files of their own. */
import { accountWords } from './administration-accounts.ts';
import { listWords } from './administration-lists.ts';
import { periodName, STANDINGS } from './period.ts';

const day = (iso: string): string =>
  new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium' }).format(new Date(iso));

const de = {
  ...accountWords,
  ...listWords,
  title: 'Verwaltung',
  sub: 'Konten, Zeiträume und Listen. Zahlen aus Meldungen stehen hier nie.',
  rooms: 'Bereiche der Verwaltung',
  room: {
    antraege: 'Anträge',
    konten: 'Konten',
    zeitraeume: 'Zeiträume',
    listen: 'Listen',
    betrieb: 'Betrieb',
  },
  waiting: 'Einen Augenblick …',
  moment: (iso: string): string =>
    new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
  day,

  approvals: 'Anträge, die zwei Personen brauchen',
  approvalsHint: 'Eine Person beantragt, eine zweite entscheidet. Ein Antrag gilt 72 Stunden.',
  noApproval: 'Gerade wartet kein Antrag.',
  answered: (count: number): string =>
    count === 1 ? '1 Antrag ist erledigt' : `${count} Anträge sind erledigt`,
  nameless: 'ein Konto',
  acts: {
    invite: 'Konto anlegen',
    change: 'Konto ändern',
    reset: 'Konto zurücksetzen',
    factor: 'Zweiten Faktor entfernen',
  },
  would: {
    invite: (name: string, role: string): string =>
      `Es entsteht das Konto „${name}“ mit der Rolle ${role}. Sie bekommen dann einen Code und geben ihn der Person.`,
    change: (name: string, role: string): string =>
      `Das Konto „${name}“ (${role}) wird geändert. Das gilt ab seiner nächsten Anfrage.`,
    reset: (name: string, role: string): string =>
      `Das Konto „${name}“ (${role}) verliert sein Passwort und wird überall abgemeldet. Sie bekommen dann einen Code und geben ihn der Person.`,
    factor: (name: string, role: string): string =>
      `Das Konto „${name}“ (${role}) verliert seinen zweiten Faktor und wird überall abgemeldet. Die Person richtet einen neuen ein.`,
  },
  answers: {
    asked: 'wartet',
    given: 'genehmigt',
    refused: 'abgelehnt',
    withdrawn: 'zurückgezogen',
    expired: 'abgelaufen',
  } as Readonly<Record<string, string>>,
  holdsUntil: (until: string): string => `Der Antrag gilt bis ${until}.`,
  mine: 'Sie haben das beantragt. Entscheiden muss eine andere Person.',
  withdraw: 'Antrag zurückziehen',
  withdrawn: (name: string): string => `Zurückgezogen: ${name}.`,
  give: 'Genehmigen',
  giveOf: (name: string): string => `Genehmigen: ${name}`,
  giveWhat: 'Damit geschieht es sofort. Wahrscheinlich fragt die Seite noch einmal, ob Sie es sind.',
  giveNow: 'Jetzt genehmigen',
  given: (name: string): string => `Genehmigt und ausgeführt: ${name}.`,
  refuse: 'Ablehnen',
  refused: (name: string): string => `Abgelehnt: ${name}. Geändert ist nichts.`,
  codeOf: (name: string): string => `Code für ${name}`,
  codeHint: (until: string): string =>
    `Er steht nur hier und nur jetzt. Geben Sie ihn der Person selbst. Er gilt einmal und bis ${until}.`,
  notices: (count: number): string =>
    count === 1
      ? 'Am Server wurde einmal ohne zweite Person gehandelt'
      : `Am Server wurde ${count}-mal ohne zweite Person gehandelt`,
  because: (reason: string): string => `Grund: „${reason}“.`,
  noticesNow: 'Gelesen',
  noticesSeen: 'Vermerkt: Sie haben das gelesen.',

  periods: 'Zeiträume',
  period: 'Zeitraum',
  days: 'Tage für Meldungen',
  periodName,
  fromTo: (from: string, to: string): string => `${day(from)} bis ${day(to)}`,
  standings: STANDINGS,
  policy: 'Schutzregel',
  policyOf: ({ number, k, minimumSchools }: { number: number; k: number; minimumSchools: number }): string =>
    `Regel ${number}: mindestens ${k} Kinder, mindestens ${minimumSchools} Schulen`,
  policyHint:
    'Die Schutzregel steht fest, sobald ein Zeitraum geöffnet ist. Ein neuer Zeitraum bekommt die neueste. Neue Regeln kommen mit einer neuen Version des Programms.',
  whatNow: 'Ändern',
  nothingNow: 'nichts mehr',
  firstDay: 'Erster Tag',
  lastDay: 'Letzter Tag',
  prolong: 'Verlängern',
  prolongWhat: 'Schulen können dann länger melden. Kürzen lässt sich die Frist so nicht.',
  prolongNow: 'Frist verlängern',
  prolonged: (name: string, until: string): string => `${name}: Gemeldet wird bis ${day(until)}.`,
  setDays: 'Tage ändern',
  setDaysWhat: 'Das geht, solange noch niemand gemeldet hat.',
  setDaysNow: 'Tage speichern',
  takeBack: 'Zurücknehmen',
  takeBackWhat:
    'Für einen Zeitraum, der aus Versehen offen ist. Das geht, solange noch niemand gemeldet hat.',
  takeBackNow: (name: string): string => `${name} zurücknehmen`,
  takenBack: (name: string): string => `Zurückgenommen: ${name}.`,
  open: 'Zeitraum öffnen',
  openWhat: 'Wer melden soll, steht damit fest: alle Schulen, die dann in der Liste der Beteiligten stehen.',
  keyHelp: '2027-Q1 ist das 1. Quartal 2027, 2027-S1 das 1. Halbjahr, 2027 das Jahr.',
  scheme: 'Was gezählt wird',
  openNow: 'Zeitraum öffnen',
  opened: (name: string): string => `Geöffnet: ${name}.`,

  log: 'Zugriffsprotokoll',
  logStates: {
    signing: 'Es wird geschrieben und unterschrieben.',
    late: 'Ein Eintrag wartet zu lange auf seine Unterschrift. Bitte auf dem Server nachsehen: kanon log status.',
    refuses: 'Es wird nicht mehr unterschrieben. Warum, sagt auf dem Server: kanon log status.',
  } as Readonly<Record<string, string>>,
  noWitness: 'Es ist kein Zeuge eingetragen, der das Protokoll von außen bestätigt.',
  witness: {
    current: 'bestätigt den neuesten Stand',
    behind: 'hinkt hinterher',
    missing: 'hat sich nicht gemeldet',
    disagrees: 'widerspricht',
  } as Readonly<Record<string, string>>,
  webhookFails: 'Der letzte Stand ließ sich nicht an die eingetragene Adresse senden.',
  reopen: 'Neues Protokoll beginnen',
  reopenWhat:
    'Nur nach einer Rücksicherung, wenn das alte nicht weitergehen kann. Das alte bleibt, wie es ist. Vollendet wird es auf dem Server.',
  reopenNow: 'Um ein neues Protokoll bitten',
  reopenAsked: 'Die Bitte ist eingetragen. Weiter geht es auf dem Server.',
  keys: 'Öffentliche Schlüssel',
  keysHint:
    'Mit ihnen prüft jeder Quittungen und Bescheinigungen. Gewechselt und zurückgezogen werden Schlüssel nur auf dem Server selbst: kanon keys list, kanon keys rotate, kanon keys retire.',
  key: 'Kennung',
  kind: 'Verfahren',
  settings: 'Einstellungen, wie sie gelten',
  settingsHint: 'Gesetzt werden sie auf dem Server. Geheimes wird nirgends gezeigt.',
  name: 'Name',
  value: 'Wert',
  from: 'Herkunft',
  secret: 'geheim',
  absent: 'nicht gesetzt',
  sources: { environment: 'Umgebung', file: 'Datei', default: 'Vorgabe' },
};

export type AdministrationWords = typeof de;
export default de;

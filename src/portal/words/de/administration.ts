/** Administration, in German. */
import { periodName, STANDINGS } from './period.ts';

const day = (iso: string): string =>
  new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium' }).format(new Date(iso));

const de = {
  title: 'Verwaltung',
  sub: 'Zum Nachsehen. Geändert wird mit dem Befehl kanon oder durch ein Programm.',
  waiting: 'Einen Augenblick …',
  approvals: 'Anträge, die zwei Personen brauchen',
  approvalsHint: 'Ein Antrag gilt 72 Stunden. Eine zweite Person der Verwaltung entscheidet.',
  noApproval: 'Kein Antrag wartet, und in den letzten 30 Tagen gab es keinen.',
  what: 'Antrag',
  role: 'Rolle',
  until: 'gilt bis',
  state: 'Stand',
  acts: {
    invite: 'Konto anlegen',
    change: 'Konto ändern',
    reset: 'Konto zurücksetzen',
    factor: 'Zweiten Faktor entfernen',
  } as Readonly<Record<string, string>>,
  answers: {
    asked: 'wartet',
    given: 'genehmigt',
    refused: 'abgelehnt',
    withdrawn: 'zurückgezogen',
    expired: 'abgelaufen',
  } as Readonly<Record<string, string>>,
  accounts: (count: number, isCut: boolean): string =>
    isCut ? `Die ersten ${count} Konten` : `${count} Konten`,
  only: (shown: number, of: number): string => `Gezeigt sind ${shown} von ${of}. Die Suche grenzt ein.`,
  search: 'Suchen nach Konto, Stelle oder Rolle',
  account: 'Konto und Stelle',
  states: { invited: 'eingeladen', active: 'eingerichtet', closed: 'geschlossen' },
  periods: 'Zeiträume',
  period: 'Zeitraum',
  days: 'Tage für Meldungen',
  periodName,
  fromTo: (from: string, to: string): string => `${day(from)} bis ${day(to)}`,
  standings: STANDINGS,
  settings: 'Einstellungen, wie sie gelten',
  settingsHint: 'Geheimes wird nirgends gezeigt.',
  name: 'Name',
  value: 'Wert',
  from: 'Herkunft',
  secret: 'geheim',
  absent: 'nicht gesetzt',
  sources: { environment: 'Umgebung', file: 'Datei', default: 'Vorgabe' },
  moment: (iso: string): string =>
    new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
};

export type AdministrationWords = typeof de;
export default de;

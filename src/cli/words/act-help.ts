/** What the help says of commands that act over a service: periods, returned reports, releases, the access log. */
import type { InBoth } from '../../foundation/language.ts';
import { OUTCOME_HELP } from './outcome-words.ts';

export const ACT_HELP = {
  ...OUTCOME_HELP,
  periodAct: {
    de: 'öffnet, ändert, verlängert und nimmt Zeiträume zurück (Administration); friert ein, taut auf, zeigt die Vorschau, gibt frei und nimmt Korrekturen an (Statistikstelle); list zeigt alle; nur mit dem Zeitraum: öffnet ihn auf dem Server selbst',
    en: 'opens, changes, prolongs and withdraws periods (administration); freezes, thaws, previews, releases and takes corrections (statistics unit); list shows all; with the period alone: opens it on the server itself',
  },
  periodWhat: {
    de: 'list, open, change, prolong, withdraw, freeze, thaw, state, preview, release, reopen, corrections; oder ein Zeitraum',
    en: 'list, open, change, prolong, withdraw, freeze, thaw, state, preview, release, reopen, corrections; or a period',
  },
  policyOfPeriod: {
    de: 'Nummer der Schutzregel des neuen Zeitraums; sonst die neueste',
    en: 'number of the policy of the new period; else the newest',
  },
  until: { de: 'letzter Tag für Korrekturen (reopen)', en: 'last day for corrections (reopen)' },
  choiceOfCorrections: {
    de: 'was mit Korrekturen geschieht, die schon Gezeigtes verbergen würden (release)',
    en: 'what becomes of corrections that would hide what was shown (release)',
  },
  confirmAct: {
    de: 'bestätigt, was ungewöhnlich ist (freeze), oder stimmt als zweite Person zu (thaw)',
    en: 'confirms what is unusual (freeze), or agrees as the second person (thaw)',
  },
  session: {
    de: 'zeigt die eigenen Sitzungen (list) und beendet eine, diese oder alle (end)',
    en: 'shows the own sessions (list) and ends one, this one or all (end)',
  },
  sessionWhat: { de: 'list oder end', en: 'list or end' },
  sessionId: { de: 'Kennung der Sitzung, current oder all', en: 'id of the session, current or all' },
  password: {
    de: 'ändert das eigene Passwort; gefragt wird am Terminal, sonst stehen altes und neues auf der Standardeingabe',
    en: 'changes the own password; asked at the terminal, else old and new stand on standard input',
  },
  people: {
    de: 'zeigt, welche Dienststellen für die eigene Schule melden dürfen, wer sie eingeladen und wer gemeldet hat',
    en: 'shows which offices may report for the own school, who invited them and who reported',
  },
  returnReport: {
    de: 'gibt die Meldung einer Schule mit Grund zurück; die Schule kann dann neu melden (Koordination)',
    en: 'returns the report of a school with a reason; the school may then report again (coordinator)',
  },
  signIn: {
    de: 'meldet sich über einen Browser beim Aussteller des Betreibers an, für die folgenden Befehle',
    en: 'signs in by a browser at the issuer of the operator, for the commands that follow',
  },
  byBrowser: {
    de: 'nennt eine Adresse, die im Browser dieses Rechners geöffnet wird',
    en: 'names an address to be opened in a browser of this machine',
  },
  issuerOfSignIn: {
    de: 'Kennung des Ausstellers, wo der Dienst mehrere kennt',
    en: 'id of the issuer where the service knows several',
  },
  forgetSignIn: {
    de: 'vergisst, was dieses Gerät von einer solchen Anmeldung aufhebt',
    en: 'forgets what this device keeps of such a sign-in',
  },
  schoolOrList: { de: 'amtliche Schulnummer, oder list', en: 'official number of the school, or list' },
  regionOfSchool: { de: 'Schlüssel des Kreises', en: 'key of the county' },
  returnReason: { de: 'Grund der Rückgabe', en: 'why it is returned' },
  releases: {
    de: 'zeigt die Freigaben (list) und holt eine als Datei: die ganze Tabelle (document) oder ihre Bescheinigung (certificate)',
    en: 'shows the releases (list) and fetches one as a file: the whole table (document) or its certificate (certificate)',
  },
  releasesWhat: { de: 'list, document oder certificate', en: 'list, document or certificate' },
  releaseId: { de: 'Kennung der Freigabe', en: 'id of the release' },
  logFrom: {
    de: 'ab diesem Zeitpunkt (entries, bundle) oder Monat (statistics)',
    en: 'from this moment (entries, bundle) or month (statistics)',
  },
  logTo: {
    de: 'bis vor diesem Zeitpunkt, oder bis zu diesem Monat',
    en: 'until before this moment, or up to this month',
  },
  logOf: {
    de: 'nur Einträge dieses Kontos (Kennung)',
    en: 'only entries of this account (id)',
  },
  logCase: {
    de: 'warum nach einem Konto gesucht wird; der Datenschutz sieht es',
    en: 'why an account is searched for; the protection officer sees it',
  },
  logOffice: { de: 'nur Einträge dieser Dienststelle', en: 'only entries of this office' },
  logRole: { de: 'nur Einträge dieser Rolle', en: 'only entries of this role' },
  logAct: { de: 'nur dieses, etwa report.submit', en: 'only this act, such as report.submit' },
  logPlace: { de: 'nur Einträge dieses Ortes oder Zeitraums', en: 'only entries of this place or period' },
  logPurpose: { de: 'nur Einträge mit diesem Zweck', en: 'only entries with this purpose' },
  logDecision: { de: 'nur Einträge mit diesem Ergebnis', en: 'only entries with this decision' },
  settings: {
    de: 'zeigt, wie der Dienst eingestellt ist und woher jeder Wert kommt; kein Geheimnis (Administration)',
    en: 'shows how the service is set and where each value comes from; no secret (administration)',
  },
  limit: { de: 'höchstens so viele auf einmal', en: 'at most so many at once' },
  cursor: { de: 'wo die letzte Seite endete', en: 'where the last page ended' },
  outBundle: { de: 'neue Datei für das Paket', en: 'new file for the bundle' },
} as const satisfies Readonly<Record<string, InBoth>>;

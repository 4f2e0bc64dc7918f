/** The German of every problem: title and detail by its code. A test finds one that has none. */
import { GERMAN_OF_ACCOUNTS } from './problem-de-accounts.ts';
import { GERMAN_OF_FACTORS } from './problem-de-factors.ts';
import { GERMAN_OF_TOKENS } from './problem-de-tokens.ts';
import type { Facts, German } from './problem-german.ts';

const reasons = ({ findings = 0 }: Facts): string =>
  findings === 1 ? 'aus einem Grund' : `aus ${findings} Gründen`;

const lines = ({ findings = 0 }: Facts): string =>
  findings === 1 ? 'wegen einer Zeile' : `wegen ${findings} Zeilen`;

export const GERMAN: Readonly<Record<string, German>> = {
  ...GERMAN_OF_ACCOUNTS,
  ...GERMAN_OF_FACTORS,
  ...GERMAN_OF_TOKENS,

  // Was an der Anfrage nicht stimmt.
  'bad-request': {
    title: 'Die Anfrage ist so nicht zu lesen',
    detail: ({ findings = 0 }) =>
      `${findings === 1 ? 'Eine Angabe' : `${findings} Angaben`} in Adresse, Abfrage oder Inhalt ${findings === 1 ? 'ist' : 'sind'} nicht so, wie es unter /docs steht.`,
  },
  'malformed-request': {
    title: 'Die Anfrage ist so nicht zu lesen',
    detail: 'Die Adresse oder eine Kopfzeile dieser Anfrage ist nicht richtig geschrieben.',
  },
  'purpose-missing': {
    title: 'Der Zweck fehlt',
    detail:
      'Bitte im Header Kanon-Purpose einen dieser Zwecke mitsenden: GRANT_REVIEW, PLANNING, STATISTICS, AUDIT, FEEDBACK.',
  },
  'statistics-off': {
    title: 'Die Auswertung ist ausgeschaltet',
    detail:
      'Zahlen der Zugriffe je Stelle gibt es erst mit Zustimmung des Personalrats; dann setzt der Betrieb KANON_LOG_STATISTICS=agreed.',
  },
  'not-found': { title: 'Nicht gefunden', detail: 'Unter dieser Adresse gibt es nichts.' },
  'not-released': {
    title: 'Noch nicht freigegeben',
    detail: 'Aus diesem Zeitraum ist nichts freigegeben. GET /v1/periods sagt, welche Zeiträume es sind.',
  },
  'no-such-version': {
    title: 'Diese Fassung gibt es nicht',
    detail: ({ newest = 1 }) =>
      `Dieser Zeitraum hat die Fassungen 1 bis ${newest}; ohne version kommt die neueste.`,
  },
  'method-not-allowed': {
    title: 'Diese Methode gibt es hier nicht',
    detail: 'Diese Adresse kennt nur andere Methoden.',
  },
  conflict: {
    title: 'In diesem Zustand geht das nicht',
    detail: ({ what }) => what?.de ?? '',
  },
  'participation-kept': {
    title: 'Die Teilnahme bleibt, wie sie ist',
    detail: 'Die Teilnahme dieser Schule an diesem Zeitraum wurde nicht geändert.',
  },
  'confirmation-needed': {
    title: 'Bitte bestätigen, dass es so ist',
    detail:
      'Etwas an dieser Meldung ist ungewöhnlich; gespeichert wurde nichts. Bitte mit der Person prüfen, die gezählt hat. Stimmt es, dann dieselbe Meldung noch einmal senden, mit confirm dieser Antwort im Header Kanon-Confirm, innerhalb von zehn Minuten.',
  },
  'freeze-unconfirmed': {
    title: 'Bitte bestätigen, dass der Zeitraum eingefroren werden soll',
    detail:
      'Etwas ist ungewöhnlich; eingefroren wurde nichts. Ist es so gemeint, dann dieselbe Anfrage noch einmal senden, mit jeder hier genannten Regel in confirm.',
  },
  'confirmation-refused': {
    title: 'Die Bestätigung gilt nicht',
    detail:
      'Kanon-Confirm gehört nicht zu dieser Meldung, oder die zehn Minuten sind um; gespeichert wurde nichts. Bitte die Meldung ohne diesen Header senden: Wo etwas zu bestätigen ist, fragt die Antwort.',
  },
  'revision-changed': {
    title: 'Dort steht eine andere Fassung',
    detail:
      'Die Meldung wurde geändert, seit sie gelesen wurde; gespeichert wurde nichts. Bitte neu lesen und die Korrektur mit ihrem ETag in If-Match senden.',
  },
  'revision-needed': {
    title: 'Welche Fassung wird ersetzt?',
    detail:
      'Für diese Schule hat ein anderes Konto gemeldet. Bitte diese Meldung abrufen, deren Zahlen nur jenes Konto sieht, und die eigene ganz und mit ihrem ETag in If-Match senden.',
  },
  'too-large': {
    title: 'Der Inhalt ist zu groß',
    detail:
      'Ein Inhalt darf höchstens 32 KiB groß sein, eine Liste von Einladungen 640 KiB, eine andere Liste 4 MiB.',
  },
  'unsupported-type': {
    title: 'So wird der Inhalt nicht angenommen',
    detail: 'Bitte als application/json in UTF-8 senden, eine Liste zum Einlesen als text/csv.',
  },
  'unsupported-coding': {
    title: 'Gepackte Inhalte werden nicht gelesen',
    detail: 'Bitte den Inhalt senden, wie er ist, ohne Content-Encoding.',
  },
  'request-timeout': {
    title: 'Die Anfrage hat zu lange gedauert',
    detail: 'Für die Kopfzeilen einer Anfrage sind zehn Sekunden Zeit, für alles dreißig.',
  },
  'headers-too-large': {
    title: 'Die Kopfzeilen sind zu groß',
    detail:
      'Adresse und Kopfzeilen dürfen zusammen 16 KiB groß sein. Vielleicht schickt ein Proxy oder der Browser Cookies mit; Kanon braucht keine.',
  },
  'report-refused': {
    title: 'Die Meldung wurde abgelehnt',
    detail: (facts) => `Abgelehnt ${reasons(facts)}; gespeichert wurde nichts.`,
  },
  'import-refused': {
    title: 'Die Liste wurde abgelehnt',
    detail: (facts) => `Abgelehnt ${lines(facts)}; eingelesen wurde nichts.`,
  },
  'invitations-refused': {
    title: 'Die Einladungen wurden abgelehnt',
    detail: (facts) => `Abgelehnt ${reasons(facts)}; kein Konto wurde angelegt.`,
  },
  'cosignature-refused': {
    title: 'Die Mitzeichnung wurde abgelehnt',
    detail: (facts) => `Abgelehnt ${reasons(facts)}; veröffentlicht wird sie nicht.`,
  },
  'busy-witnessing': {
    title: 'Gerade fragen viele Zeugen',
    detail: 'In diesem Augenblick fragen mehr Zeugen, als bedient werden können. Bitte gleich noch einmal.',
  },

  // Was bei uns nicht stimmt oder jetzt nicht geht.
  internal: {
    title: 'Hier ist etwas fehlgeschlagen',
    detail: 'Der Fehler wurde festgehalten; halb gespeichert wurde nichts.',
  },
  'answer-too-large': {
    title: 'Die Antwort ist zu groß',
    detail: 'Bitte einen kleineren Teil abfragen.',
  },
  unavailable: {
    title: 'Gerade nicht verfügbar',
    detail:
      'Der Zugriff ließ sich nicht festhalten, also wurde nichts gelesen oder gespeichert. Bitte gleich noch einmal.',
  },
  'not-reading': {
    title: 'Die Datenbank antwortet nicht',
    detail:
      'Die Datenbank hat nicht rechtzeitig geantwortet, darum lässt sich nichts lesen und nichts speichern. Bitte gleich noch einmal versuchen.',
  },
  'not-writing': {
    title: 'Die Datenbank speichert nichts',
    detail:
      'Die Datenbank antwortet, speichert aber nichts: Sie ist schreibgeschützt oder ein Ersatzserver, ihre Platte ist voll, ihr Protokoll gesperrt, oder der Ersatzserver fehlt, auf den sie wartet. Weil jeder Zugriff verzeichnet wird, lässt sich auch nichts lesen.',
  },
  stopping: {
    title: 'Dieser Dienst wird gerade beendet',
    detail:
      'Er soll aufhören und nimmt nichts Neues mehr an. Ein anderer oder der nächste Start macht weiter.',
  },
  'outcome-unknown': {
    title: 'Das Ergebnis ist offen',
    detail:
      'Die Verbindung brach beim Speichern ab. Bitte nachsehen, was jetzt dort steht, und erst dann wiederholen.',
  },
};

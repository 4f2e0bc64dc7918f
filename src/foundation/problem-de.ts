/** The German of every problem: title and detail by its code. A test finds one that has none. */
import type { InBoth } from './language.ts';

/** What a sentence may depend on: public facts, never a count of a report. */
export interface Facts {
  readonly findings?: number;
  readonly newest?: number;
  readonly most?: number;
  readonly what?: InBoth;
}

interface German {
  readonly title: string;
  readonly detail: string | ((facts: Facts) => string);
}

const reasons = ({ findings = 0 }: Facts): string =>
  findings === 1 ? 'aus einem Grund' : `aus ${findings} Gründen`;

const lines = ({ findings = 0 }: Facts): string =>
  findings === 1 ? 'wegen einer Zeile' : `wegen ${findings} Zeilen`;

export const GERMAN: Readonly<Record<string, German>> = {
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
  'not-signed-in': {
    title: 'Bitte zuerst anmelden',
    detail:
      'Bitte Authorization: Bearer mit einem Zugangstoken von POST /v1/sessions mitsenden; ein Token gilt 15 Minuten.',
  },
  'sign-in-failed': {
    title: 'Die Anmeldung ist fehlgeschlagen',
    detail: 'Konto und Passwort passen nicht zusammen. Mehr sagt Kanon mit Absicht nicht.',
  },
  'not-allowed': {
    title: 'Das ist nicht erlaubt',
    detail:
      'Rolle und Bereich dieses Kontos schließen das nicht ein. Die Ablehnung steht im Zugriffsprotokoll.',
  },
  'statistics-off': {
    title: 'Die Auswertung ist ausgeschaltet',
    detail:
      'Zahlen der Zugriffe je Stelle gibt es erst mit Zustimmung des Personalrats; dann setzt der Betrieb KANON_LOG_STATISTICS=agreed.',
  },
  'same-person': {
    title: 'Dazu braucht es eine zweite Person',
    detail: 'Wer einen Zeitraum eingefroren hat, kann ihn nicht selbst freigeben.',
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
  'too-many-schools': {
    title: 'Zu viele Schulen für ein Konto',
    detail: ({ most = 0 }) =>
      `Ein Konto für Meldungen hat höchstens ${most} Schulen. Für mehr: je Fachkraft ein eigenes Konto, oder eines mit der Rolle provider für einen Träger mit Vertrag.`,
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
      'Für diese Schule hat ein anderes Konto gemeldet. Bitte diese Meldung lesen und die Korrektur mit ihrem ETag in If-Match senden.',
  },
  'too-large': { title: 'Der Inhalt ist zu groß', detail: 'Ein Inhalt darf höchstens 32 KiB groß sein.' },
  'unsupported-type': {
    title: 'So wird der Inhalt nicht angenommen',
    detail: 'Bitte als application/json in UTF-8 senden.',
  },
  'report-refused': {
    title: 'Die Meldung wurde abgelehnt',
    detail: (facts) => `Abgelehnt ${reasons(facts)}; gespeichert wurde nichts.`,
  },
  'import-refused': {
    title: 'Die Liste wurde abgelehnt',
    detail: (facts) => `Abgelehnt ${lines(facts)}; eingelesen wurde nichts.`,
  },
  'cosignature-refused': {
    title: 'Die Mitzeichnung wurde abgelehnt',
    detail: (facts) => `Abgelehnt ${reasons(facts)}; veröffentlicht wird sie nicht.`,
  },
  'too-many-sign-ins': {
    title: 'Zu viele Versuche',
    detail:
      'Nach zehn Fehlversuchen ruht ein Konto eine Viertelstunde. Bitte so lange warten und es dann noch einmal versuchen.',
  },
  'busy-signing-in': {
    title: 'Gerade melden sich viele an',
    detail:
      'In diesem Augenblick melden sich mehr Menschen an, als bedient werden können. Bitte gleich noch einmal.',
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
  'outcome-unknown': {
    title: 'Das Ergebnis ist offen',
    detail:
      'Die Verbindung brach beim Speichern ab. Bitte nachsehen, was jetzt dort steht, und erst dann wiederholen.',
  },
};

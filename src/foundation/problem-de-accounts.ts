/** The German of the problems of accounts. */
import type { German } from './problem-german.ts';

export const GERMAN_OF_ACCOUNTS: Readonly<Record<string, German>> = {
  'not-signed-in': {
    title: 'Bitte zuerst anmelden',
    detail:
      'Bitte Authorization: Bearer mit einem Zugangstoken von POST /v1/sessions mitsenden; ein Token gilt 15 Minuten.',
  },
  'sign-in-failed': {
    title: 'Die Anmeldung ist fehlgeschlagen',
    detail: 'Konto und Passwort passen nicht zusammen. Mehr sagt Kanon mit Absicht nicht.',
  },
  'not-linked': {
    title: 'Mit keinem Konto verknüpft',
    detail:
      'Der Aussteller kennt Sie, doch hier ist noch kein Konto mit Ihnen verknüpft. Senden Sie das Token beim Aktivieren des Kontos als `issuerToken` mit.',
  },
  'not-allowed': {
    title: 'Das ist nicht erlaubt',
    detail:
      'Rolle und Bereich dieses Kontos schließen das nicht ein. Die Ablehnung steht im Zugriffsprotokoll.',
  },
  'same-person': {
    title: 'Dazu braucht es eine zweite Person',
    detail:
      'Wer einen Zeitraum eingefroren hat, kann ihn nicht selbst freigeben; wer um etwas gebeten hat, kann es nicht selbst bestätigen; und was ein besonders berechtigtes Konto betrifft, genehmigt auch nicht, wessen Konto es ist.',
  },
  'own-account': {
    title: 'Nicht das eigene Konto',
    detail:
      'Ein Konto ändert, setzt zurück oder schließt jemand anderes; das eigene Passwort ändern Sie mit dem bisherigen.',
  },
  'too-many-schools': {
    title: 'Zu viele Schulen für ein Konto',
    detail: ({ most = 0 }) =>
      `Ein Konto für Meldungen hat höchstens ${most} Schulen. Für mehr: je Fachkraft ein eigenes Konto, oder eines mit der Rolle provider für einen Träger mit Vertrag.`,
  },
  'too-many-sign-ins': {
    title: 'Zu viele Versuche',
    detail:
      'Von hier aus, oder bei diesem Konto von unbekannten Geräten aus, sind zu viele Anmeldungen misslungen. Bitte so lange warten, wie Retry-After sagt, oder ein Gerät benutzen, das hier schon angemeldet war. Ein neuer Einmalcode gilt sofort.',
  },
  'too-many-requests': {
    title: 'Zu viele Anfragen',
    detail:
      'Es wurde mehr gefragt, als ein Konto, oder alle ohne Konto, auf einmal fragen dürfen. Bitte warten, wie Retry-After sagt; RateLimit nennt, was noch übrig ist.',
  },
  'busy-signing-in': {
    title: 'Gerade melden sich viele an',
    detail:
      'In diesem Augenblick melden sich mehr Menschen an, als bedient werden können. Bitte gleich noch einmal.',
  },
};

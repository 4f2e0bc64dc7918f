/** The German of the problems of tokens. */
import type { German } from './problem-german.ts';

export const GERMAN_OF_TOKENS: Readonly<Record<string, German>> = {
  'token-request-refused': {
    title: 'Die Bitte um ein Token ist nicht zu lesen',
    detail:
      'Bitte ein Formular mit grant_type und dem senden, was dieser Weg braucht, jedes einmal, und ohne scope.',
  },
  'grant-unknown': {
    title: 'Diesen Weg zu einem Token gibt es nicht',
    detail:
      'Programme bitten mit client_credentials und einer client_assertion (RFC 7523), Geräte mit urn:ietf:params:oauth:grant-type:device_code (RFC 8628).',
  },
  'client-refused': {
    title: 'Daran ist das Programm nicht zu erkennen',
    detail:
      'Die client_assertion zeigt kein offenes Programm mit diesem Schlüssel, wurde schon gezeigt oder gilt nicht für hier. Mehr sagt Kanon mit Absicht nicht.',
  },
  'dpop-proof-refused': {
    title: 'Der Nachweis gilt nicht',
    detail:
      'Die Kopfzeile DPoP enthält keinen frischen, neuen Nachweis für diese Anfrage (RFC 9449, Abschnitt 4.3).',
  },
  'dpop-proof-needed': {
    title: 'Es braucht einen Nachweis des Schlüssels',
    detail:
      'Das Token ist an einen Schlüssel gebunden. Bitte als Authorization: DPoP senden, mit einem frischen Nachweis dieses Schlüssels für diese Anfrage in der Kopfzeile DPoP (RFC 9449, Abschnitt 7).',
  },
  'authorization-pending': {
    title: 'Noch hat niemand geantwortet',
    detail:
      'Zu dem Code wurde noch nicht Ja oder Nein gesagt. Bitte nach der genannten Pause wieder nachsehen.',
  },
  'slow-down': {
    title: 'Zu früh',
    detail: 'Bitte nach der genannten Pause wieder nachsehen; sie ist ab jetzt fünf Sekunden länger.',
  },
  'device-refused': {
    title: 'Es wurde Nein gesagt',
    detail: 'Wer angemeldet war, hat dieses Gerät abgelehnt.',
  },
  'device-over': {
    title: 'Das ist vorbei',
    detail: 'Der Code ist abgelaufen, wurde benutzt oder war nie einer. Bitte von vorn beginnen.',
  },
};

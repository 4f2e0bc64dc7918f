/** The German of the problems of second factors. */
import type { German } from './problem-german.ts';

export const GERMAN_OF_FACTORS: Readonly<Record<string, German>> = {
  'second-factor-needed': {
    title: 'Es fehlt der zweite Faktor',
    detail:
      'Das Passwort stimmt. Bitte noch einmal senden, in code dazu den Code der Authenticator-App oder einen Wiederherstellungscode; oder mit einem Passkey anmelden.',
  },
  'second-factor-wrong': {
    title: 'Der Code stimmt nicht',
    detail:
      'Der Code passt nicht oder wurde schon benutzt. Die App zeigt in spätestens 30 Sekunden den nächsten; sonst bitte die Uhr des Geräts prüfen.',
  },
  'passkey-copied': {
    title: 'Von diesem Passkey kann es eine Kopie geben',
    detail:
      'Der Zähler dieses Passkeys ist zurückgegangen: Es kann eine Kopie geben. Bitte auf anderem Weg anmelden, ihn entfernen und einen neuen einrichten. Der Versuch ist protokolliert.',
  },
  'step-up-needed': {
    title: 'Bitte noch einmal zeigen, wer Sie sind',
    detail:
      'Dazu muss in den letzten fünf Minuten ein zweiter Faktor gezeigt worden sein: POST /v1/sessions/current/step-up, oder neu anmelden.',
  },
  'second-factor-missing': {
    title: 'Bitte zuerst einen zweiten Faktor einrichten',
    detail:
      'Diese Rolle arbeitet mit einem zweiten Faktor, und diese Sitzung hat keinen gezeigt. POST /v1/factors/totp richtet einen ein; danach die Sitzung erneuern oder neu anmelden.',
  },
};

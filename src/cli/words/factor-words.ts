/** What `kanon factor` says, in both languages. */
import type { Language } from '../../foundation/language.ts';

type PasskeyKind = 'this-device' | 'security-key' | 'other-device' | 'unknown';

const KINDS: Readonly<Record<Language, Readonly<Record<PasskeyKind, string>>>> = {
  de: {
    'this-device': 'in einem Gerät',
    'security-key': 'Sicherheitsschlüssel',
    'other-device': 'in einem anderen Gerät, etwa dem Telefon',
    unknown: 'unbekannt, wo',
  },
  en: {
    'this-device': 'in a device',
    'security-key': 'security key',
    'other-device': 'in another device, such as a telephone',
    unknown: 'unknown where',
  },
};

const de = {
  use: 'So geht es: kanon factor list|totp|recovery|remove --account NAME.',
  needsTerminal:
    'Das Geheimnis der App zeigt kanon factor totp nur an einem Terminal, damit es in keiner Datei liegen bleibt.',
  app: (since: string | undefined) =>
    since === undefined ? 'Authenticator-App: keine' : `Authenticator-App: seit ${since}`,
  passkey: (kind: PasskeyKind, since: string) => `Passkey (${KINDS.de[kind]}): seit ${since}`,
  recoveryLeft: (left: number) => `Wiederherstellungscodes: ${left}`,
  required: 'Diese Rolle arbeitet mit einem zweiten Faktor.',
  addToApp: 'Bitte in die Authenticator-App eintragen (Schlüssel oder Adresse):',
  firstCode: 'Code, den die App jetzt zeigt: ',
  setUp:
    'Die App ist eingerichtet; ab jetzt wird bei jeder Anmeldung ihr Code verlangt. Andere Sitzungen sind beendet.',
  keepCodes:
    'Wiederherstellungscodes, jeder gilt einmal; bitte ausdrucken und wegschließen, sie werden nicht noch einmal gezeigt:',
  removed: 'Die App ist entfernt. Andere Sitzungen sind beendet.',
};

export type FactorWords = typeof de;

const en: FactorWords = {
  use: 'Use kanon factor list|totp|recovery|remove --account NAME.',
  needsTerminal:
    'kanon factor totp shows the secret of the app at a terminal only, so that it is left in no file.',
  app: (since) => (since === undefined ? 'Authenticator app: none' : `Authenticator app: since ${since}`),
  passkey: (kind, since) => `Passkey (${KINDS.en[kind]}): since ${since}`,
  recoveryLeft: (left) => `Recovery codes: ${left}`,
  required: 'This role works with a second factor.',
  addToApp: 'Enter this into the authenticator app (key or address):',
  firstCode: 'Code that the app shows now: ',
  setUp: 'The app is set up; from now on each sign-in asks for its code. Other sessions have ended.',
  keepCodes: 'Recovery codes, each good once; print them and lock them away, they are not shown again:',
  removed: 'The app is removed. Other sessions have ended.',
};

export const FACTOR_WORDS: Readonly<Record<Language, FactorWords>> = { de, en };

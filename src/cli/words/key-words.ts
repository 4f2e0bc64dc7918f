/** What `kanon keys` says in both languages. */
import type { KeyState } from '../../identity/key-choice.ts';
import type { InBoth, Language } from '../../foundation/language.ts';

export const KEY_WORDS = {
  keysUse: {
    de: 'So geht es: kanon keys list, kanon keys rotate ZWECK, oder kanon keys retire ZWECK KENNUNG; Zwecke sind tokens, receipts, certificates und seals.',
    en: 'Use: kanon keys list, kanon keys rotate PURPOSE, or kanon keys retire PURPOSE ID; purposes are tokens, receipts, certificates and seals.',
  },
  notTheLog: {
    de: 'Der Schlüssel des Protokolls gehört zu seinem Baum und wechselt nur mit ihm: kanon log reopen, zwei Personen.',
    en: 'The key of the log belongs to its tree and changes with it alone: kanon log reopen, two persons.',
  },
  allSignedOut: {
    de: 'Alle Sitzungen sind beendet: Jede und jeder meldet sich neu an.',
    en: 'All sessions have ended: everybody signs in again.',
  },
  signedStays: {
    de: 'Was er signiert hat, bleibt prüfbar, und /.well-known/jwks.json nennt den Tag, an dem er zurückgezogen wurde: Hatte ihn jemand Fremdes, dann beweist eine Signatur allein nichts mehr; es zählt, was im Zugriffsprotokoll steht.',
    en: 'What it signed can still be checked, and /.well-known/jwks.json names the day on which it was retired: where a stranger had it, a signature alone proves nothing any more; what counts is the access log.',
  },
  sealsGone: {
    de: 'Was die Siegel wiedererkannten, gilt nicht mehr: bekannte Geräte, Rückfragen, Entwürfe von Nachrichten. Die Datei bleibt liegen, denn sie hat das Verzeichnis der Schlüssel gesiegelt.',
    en: 'What the seals knew again is void: known devices, questions asked back, messages that wait. The file stays, since it has sealed the register of keys.',
  },
} as const satisfies Readonly<Record<string, InBoth>>;

export const keyMade = (purpose: string, file: string, seconds: number): InBoth => ({
  de: `${file} ist gemacht und veröffentlicht; er signiert ab jetzt${seconds > 0 ? ` in ${seconds} Sekunden` : ''} für ${purpose}. Bitte in die Sicherung der Schlüssel aufnehmen und, wo Prozesse einen eigenen Datenordner haben, dorthin kopieren.`,
  en: `${file} is made and published; it signs for ${purpose}${seconds > 0 ? ` in ${seconds} seconds` : ' from now on'}. Add it to the backup of the keys and, where processes have data folders of their own, copy it there.`,
});

export const keyRetired = (purpose: string, id: string): InBoth => ({
  de: `Zurückgezogen: ${purpose} ${id}.`,
  en: `Retired: ${purpose} ${id}.`,
});

export const alsoFor = (purposes: readonly string[]): InBoth => ({
  de: `Derselbe Schlüssel gilt noch für ${purposes.join(' und ')}: Kannte ihn jemand Fremdes, dann bitte auch dort zurückziehen.`,
  en: `The same key still stands for ${purposes.join(' and ')}: where a stranger knew it, retire it there as well.`,
});

/** Of a statement whose signature holds. */
export const keyWasRetired = (when: string): InBoth => ({
  de: `Der Schlüssel dieser Unterschrift wurde zurückgezogen (${when}); kannte ihn jemand Fremdes, dann beweist sie allein nichts. Verlass ist auf das Zugriffsprotokoll.`,
  en: `The key of this signature was retired (${when}); where a stranger knew it, the signature alone proves nothing. What counts is the access log.`,
});

/** Heads of the columns of `kanon keys list`. */
export const KEY_HEAD: Readonly<Record<Language, readonly string[]>> = {
  de: ['Zweck', 'Kennung', 'Stand', 'ab', 'Datei'],
  en: ['Purpose', 'Id', 'State', 'From', 'File'],
};

export const KEY_STATES: Readonly<Record<KeyState | 'foreign', InBoth>> = {
  used: { de: 'signiert', en: 'signs' },
  next: { de: 'wartet', en: 'waits' },
  checked: { de: 'prüft noch', en: 'checks' },
  over: { de: 'vorbei', en: 'over' },
  retired: { de: 'zurückgezogen', en: 'retired' },
  foreign: { de: 'fremd', en: 'foreign' },
};

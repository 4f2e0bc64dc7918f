/** What `kanon program` says in both languages. */
import type { InBoth, Language } from '../../foundation/language.ts';

export const PROGRAM_WORDS = {
  use: {
    de: 'So geht es: kanon program list, kanon program add NAME --office STELLE --owner KONTO --until TAG --school NUMMER --key DATEI, kanon program key NAME --key DATEI oder --remove KENNUNG, kanon program close NAME.',
    en: 'Use: kanon program list, kanon program add NAME --office OFFICE --owner ACCOUNT --until DAY --school NUMBER --key FILE, kanon program key NAME --key FILE or --remove ID, kanon program close NAME.',
  },
  until: {
    de: '--until ist der letzte Tag, etwa 2027-07-31, frühestens heute und höchstens zwei Jahre hin.',
    en: '--until is the last day, such as 2027-07-31, today at the earliest and at most two years ahead.',
  },
  none: {
    de: 'In der Datei hinter --key steht kein öffentlicher Schlüssel als JWK oder PEM.',
    en: 'The file of --key holds no public key as a JWK or PEM.',
  },
  private: {
    de: 'In der Datei hinter --key steht der private Schlüssel. Er bleibt beim Programm; hierher gehört nur der öffentliche.',
    en: 'The file of --key holds the private key. It stays with the program; only the public one belongs here.',
  },
  kind: {
    de: 'Einen solchen Schlüssel nimmt Kanon nicht: Ed25519, P-256, P-384, oder RSA ab 2048 Bit.',
    en: 'Kanon takes no such key: Ed25519, P-256, P-384, or RSA of 2048 bits and more.',
  },
  closed: { de: 'Geschlossen; es gilt sofort.', en: 'Closed; it counts at once.' },
  removed: {
    de: 'Der Schlüssel gilt nicht mehr, und was er geöffnet hat, ist zu.',
    en: 'The key counts no more, and what it opened is shut.',
  },
} as const satisfies Readonly<Record<string, InBoth>>;

export const keyAdded = (name: string, kid: string): InBoth => ({
  de: `${name} zeigt sich mit dem Schlüssel ${kid}.`,
  en: `${name} shows itself by the key ${kid}.`,
});

export const PROGRAM_HEAD: Readonly<Record<Language, readonly string[]>> = {
  de: ['Programm', 'Stelle', 'verantwortlich', 'bis', 'offen', 'Schulen', 'Schlüssel'],
  en: ['program', 'office', 'answers for it', 'until', 'open', 'schools', 'keys'],
};

export const YES_NO: Readonly<Record<Language, readonly [yes: string, no: string]>> = {
  de: ['ja', 'nein'],
  en: ['yes', 'no'],
};

/** Why a JSON text is refused, in words that repeat nothing of it. */

export const FAULT_REASONS = {
  'too-large': {
    de: 'Die Datei ist größer als erlaubt.',
    en: 'The text is larger than allowed.',
  },
  'byte-order-mark': {
    de: 'Die Datei beginnt mit einer Bytereihenfolge-Marke. Bitte als UTF-8 ohne BOM speichern.',
    en: 'The text begins with a byte order mark. Please save it as UTF-8 without BOM.',
  },
  'not-utf-8': {
    de: 'Die Datei ist kein gültiges UTF-8.',
    en: 'The text is not valid UTF-8.',
  },
  nul: {
    de: 'Die Datei enthält ein NUL-Zeichen.',
    en: 'The text contains a NUL character.',
  },
  'lone-surrogate': {
    de: 'Hier steht ein halbes Schriftzeichen (einzelnes Surrogat).',
    en: 'Half a character (a lone surrogate) stands here.',
  },
  grammar: {
    de: 'Hier ist der Text kein gültiges JSON.',
    en: 'The text is not valid JSON here.',
  },
  'duplicate-key': {
    de: 'Hier steht ein Feld zweimal. Welche Angabe gilt, wäre nicht eindeutig.',
    en: 'A field stands here twice. It would not be clear which one holds.',
  },
  'not-an-integer': {
    de: 'Hier steht keine einfache ganze Zahl (erlaubt sind weder Komma noch Exponent noch minus null, und nicht mehr als 2^53 − 1).',
    en: 'This is not a plain integer (no fraction, exponent or minus zero, and nothing beyond 2^53 − 1).',
  },
  'too-deep': {
    de: 'Hier sind mehr als acht Ebenen ineinander geschachtelt.',
    en: 'More than eight levels are nested here.',
  },
  'trailing-text': {
    de: 'Nach dem Ende der Angaben steht noch Text.',
    en: 'There is text after the end of the value.',
  },
} as const;

export type FaultCode = keyof typeof FAULT_REASONS;

/** Why a note, key, checkpoint or proof was refused, in both languages; no sentence repeats anything of the input. */
import type { RefusalCode } from '../merkle/refused.ts';

export const REFUSAL_WORDS: Readonly<Record<RefusalCode, { readonly de: string; readonly en: string }>> = {
  'too-long': {
    de: 'Das ist länger, als ein solcher Text sein darf.',
    en: 'This is longer than such a text may be.',
  },
  'not-utf8': { de: 'Das ist kein gültiges UTF-8.', en: 'This is not valid UTF-8.' },
  'control-character': {
    de: 'Hier stehen Steuerzeichen; erlaubt ist nur der Zeilenumbruch (LF, ohne CR).',
    en: 'There are control characters here; only the newline (LF, without CR) is allowed.',
  },
  'not-a-note': {
    de: 'Das ist kein signierter Text: erwartet sind Text, Leerzeile und Signaturzeilen, die letzte mit Zeilenumbruch.',
    en: 'This is no signed note: a text, a blank line and signature lines are expected, the last one with its newline.',
  },
  'not-a-signature-line': {
    de: 'Das ist keine Signaturzeile: erwartet sind Geviertstrich, Schlüsselname und Base64.',
    en: 'This is no signature line: em dash, key name and base64 are expected.',
  },
  'too-many-signatures': { de: 'Das sind zu viele Signaturen.', en: 'These are too many signatures.' },
  'not-a-key': {
    de: 'Das ist kein Schlüssel in der Form Name+Kennung+Base64.',
    en: 'This is no key of the form name+id+base64.',
  },
  'unknown-key-type': {
    de: 'Schlüssel dieser Art kennt dieses Programm nicht: nur Ed25519 (01) und Ed25519-Mitsignatur (04).',
    en: 'This program does not know keys of this type: only Ed25519 (01) and Ed25519 cosignature (04).',
  },
  'wrong-key-id': {
    de: 'Kennung, Name und Schlüssel passen nicht zusammen: vielleicht ein Übertragungsfehler.',
    en: 'Id, name and key do not belong together: perhaps a copying error.',
  },
  'not-a-checkpoint': {
    de: 'Das ist kein Prüfpunkt: erwartet sind die Zeilen Name des Protokolls, Anzahl der Einträge und Wurzel in Base64.',
    en: 'This is no checkpoint: the lines origin, number of leaves and root in base64 are expected.',
  },
  'not-a-log-proof': {
    de: 'Das ist kein Nachweis der Form c2sp.org/tlog-proof@v1.',
    en: 'This is no proof of the form c2sp.org/tlog-proof@v1.',
  },
  'wrong-signature': {
    de: 'Die Signatur eines bekannten Schlüssels stimmt nicht: Der Text wurde verändert oder gefälscht.',
    en: 'The signature of a known key is wrong: the text was changed or forged.',
  },
  'not-signed-by-the-log': {
    de: 'Der Schlüssel des Protokolls hat das nicht signiert.',
    en: "The log's key has not signed this.",
  },
  'other-origin': {
    de: 'Dieser Prüfpunkt gehört zu einem anderen Protokoll.',
    en: 'This checkpoint belongs to another log.',
  },
};

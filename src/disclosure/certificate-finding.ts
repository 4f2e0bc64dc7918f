/** What can be wrong with a certificate, its proof or the table, in words that repeat no number of them. */

const REASONS = {
  'not-json': { de: 'Das ist kein gültiges JSON.', en: 'This is not valid JSON.' },
  'wrong-shape': {
    de: 'Hier steht etwas, das dort nicht stehen darf, oder es fehlt etwas.',
    en: 'Something stands here that must not, or something is missing.',
  },
  'not-canonical': {
    de: 'Das ist nicht die eine Schreibweise (kanonisches JSON, RFC 8785). Die Datei wurde verändert oder neu geschrieben.',
    en: 'This is not the one spelling (canonical JSON, RFC 8785). The file was changed or written anew.',
  },
  'other-table': {
    de: 'Der Prüfwert gehört zu einer anderen Tabelle.',
    en: 'The digest belongs to another table.',
  },
  'other-proof': {
    de: 'Der Prüfwert gehört zu einem anderen Nachweis.',
    en: 'The digest belongs to another proof.',
  },
  'other-width': {
    de: 'Bescheinigung und Nachweis nennen verschiedene Breiten.',
    en: 'Certificate and proof name different widths.',
  },
  'other-number-hidden': {
    de: 'In der Tabelle sind nicht so viele Felder geheim, wie die Bescheinigung sagt.',
    en: 'The number of hidden cells in the table is not the certified one.',
  },
  'places-do-not-match': {
    de: 'Der Nachweis gehört nicht zu einer Tabelle mit so vielen Feldern.',
    en: 'The proof does not belong to a table with so many cells.',
  },
  'no-such-cell': { de: 'Eine solche Zelle gibt es nicht.', en: 'There is no such cell.' },
  'told-twice': {
    de: 'Eine Zelle, die schon anderswo steht, steht hier mit etwas anderem.',
    en: 'A cell that stands elsewhere too stands here as something else.',
  },
  'hidden-outside': {
    de: 'Ein geheimes Feld kommt im Nachweis nicht vor.',
    en: 'A hidden place of the table is not part of the proof.',
  },
  'lengths-differ': {
    de: 'Die Liste hat nicht einen Eintrag je geheimer Zelle.',
    en: 'The list does not have one entry per hidden cell.',
  },
  'too-many-relations': {
    de: 'Die Zelle steht in mehr Summen, als erlaubt ist.',
    en: 'The cell stands in more relations than allowed.',
  },
  'not-ascending': {
    de: 'Die Zellen stehen nicht in aufsteigender Folge.',
    en: 'The cells do not stand in ascending order.',
  },
  'outside-domain': {
    de: 'Der Wert liegt außerhalb dessen, was öffentlich über die Zelle bekannt ist.',
    en: 'The value lies outside what is publicly known of the cell.',
  },
  'does-not-add-up': { de: 'Die Summe geht nicht auf.', en: 'The sum does not add up.' },
  'above-its-larger': {
    de: 'Ein Wert liegt über dem, über dem er nie liegen kann.',
    en: 'A value lies above the one that it can never be above.',
  },
  'told-too-closely': {
    de: 'Zu diesem geheimen Feld gibt es keine zwei passenden Tabellen, die um die Breite auseinanderliegen.',
    en: 'No two tables that fit lie apart by the width at this hidden cell.',
  },
} as const;

export type FindingCode = keyof typeof REASONS;

export interface CertificateFinding {
  /** Where: a path into certificate or proof, or the place in the table. */
  readonly pointer: string;
  readonly code: FindingCode;
  readonly reason: { readonly de: string; readonly en: string };
}

export const finding = (pointer: string, code: FindingCode): CertificateFinding => ({
  pointer,
  code,
  reason: REASONS[code],
});

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
  'unfit-text': {
    de: 'Hier steht ein Zeichen, das man nicht sieht oder das die Schrift lenkt.',
    en: 'A character stands here that nobody sees, or that steers how text is shown.',
  },
  'column-twice': { de: 'Diese Spalte steht zweimal da.', en: 'This column stands twice.' },
  'other-columns': {
    de: 'Die Spalten sind nicht die, die eine solche Tabelle hat.',
    en: 'The columns are not those that such a table has.',
  },
  'row-twice': { de: 'Diese Zeile steht zweimal da.', en: 'This row stands twice.' },
  'rows-missing': {
    de: 'Nicht jede Angabe ist mit jeder gekreuzt; es fehlen Zeilen.',
    en: 'Not every code is crossed with every other; rows are missing.',
  },
  'no-tree': {
    de: 'Diese Zeile gehört zu keiner anderen: Alle Zeilen müssen sich zu einer zusammenzählen.',
    en: 'This row belongs to no other one: all rows must add up to a single one.',
  },
  'other-schools': {
    de: 'Die Schulen dieser Zeile sind nicht die ihrer Teile.',
    en: 'The schools of this row are not those of its parts.',
  },
  'not-withheld': {
    de: 'Aus so wenigen Schulen darf diese Zeile keine Zahl zeigen.',
    en: 'Of so few schools this row must show no number.',
  },
  'shown-below': {
    de: 'Hier steht eine Zahl, die kleiner ist, als gezeigt werden darf.',
    en: 'A number stands here that is smaller than may be shown.',
  },
  'unknown-policy': {
    de: 'Diese Schutzregel kennt dieses Kanon nicht; bitte Kanon aktualisieren.',
    en: 'This Kanon does not know this policy; please update it.',
  },
  'other-policy': {
    de: 'Das ist nicht, was die Schutzregel verlangt.',
    en: 'This is not what the policy asks.',
  },
  'other-promise': {
    de: 'Der Satz verspricht eine andere Zahl, als geprüft wird.',
    en: 'The sentence promises another number than the one that is checked.',
  },
  'domain-too-wide': {
    de: 'Der Nachweis rechnet bei diesem Feld mit kleineren Werten, als jeder ohnehin weiß.',
    en: 'The proof reckons with smaller values of this cell than everybody knows anyway.',
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
    en: 'The number of suppressed cells in the table is not the certified one.',
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
    en: 'A suppressed place of the table is not part of the proof.',
  },
  'lengths-differ': {
    de: 'Die Liste hat nicht einen Eintrag je geheimer Zelle.',
    en: 'The list does not have one entry per suppressed cell.',
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
    en: 'No two tables that fit lie apart by the width at this suppressed cell.',
  },
} as const;

export type CertificateFindingCode = keyof typeof REASONS;

export interface CertificateFinding {
  /** Where: a path into certificate or proof, or the place in the table. */
  readonly pointer: string;
  readonly code: CertificateFindingCode;
  readonly reason: { readonly de: string; readonly en: string };
}

/** Makes a finding with the reason of its code. */
export const certificateFinding = (pointer: string, code: CertificateFindingCode): CertificateFinding => ({
  pointer,
  code,
  reason: REASONS[code],
});

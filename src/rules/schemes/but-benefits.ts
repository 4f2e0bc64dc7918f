/** The benefits for education and participation (Bildung und Teilhabe) as the law grants them, for the schemes that count them. */
import type { Benefit } from '../scheme.ts';

/**
 * The norm of one benefit. § 34 SGB XII numbers its paragraphs like § 28 SGB II; § 6b BKGG and § 3 AsylbLG
 * grant the same benefits by reference to them.
 */
export const norm = (paragraph: string, twelve = paragraph): string =>
  `§ 28 ${paragraph} SGB II; § 34 ${twelve} SGB XII; § 6b BKGG; § 3 AsylbLG`;

export const AUSFLUG: Benefit = {
  code: 'AUSFLUG',
  label: { de: 'Eintägige Ausflüge', en: 'Day trips' },
  norm: norm('Abs. 2 Satz 1 Nr. 1'),
  alsoCalled: ['Ausflüge', 'Tagesausflug', 'Tagesausflüge', 'Schulausflug', 'Schulausflüge', 'Day trip'],
};

export const KLASSENFAHRT: Benefit = {
  code: 'KLASSENFAHRT',
  label: { de: 'Mehrtägige Klassenfahrten', en: 'Class trips of several days' },
  norm: norm('Abs. 2 Satz 1 Nr. 2'),
  alsoCalled: ['Klassenfahrten', 'Mehrtägige Klassenfahrt', 'Class trip', 'Class trips'],
};

export const SCHULBEDARF: Benefit = {
  code: 'SCHULBEDARF',
  label: { de: 'Persönlicher Schulbedarf', en: 'Personal school supplies' },
  norm: norm('Abs. 3', 'Abs. 3, 3a'),
  alsoCalled: ['Schulbedarfspaket', 'Schulmaterial', 'School supplies'],
};

export const BEFOERDERUNG: Benefit = {
  code: 'BEFOERDERUNG',
  label: { de: 'Schülerbeförderung', en: 'School transport' },
  norm: norm('Abs. 4'),
  alsoCalled: ['Beförderung', 'Schülerticket', 'Fahrkarte', 'Transport'],
};

export const LERNFOERDERUNG: Benefit = {
  code: 'LERNFOERDERUNG',
  label: { de: 'Lernförderung', en: 'Learning support' },
  norm: norm('Abs. 5'),
  alsoCalled: ['Nachhilfe', 'Tutoring'],
};

export const MITTAG: Benefit = {
  code: 'MITTAG',
  label: { de: 'Gemeinschaftliche Mittagsverpflegung', en: 'Communal lunch' },
  norm: norm('Abs. 6'),
  alsoCalled: ['Mittagessen', 'Mittagsverpflegung', 'Schulessen', 'Lunch', 'School lunch'],
};

export const TEILHABE: Benefit = {
  code: 'TEILHABE',
  label: { de: 'Soziale und kulturelle Teilhabe', en: 'Social and cultural participation' },
  norm: norm('Abs. 7'),
  alsoCalled: ['Soziale Teilhabe', 'Kulturelle Teilhabe', 'Participation'],
};

/** The legend of a table of outcomes: the signs are those of every table, what some of them mean is told of offices. */
import { legendOf, type ReadableCell } from './marks.ts';

const GERMAN: readonly (readonly [school: string, office: string])[] = [
  ['weil zu wenige Schulen gemeldet haben', 'weil noch keine Stelle Zahlen gemeldet hat'],
  ['genau nichts', 'nichts gemeldet; eine Stelle kann etwas nicht angegeben haben'],
];
const ENGLISH: readonly (readonly [school: string, office: string])[] = [
  ['as too few schools reported', 'as no office has handed in numbers yet'],
  ['exactly nothing', 'nothing reported; an office may have withheld something'],
];

/** Sign and meaning, each sign only where one of the cells bears it; and that all figures are what was reported. */
export const outcomeLegend = (cells: readonly ReadableCell[], lang: 'de' | 'en'): string[] =>
  legendOf(cells, lang).map((line) =>
    (lang === 'de' ? GERMAN : ENGLISH).reduce((so, [school, office]) => so.replace(school, office), line),
  );

/** The sentences of the rules and of the anonymiser, said of children, grants and an office instead of pupils, consultations and a school. */

interface Reason {
  readonly de: string;
  readonly en: string;
}

/** Longer ones first, as a shorter one may stand within them. */
const GERMAN: readonly (readonly [school: string, office: string])[] = [
  ['beratene Schülerinnen und Schüler', 'Kinder mit einer Bewilligung'],
  ['Schülerinnen und Schülern', 'Kindern'],
  ['Schülerinnen und Schüler', 'Kinder'],
  ['Mehr Beratene', 'Mehr Kinder'],
  ['Beratene', 'Kinder'],
  ['Beratungen', 'Bewilligungen'],
  ['als die Schule laut Verzeichnis hat', 'als das Verzeichnis nennt'],
  ['Danach hat niemand gefragt.', 'Das wurde niemandem bewilligt.'],
  ['wenn niemand danach gefragt hat', 'wenn es niemandem bewilligt wurde'],
  ['obwohl niemand danach gefragt hat', 'obwohl es niemandem bewilligt wurde'],
  ['wonach niemand gefragt hat', 'was niemandem bewilligt wurde'],
  ['nach denen niemand gefragt hat', 'die niemandem bewilligt wurden'],
  ['dass nach jeder anderen jemand gefragt hat', 'dass jede andere jemandem bewilligt wurde'],
  ['der letzten Meldung dieser Schule', 'der letzten Meldung dieser Stelle'],
  ['bleiben zum Schutz der Kinder an der Schule', 'bleiben zum Schutz der Kinder bei der Stelle'],
  ['bleiben an der Schule', 'bleiben bei der Stelle'],
];

const ENGLISH: readonly (readonly [school: string, office: string])[] = [
  ['pupils who had one', 'children who had one'],
  ['each pupil', 'each child'],
  ['a pupil', 'a child'],
  ['pupils', 'children'],
  ['pupil', 'child'],
  ['consultations', 'grants'],
  ['the register lists for the school', 'the register lists'],
  ['Nobody asked about this.', 'Nobody was granted this.'],
  ['where nobody asked about it', 'where nobody was granted it'],
  ['although nobody asked about it', 'although nobody was granted it'],
  ['What nobody asked about', 'What nobody was granted'],
  ['that nobody asked about', 'that nobody was granted'],
  ['that somebody asked about each of the others', 'that somebody was granted each of the others'],
  ['the last report of this school', 'the last report of this office'],
  ['stay at the school', 'stay at the office'],
];

const said = (text: string, pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((so, [school, office]) => so.replaceAll(school, office), text);

/** The same reason for whoever works at an office. */
export const inOutcomeWords = ({ de, en }: Reason): Reason => ({
  de: said(de, GERMAN),
  en: said(en, ENGLISH),
});

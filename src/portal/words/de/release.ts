/** The road to a release, in German. */
import { periodName, STANDINGS } from './period.ts';

const day = (iso: string): string =>
  new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(iso));
const moment = (iso: string): string =>
  new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
const schools = (count: number): string => (count === 1 ? '1 Schule' : `${count} Schulen`);

const de = {
  title: 'Freigabe',
  sub: 'Vom letzten Tag der Meldungen bis zur geschützten Tabelle. Zwei Personen entscheiden.',
  noPeriod: 'Es gibt noch keinen Zeitraum.',
  periods: 'Zeiträume',
  period: periodName,
  states: STANDINGS,
  waiting: 'Der Stand wird geholt.',
  number: (count: number): string => new Intl.NumberFormat('de-DE').format(count),
  percent: (part: number, whole: number): string =>
    new Intl.NumberFormat('de-DE', { style: 'percent', maximumFractionDigits: 0 }).format(
      whole === 0 ? 0 : part / whole,
    ),

  road: (period: string): string => `Weg zur Freigabe: ${period}`,
  stations: {
    open: 'Offen',
    frozen: 'Eingefroren',
    releasing: 'Wird geschützt',
    released: 'Freigegeben',
  },
  days: (from: string, to: string): string => `${day(from)} bis ${day(to)}`,
  overSince: (to: string): string => `Letzter Tag war der ${day(to)}`,
  frozenText: 'Keine Meldung kommt mehr dazu',
  releasingText: 'Kleine Zahlen werden gesperrt',
  releasedOn: (iso: string, version: number): string => `${day(iso)}, Fassung ${version}`,
  releasedText: 'Berechtigte lesen die Zahlen',
  past: 'erledigt',
  here: 'hier steht der Zeitraum',
  ahead: 'kommt noch',

  reported: (reported: number, expected: number): string =>
    `${reported} von ${expected} Schulen haben gemeldet`,
  nobodyMissing: 'Keine Schule fehlt.',
  missing: (counties: number): string =>
    counties === 1 ? 'In 1 Kreis fehlen Meldungen' : `In ${counties} Kreisen fehlen Meldungen`,
  county: 'Kreis',
  lacking: 'Es fehlen',
  lackingOf: (one: { missing: number; returned: number; vacant: number }): string =>
    [
      one.missing > 0 ? schools(one.missing) : '',
      one.vacant > 0 ? `davon ${one.vacant} ohne besetzte Stelle` : '',
      one.returned > 0 ? `${one.returned} zurückgegeben` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),

  freezeTitle: 'Einfrieren',
  freezeWhat: [
    'Danach kommt keine Meldung mehr dazu, auch keine Berichtigung.',
    'Veröffentlicht wird noch nichts.',
    'Freigeben muss dann eine zweite Person.',
    'Zurücknehmen lässt es sich nur zu zweit, und nur vor der ersten Freigabe.',
  ] as readonly string[],
  freezeAsk: 'Einfrieren vorbereiten',
  freezeNow: (period: string): string => `${period} jetzt einfrieren`,
  unusualTitle: 'Etwas ist ungewöhnlich. Bitte bestätigen Sie jede Zeile.',
  unusual: {
    'not-over': 'Der letzte Tag für Meldungen ist noch nicht vorbei. Es soll trotzdem sein.',
    incomplete: 'Weniger als 80 % der Schulen haben gemeldet. Es soll trotzdem sein.',
  },
  frozen: 'Der Zeitraum ist eingefroren.',
  notNow: 'Noch nicht',

  lookTitle: 'Blick vor der Freigabe',
  lookWhat:
    'Die Tabellen werden wie für eine Freigabe geschützt. Sie sehen, wie viele Felder keine Zahl zeigen würden. Veröffentlicht wird nichts.',
  lookNow: 'Vorschau berechnen',
  computing: 'Die Vorschau wird berechnet. Das kann einige Minuten dauern.',
  wouldBe: (version: number): string => `Es entstünde Fassung ${version}.`,
  wouldBeNone: 'Es entstünde keine neue Fassung: Jede Berichtigung müsste warten.',
  wouldWait: (count: number): string => `${schools(count)}: Die Berichtigung würde warten.`,
  lookTable: 'Felder ohne Zahl nach Ebene',
  level: 'Ebene',
  cells: 'Felder',
  hidden: 'ohne Zahl',
  share: 'Anteil der Felder',
  hiddenShare: 'Beratungen ohne Zahl',
  about: (percent: number | null, hidden: number): string => {
    if (hidden === 0) return 'keine';
    if (percent === null) return 'wird nicht gesagt';
    return percent === 0 ? 'unter 3 %' : `rund ${percent} %`;
  },
  hiddenShareHint:
    'Der Anteil der Beratungen ist auf 5 % gerundet. Bei nur einem oder zwei Feldern mit Beratungen wird er nicht gesagt. Im Land und im Bezirk zählen diese Beratungen trotzdem mit, soweit deren Feld eine Zahl zeigt.',
  noneUseless: 'Jeder Kreis zeigt mindestens eine Zahl.',
  useless: (count: number): string =>
    count === 1 ? '1 Kreis würde keine Zahl zeigen' : `${count} Kreise würden keine Zahl zeigen`,
  whyUseless: {
    'few-reports': 'Zu wenige Schulen haben gemeldet.',
    protection: 'Seine Zahlen sind klein, oder sie verrieten kleine Zahlen anderswo.',
  },
  uselessWay:
    'Fehlende Meldungen lassen sich nachholen, solange der Zeitraum offen ist: Dafür wird das Einfrieren zurückgenommen.',
  anew: 'neu gesperrt',
  levels: {
    state: 'Land',
    district: 'Regierungsbezirk',
    county: 'Kreis',
    'school-type': 'Schulform im Regierungsbezirk',
  } as Readonly<Record<string, string>>,
  needsChoice:
    'Die neue Fassung würde Zahlen des Landes oder eines Bezirks verdecken, die schon zu sehen waren. Bei der Freigabe ist zu wählen, was geschieht.',
  lookHint: 'Warum ein Feld gesperrt ist, steht nirgends. Auch das verriete etwas über Kinder.',

  releaseTitle: 'Freigeben',
  releaseWhat: [
    'Das kann nur eine andere Person als die, die eingefroren hat.',
    'Die Tabellen werden geschützt, geprüft und mit einer Bescheinigung veröffentlicht.',
    'Eine Freigabe lässt sich nicht zurückholen.',
  ] as readonly string[],
  releaseAsk: 'Freigabe vorbereiten',
  releaseNow: (period: string): string => `${period} jetzt freigeben`,
  protecting: 'Die Tabellen werden geschützt',
  protectingText: 'Das kann einige Minuten dauern. Diese Seite sieht von selbst nach.',
  choiceTitle: 'Was wird aus Berichtigungen?',
  choices: {
    safe: 'Übernehmen, aber nichts verdecken, was schon zu sehen war',
    publish: 'Übernehmen, auch wenn dadurch Zahlen verdeckt werden',
    keep: 'Warten lassen bis zum nächsten Öffnen',
  },
  thawTitle: 'Einfrieren zurücknehmen',
  thawWhat: 'Dann kommen wieder Meldungen dazu. Eine Person bittet darum, eine zweite bestätigt.',
  thawAsk: 'Um Rücknahme bitten',
  thawAsked: 'Die Bitte ist eingetragen. Eine zweite Person muss bestätigen.',
  thawConfirm: 'Rücknahme bestätigen',
  thawed: 'Der Zeitraum nimmt wieder Meldungen an.',
  thawMine: 'Sie haben darum gebeten. Eine zweite Person muss bestätigen.',
  thawOther: (until: string): string => `Jemand bittet darum. Die Bitte gilt bis ${moment(until)}.`,

  releaseOf: (version: number, iso: string): string => `Fassung ${version} vom ${day(iso)}`,
  hiddenCells: (count: number): string =>
    `${new Intl.NumberFormat('de-DE').format(count)} Felder aller Tabellen zeigen keine Zahl.`,
  against: 'Die Tabelle hält stand, wenn jemand …',
  notCovered: 'Nicht abgedeckt sind',
  certificateHint:
    'Die Datei trägt die Unterschrift des Dienstes. Wie man sie nachrechnet, steht in der Anleitung zur Bescheinigung.',
  certificateFile: 'Bescheinigung speichern (JWS)',
  certificateShow: 'Bescheinigung lesen',
  figures: 'Zahlen ansehen',

  corrections: 'Berichtigungen',
  noneKept: 'Keine Berichtigung wartet.',
  kept: (count: number): string =>
    count === 1 ? 'Die Berichtigung einer Schule wartet.' : `Die Berichtigungen von ${count} Schulen warten.`,
  keptWhy:
    'Mit ihnen ließe sich aus alter und neuer Fassung ablesen, was einzelne Schulen geändert haben. Sie kommen mit, sobald genug andere dazukommen.',
  reopenTitle: 'Für Berichtigungen wieder öffnen',
  reopenWhat:
    'Schulen können dann noch einmal melden. Was freigegeben ist, bleibt. Danach wird wieder eingefroren und zu zweit freigegeben.',
  until: 'Letzter Tag',
  reopenNow: 'Wieder öffnen',
  reopened: 'Der Zeitraum nimmt wieder Meldungen an.',

  failed: 'Die letzte Freigabe ist nicht gelungen. Veröffentlicht wurde nichts.',
  failures: {
    'no-safe-pattern':
      'Die letzte Freigabe ist nicht gelungen: Die Tabelle ließ sich nicht sicher genug schützen. Veröffentlicht wurde nichts.',
    'protection-failed':
      'Der Schutz ist nicht fertig geworden. Veröffentlicht wurde nichts. Bitte noch einmal versuchen.',
    'corrections-kept': 'Keine Berichtigung wurde übernommen. Die bisherige Fassung bleibt die neueste.',
    'would-hide':
      'Die neue Fassung würde Zahlen verdecken, die schon zu sehen waren. Bitte wählen Sie, was aus Berichtigungen wird.',
  } as Readonly<Record<string, string>>,
  /** Refusals of which this page knows what to do next. */
  ways: {
    'same-person': {
      title: 'Das muss eine zweite Person tun',
      text: 'Sie haben diesen Zeitraum eingefroren. Freigeben kann ihn nur jemand anderes der Statistikstelle.',
    },
    'step-up-needed': {
      title: 'Bitte zeigen Sie noch einmal, wer Sie sind',
      text: 'Melden Sie sich ab und mit Ihrem zweiten Faktor neu an. Danach haben Sie fünf Minuten dafür.',
    },
  } as Readonly<Record<string, { readonly title: string; readonly text: string }>>,
};

export type ReleaseWords = typeof de;
export default de;

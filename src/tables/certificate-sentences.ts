/** The sentences of certificates in German. A certificate holds them in English; what is not here is quoted as it stands. */

/** Processors bound by contract: their schools stay contributors of their own. */
export const PROVIDERS =
  "providers that report for many schools: they are trusted not to subtract their schools' numbers from what is published";

const GERMAN: Readonly<Record<string, string>> = {
  // Whom a table of anybody's own is protected against
  'knows every open cell and every sum': 'jedes offene Feld und jede Summe kennt',
  'reckons in whole numbers': 'mit ganzen Zahlen rechnet',
  'contributors, who know their own part': 'Beitragende, die ihren eigenen Teil kennen',
  'contributors who put their parts together': 'Beitragende, die ihre Teile zusammenlegen',
  'other tables of the same data, and earlier versions of this one':
    'andere Tabellen derselben Daten und frühere Fassungen dieser Tabelle',
  'background knowledge about a case': 'wer über einen Fall ohnehin etwas weiß',
  'who concludes from zeros shown that no hidden cell is 0':
    'wer aus gezeigten Nullen schließt, dass kein geheimes Feld 0 ist',
  'that some hidden cells together are below the threshold, and their sum can be told':
    'dass manche geheimen Felder auch zusammen unter der Schwelle liegen und ihre Summe zu erkennen ist',
  'that a code is the sum of others, which the figures of some codes would allow':
    'dass eine Angabe die Summe anderer ist; die Zahlen mancher Angaben ließen das zu',
  'that the values chosen as secret are the right ones':
    'dass die richtigen Felder als geheim bestimmt wurden',

  // Releases
  'knows every open cell, every sum, and that pupils are at most consultations':
    'jedes offene Feld und jede Summe kennt und weiß, dass es nie mehr Kinder als Beratungen sind',
  'knows that zeros are shown outside rows without numbers, and that a hidden cell there stands for at least k':
    'weiß, dass außerhalb von Zeilen ohne Zahlen Nullen gezeigt werden und ein geheimes Feld dort für mindestens {k} steht',
  // Certificates of Kanon 0.1.0 before pending rows kept their zeros say this.
  'knows that zeros are shown and that a hidden cell stands for at least k':
    'weiß, dass Nullen gezeigt werden und ein geheimes Feld für mindestens {k} steht',
  'has a list of the schools, and reckons with the school types of a county, which nobody publishes':
    'eine Liste der Schulen hat und mit den Schulformen eines Kreises rechnet, die niemand veröffentlicht',
  'knows why each cell is hidden, and looks for single schools behind what is shown':
    'weiß, warum ein Feld geheim ist, und nach einzelnen Schulen hinter offenen Feldern sucht',
  'is a reporter, subtracts the own schools, and does all that a stranger does':
    'selbst meldet, die eigenen Schulen abzieht und alles tut, was ein Fremder tut',
  'holds the earlier releases of the period, and knows who came late, dropped out or corrected something':
    'die früheren Freigaben des Zeitraums hat und weiß, wer später kam, wegfiel oder etwas berichtigt hat',
  'is a coordinator, and chooses whose reports are sent back':
    'koordiniert und auswählt, wessen Meldung zurückgeht',
  'reporters who put their numbers together': 'Meldende, die ihre Zahlen zusammenlegen',
  [PROVIDERS]:
    'Träger, die für viele Schulen melden: Es wird darauf vertraut, dass sie die Zahlen ihrer Schulen nicht von den veröffentlichten abziehen',
  'zeros of rows without numbers, to a reporter of the same row':
    'Nullen in Zeilen ohne Zahlen, gegenüber jemandem, der in derselben Zeile meldet',
  'releases of other periods': 'Freigaben anderer Zeiträume',
  'what the choice of hidden cells tells somebody who knows the method, beyond why they are hidden':
    'was die Wahl der geheimen Felder jemandem sagt, der das Verfahren kennt, außer warum sie geheim sind',
};

/** What everybody knows of a suppressed cell, where that is a number. */
const AT_LEAST = /^knows that a hidden cell is at least (\d{1,15})$/;

/** As they are written in a sentence; larger ones in digits. */
const NUMBERS = [
  'null',
  'eins',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
];

/** A sentence of ours in German; undefined where it is none. hiddenAtLeast  what the certificate says that a hidden cell is at least */
export function inGerman(sentence: string, hiddenAtLeast?: number): string | undefined {
  const least = AT_LEAST.exec(sentence)?.[1];
  if (least !== undefined) return `weiß, dass ein geheimes Feld mindestens ${least} ist`;
  if (!Object.hasOwn(GERMAN, sentence)) return undefined;
  const k = hiddenAtLeast === undefined ? 'k' : (NUMBERS[hiddenAtLeast] ?? String(hiddenAtLeast));
  return GERMAN[sentence]?.replace('{k}', k);
}

/** The number that a sentence says suppressed cells are at least; undefined where it is another sentence. */
export function leastIn(sentence: string): number | undefined {
  const least = AT_LEAST.exec(sentence)?.[1];
  return least === undefined ? undefined : Number(least);
}

/** States the public lower bound of suppressed cells, in the words that `leastIn` reads. */
export const knowsAtLeast = (least: number): string => `knows that a hidden cell is at least ${least}`;

/** What `kanon report --all` says in both languages. */
import type { InBoth, Language } from '../../foundation/language.ts';

export const REPORT_ALL_HELP = {
  reportAll: {
    de: 'viele Meldungen auf einmal: eine Datei mit fertigen Meldungen (NDJSON, oder CSV mit einer Zeile je Feld), oder ein Ordner mit einer Datei je Schule, die nach ihrer Nummer heißt',
    en: 'many reports at once: a file of ready reports (NDJSON, or CSV with a line a cell), or a folder with a file a school that is called by its number',
  },
  periodOfFolder: { de: 'Zeitraum der Meldungen eines Ordners', en: 'period of the reports of a folder' },
  atomic: { de: 'alle Meldungen oder keine', en: 'all reports or none' },
  receipts: {
    de: 'neue Datei für die Quittungen, eine in jeder Zeile',
    en: 'new file for the receipts, one a line',
  },
} as const satisfies Readonly<Record<string, InBoth>>;

export const REPORT_ALL = {
  periodGoesWith: {
    de: '--period gehört zu einem Ordner; in einer Datei nennt jede Meldung ihren Zeitraum.',
    en: '--period goes with a folder; in a file each report names its period.',
  },
  notASchool: {
    de: 'Im Ordner liegt eine Datei, die nicht nach einer Schulnummer heißt, wie 990001.csv. Nichts wurde gesendet.',
    en: 'The folder holds a file that is not called by a school number, such as 990001.csv. Nothing was sent.',
  },
  tooLarge: { de: 'Die Datei ist größer als 32 MiB.', en: 'The file is larger than 32 MiB.' },
  nothing: { de: 'Nichts wurde gespeichert.', en: 'Nothing was stored.' },
} as const satisfies Readonly<Record<string, InBoth>>;

export interface Sums {
  readonly read: number;
  readonly stored: number;
  readonly unchanged: number;
  readonly checked: number;
  readonly refused: number;
}

export const sumsInWords = ({ read, stored, unchanged, checked, refused }: Sums, lang: Language): string =>
  ({
    de: `${read} Meldungen: ${stored} gespeichert, ${unchanged} unverändert, ${checked} nur geprüft, ${refused} abgelehnt`,
    en: `${read} reports: ${stored} stored, ${unchanged} unchanged, ${checked} only checked, ${refused} refused`,
  })[lang];

/** Before what was wrong with one of them. */
export const lineOfSchool = (line: number, school: string, period: string, lang: Language): string =>
  ({
    de: `Zeile ${line}, Schule ${school}, ${period}`,
    en: `Line ${line}, school ${school}, ${period}`,
  })[lang];

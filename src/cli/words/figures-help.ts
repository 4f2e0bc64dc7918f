/** What the help says of released figures: commands, options and formats. */

export const FIGURES_HELP = {
  summary: { de: 'freigegebene Zahlen einer Region', en: 'released figures of a region' },
  series: {
    de: 'freigegebene Zahlen einer Region über mehrere Zeiträume',
    en: 'released figures of a region over several periods',
  },
  releaseVersion: {
    de: 'eine ältere Fassung der Freigabe; sonst die neueste',
    en: 'an older version of the release; else the newest',
  },
  format: {
    de: 'als Datei, wie der Dienst sie schreibt: Arbeitsmappe, PDF zur Ablage, JSON-stat, SDMX-CSV oder dessen Struktur',
    en: 'as a file, as the service writes it: workbook, PDF to be filed, JSON-stat, SDMX-CSV or its structure',
  },
  outFile: {
    de: 'schreibt in diese Datei, die es noch nicht gibt; xlsx und pdf brauchen sie',
    en: 'writes to this file, which is not there yet; xlsx and pdf need it',
  },
  firstPeriod: { de: 'erster Zeitraum, etwa 2026-Q1', en: 'first period, such as 2026-Q1' },
  lastPeriod: {
    de: 'letzter Zeitraum, so lang wie der erste',
    en: 'last period, as long as the first',
  },
  asOf: {
    de: 'die Fassungen, die zu diesem Zeitpunkt die neuesten waren, etwa 2026-11-05T08:00:00Z',
    en: 'the versions that were the newest at this moment, such as 2026-11-05T08:00:00Z',
  },
  updatedAfter: {
    de: 'nur Zeiträume, deren Fassung nach diesem Zeitpunkt freigegeben wurde',
    en: 'only periods whose version was released after this moment',
  },
} as const;

/** Lists that are imported, in German. */
const rows =
  (one: string, many: string) =>
  (count: number): string =>
    count === 1 ? `1 ${one}` : `${count} ${many}`;

export const listWords = {
  imports: 'Listen einlesen',
  importsWhat:
    'Eine Liste wird zuerst nur durchgesehen. Sie sehen, was sich ändern würde. Übernommen wird sie ganz oder gar nicht.',
  which: 'Welche Liste',
  lists: { regions: 'Kreise und Gemeinden', schools: 'Schulen', participation: 'Wer melden soll' },
  file: 'Datei (CSV)',
  noFile: 'Bitte zuerst eine Datei wählen.',
  closesMissing: 'Letzter Tag für alles, was in der Liste fehlt',
  closesMissingHelp: 'Leer lassen, wenn Fehlendes bleiben soll, wie es ist.',
  force: 'Auch wenn damit mehr als ein Fünftel endet.',
  lookThrough: 'Durchsehen',
  lookedThrough: 'Durchgesehen. Gespeichert ist noch nichts.',
  takeOver: (list: string): string => `${list}: jetzt übernehmen`,
  takenOver: (read: number): string => `Übernommen: ${rows('Zeile', 'Zeilen')(read)}.`,
  firstFaults: (shown: number, of: number): string => `Gezeigt sind die ersten ${shown} von ${of} Fehlern.`,
  difference: (read: number): string => `${rows('Zeile', 'Zeilen')(read)} gelesen. Das würde sich ändern:`,
  counts: {
    added: rows('kommt dazu', 'kommen dazu'),
    updated: rows('wird geändert', 'werden geändert'),
    unchanged: rows('bleibt gleich', 'bleiben gleich'),
    closed: rows('fehlt in der Liste und endet', 'fehlen in der Liste und enden'),
    ignored: rows('betrifft ein anderes Land', 'betreffen ein anderes Land'),
    withoutMunicipality: rows(
      'Schule ist nur mit ihrem Kreis bekannt',
      'Schulen sind nur mit ihrem Kreis bekannt',
    ),
  },
};

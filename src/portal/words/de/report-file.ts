/** Numbers out of a file, in German. */
const de = {
  label: 'Aus einer Tabelle (CSV)',
  choose: 'Datei auswählen',
  orDrop: 'oder hierher ziehen',
  help: 'Je Zeile: Leistung, Kinder, Beratungen. Die Datei wird nur auf diesem Gerät gelesen. Aus Excel können Sie auch kopieren und in ein Feld einfügen.',
  taken: (taken: number, left: number): string =>
    `${taken === 1 ? '1 Zeile' : `${taken} Zeilen`} übernommen${left === 0 ? '' : `, ${left} ohne bekannte Leistung`}. Bitte prüfen Sie die Zahlen.`,
  fault: {
    'too-large': 'Die Datei ist zu groß. Es genügt eine Tabelle mit einer Zeile je Leistung.',
    'no-table': 'In der Datei steht keine Zeile mit einer Leistung und zwei Zahlen.',
    'not-text': 'Das ist keine Textdatei. Speichern Sie die Tabelle in Excel bitte als CSV.',
  },
};

export type FileWords = typeof de;
export default de;

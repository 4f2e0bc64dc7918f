/** Numbers out of a file, in German. */
const de = {
  label: 'Aus einer Tabelle (Excel, CSV)',
  choose: 'Datei auswählen',
  orDrop: 'oder hierher ziehen',
  help: 'Je Zeile: Leistung, Kinder, Beratungen; oder eine Strichliste mit Kind und Leistung. Die Datei wird nur auf diesem Gerät gelesen, Makros laufen nicht. Sie können auch kopieren und in ein Feld einfügen.',
  taken: (taken: number, left: number): string =>
    `${taken === 1 ? '1 Zeile' : `${taken} Zeilen`} übernommen${left === 0 ? '' : `, ${left} ohne bekannte Leistung`}. Bitte prüfen Sie die Zahlen.`,
  tally: (strokes: number): string =>
    `Strichliste mit ${strokes === 1 ? '1 Strich' : `${strokes} Strichen`} gezählt. Bitte prüfen Sie die Zahlen.`,
  line: (line: number, reason: string): string => `Zeile ${line}: ${reason}`,
  fault: {
    'too-large': 'Die Datei ist zu groß. Es genügt eine Tabelle mit einer Zeile je Leistung.',
    'no-table': 'In der Datei steht keine Zeile mit einer Leistung und zwei Zahlen.',
    'not-text':
      'Das ist weder eine Tabelle als Text noch eine Arbeitsmappe, die sich lesen lässt. Speichern Sie sie in Excel bitte als Arbeitsmappe (.xlsx) oder als CSV.',
    'old-workbook':
      'Das ist eine Arbeitsmappe alter Art oder eine mit Passwort. Speichern Sie sie in Excel bitte ohne Passwort als Arbeitsmappe (.xlsx).',
    'several-sheets': 'Mehrere Blätter passen. Lassen Sie bitte nur eines davon in der Datei.',
    'hidden-sheet':
      'Die Zahlen stehen auf einem ausgeblendeten Blatt. Blenden Sie es bitte ein und speichern Sie die Datei.',
    tally: 'Die Strichliste lässt sich nicht lesen.',
    'no-reader':
      'Die Datei ließ sich gerade nicht lesen. Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  },
};

export type FileWords = typeof de;
export default de;

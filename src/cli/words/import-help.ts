/** What `kanon import help` says in both languages: columns, limits, and where the lists are published. */
import type { InBoth } from '../../foundation/language.ts';

export const IMPORT_HELP: InBoth = {
  de: `kanon import regions DATEI      Gemeinden; Spalten ags, name, typ
kanon import schools DATEI      Schulen; Spalten schulnummer, schulform, bezeichnung, ags, kreis_key, schueler_gerundet5;
                                oder die Liste des Ministeriums (Schuldaten, open.nrw), so wie sie veröffentlicht ist
kanon import participation DATEI   wer melden soll; Spalten school, from, to, kind (FUNDED, OTHER, VACANT, NONE)

DATEI ist CSV mit diesen Namen in der Kopfzeile, in beliebiger Reihenfolge, groß oder klein; andere Spalten werden übergangen,
ebenso leere Zeilen, leere Zellen am Ende einer Zeile, eine erste Zeile sep=; und Titelzeilen über der Kopfzeile, die genannt
werden. Komma, Semikolon oder Tabulator; UTF-8, UTF-16 oder Windows-1252, was gesagt wird; keine Arbeitsmappe (.xlsx): bitte
als CSV speichern. Höchstens 32 MiB und 100.000 Zeilen.
Schlüssel haben 5, 8 oder 12 Ziffern (ARS); fehlt vorn eine Null, die eine Tabellenkalkulation wegließ, wird die Zeile
abgelehnt und genannt.
Die Zellen von schueler_gerundet5 und von ags oder kreis_key dürfen leer sein.
Aus der Liste des Ministeriums bleiben aufgelöste Schulen (Schulbetriebsschluessel 3) und Ämter weg und werden genannt; aus
Schlüsseln der Schulform werden Namen; Schülerzahlen hat sie nicht, bekannte bleiben also.
Eine Zeile der Regionen mit einem Schlüssel aus fünf Ziffern ergänzt oder ändert einen Kreis, im Bezirk seiner ersten drei;
Name und Art wie bei einer Gemeinde.
Beide Listen dürfen valid_from (gueltig_ab) und valid_to (gueltig_bis) haben, etwa 2026-08-01 oder 01.08.2026; ein leeres
valid_to heißt ohne Ende, und ohne diese Spalten bleiben bekannte Tage, wie sie sind.
Die Spalte successor (nachfolger) nennt, wer übernimmt, wenn eine Schule oder Region endet: einen Schlüssel, oder mehrere mit
Leerzeichen, Komma oder Schrägstrich.
Bekannte Schlüssel werden geändert, andere kommen hinzu; was die Liste nicht nennt, bleibt oder wird mit --closes-missing geschlossen.
Eine falsche Zeile, und nichts wird eingelesen. Zuerst die Regionen: Eine Schule, deren Gemeinde unbekannt ist, kommt in ihren Kreis.
Ein Zeitraum behält die Schulen, die er am Tag der Öffnung vorfand: Was später eingelesen wird, zählt ab dem nächsten Zeitraum.
Die Liste der Teilnahme nennt alle Einträge jeder ihrer Schulen; andere Schulen behalten ihre. Leere Zellen bei from und to
heißen ohne Anfang und ohne Ende. In einem Kreis ohne Eintrag wird jede Schule erwartet, sonst die mit einem.

Wo die Listen veröffentlicht sind, und was dazugehört, wo sie gezeigt werden:
  Gemeinden       Gemeindeverzeichnis GV-ISys, https://www.destatis.de (seine Spalten heißen anders: bitte umbenennen); „© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis“ und sein Stand
  Schulen         Schuldaten, https://open.nrw; „IT.NRW, Statistisches Landesamt; Ministerium für Schule und Bildung NRW; dl-de/by-2-0“ und ihr Jahr
`,
  en: `kanon import regions FILE      municipalities; columns ags, name, typ
kanon import schools FILE      schools; columns schulnummer, schulform, bezeichnung, ags, kreis_key, schueler_gerundet5;
                                or the ministry's list (Schuldaten, open.nrw) just as it is published
kanon import participation FILE   who is expected to report; columns school, from, to, kind (FUNDED, OTHER, VACANT, NONE)

FILE is CSV with these names in its header, in any order and any case; other columns are ignored, and so are empty lines, empty cells at
the end of a line, a first line sep=; and title lines above the header, which are told. Comma, semicolon or tab; UTF-8, UTF-16
or Windows-1252, which is told; no workbook (.xlsx): save it as CSV. At most 32 MiB and 100,000 lines.
Keys have 5, 8 or 12 digits (ARS); a nought that a spreadsheet dropped in front is told. The cells of schueler_gerundet5, and of ags or kreis_key, may be empty.
Of the ministry's list, dissolved schools (Schulbetriebsschluessel 3) and offices are left out and told; keys of school types become names; it has no numbers of pupils, so known ones stay.
A line of the regions with a key of five digits adds or updates a county, in the district of its first three; name and kind as for a municipality.
Both lists may have valid_from (gueltig_ab) and valid_to (gueltig_bis), such as 2026-08-01 or 01.08.2026; an empty
valid_to means no end, and without these columns known dates stay as they are.
A column successor (nachfolger) names who takes over when a school or region ends: one key, or several with blanks, commas or slashes.
Keys that are known are updated, others are added; what the list does not name stays, or is closed with --closes-missing.
One wrong line, and nothing is imported. Import the regions first: a school whose municipality is not known is put in its county.
A period keeps the schools that its opening day found: what is imported later counts from the next period on.
The list of participation names all entries of each of its schools; other schools keep theirs. Empty cells of from and to
mean no beginning and no end. In a county without any entry every school is expected, else those with one.

Where the lists are published and what to say where they are shown:
  municipalities  Gemeindeverzeichnis GV-ISys, https://www.destatis.de (its columns have other names: rename them); "© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis" and its date
  schools         Schuldaten, https://open.nrw; "IT.NRW, Statistisches Landesamt; Ministerium für Schule und Bildung NRW; dl-de/by-2-0" and its year
`,
};

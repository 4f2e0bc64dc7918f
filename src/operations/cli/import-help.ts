/** What `kanon import help` says: columns, limits, and where the lists are published. */

export const IMPORT_HELP = `kanon import regions FILE      municipalities; columns ags, name, typ
kanon import schools FILE      schools; columns schulnummer, schulform, bezeichnung, ags, kreis_key, schueler_gerundet5

FILE is CSV in UTF-8 with these names in its first line, in any order; other columns are ignored. Comma or semicolon,
at most 32 MiB and 100,000 lines. The cells of schueler_gerundet5, and of ags or kreis_key, may be empty.
Both lists may have valid_from (gueltig_ab) and valid_to (gueltig_bis), such as 2026-08-01 or 01.08.2026; an empty
valid_to means no end, and without these columns known dates stay as they are.
A column successor (nachfolger) names who takes over when a school or municipality ends: one key, or several with blanks.
Keys that are known are updated, others are added; what the list does not name stays, or is closed with --closes-missing.
One wrong line, and nothing is imported. A school that a frozen period still needs as it is stays so, and is told. Import the regions first: a school whose municipality is not known is put in its county.

Where the lists are published (their columns have other names there) and what to say where they are shown:
  municipalities  Gemeindeverzeichnis GV-ISys, https://www.destatis.de; "© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis" and its date
  schools         Schuldaten, https://open.nrw; "IT.NRW, Statistisches Landesamt; Ministerium für Schule und Bildung NRW; dl-de/by-2-0" and its year
`;

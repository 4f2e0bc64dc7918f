/** What `kanon import help` says: columns, limits, and where the lists are published. */

export const IMPORT_HELP = `kanon import regions FILE      municipalities; columns ags, name, typ
kanon import schools FILE      schools; columns schulnummer, schulform, bezeichnung, ags, kreis_key, schueler_gerundet5
kanon import participation FILE   who is expected to report; columns school, from, to, kind (FUNDED, OTHER, VACANT, NONE)

FILE is CSV in UTF-8 with these names in its first line, in any order; other columns are ignored. Comma or semicolon,
at most 32 MiB and 100,000 lines. The cells of schueler_gerundet5, and of ags or kreis_key, may be empty.
Both lists may have valid_from (gueltig_ab) and valid_to (gueltig_bis), such as 2026-08-01 or 01.08.2026; an empty
valid_to means no end, and without these columns known dates stay as they are.
A column successor (nachfolger) names who takes over when a school or municipality ends: one key, or several with blanks.
Keys that are known are updated, others are added; what the list does not name stays, or is closed with --closes-missing.
One wrong line, and nothing is imported. Import the regions first: a school whose municipality is not known is put in its county.
A period keeps the schools that its opening day found: what is imported later counts from the next period on.
The list of participation names all entries of each of its schools; other schools keep theirs. Empty cells of from and to
mean no beginning and no end. In a county without any entry every school is expected, else those with one.

Where the lists are published (their columns have other names there) and what to say where they are shown:
  municipalities  Gemeindeverzeichnis GV-ISys, https://www.destatis.de; "© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis" and its date
  schools         Schuldaten, https://open.nrw; "IT.NRW, Statistisches Landesamt; Ministerium für Schule und Bildung NRW; dl-de/by-2-0" and its year
`;

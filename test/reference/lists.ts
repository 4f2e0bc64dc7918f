/** Invented lists in the published forms, and the administrator who brings them in. */

export const REGION_HEADER = 'ags,ars,name,typ,kreis_key,kreis_name,rb_key,rb_name,einwohner,flaeche_ha';
export const SCHOOL_HEADER =
  'schulnummer,schulform,schulform_key,bezeichnung,plz,ort,rechtsstatus,ags,kreis_key,rb_key,schueler_gerundet5,sozialindex,startchancen';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Such as `05111001`, an invented municipality in the county of the first five digits. */
export const regionLine = (ags: string, name = `Erfunden ${ags}`): string =>
  `${ags},${ags}0000,${name},Stadt,${ags.slice(0, 5)},x,${ags.slice(0, 3)},x,1000,100`;

export const schoolLine = (number: string, ags: string, roll = '400'): string =>
  `${number},Grundschule,02,Erfundene Schule ${number},40000,Erfunden,Öffentlich,${ags},${ags.slice(0, 5)},${ags.slice(0, 3)},${roll},,0`;

export const listOf = (...lines: string[]): Uint8Array => bytesOf(`${lines.join('\n')}\n`);

/** That many invented schools in the city of Düsseldorf, numbered from 900001. */
export const manySchools = (many: number): string[] =>
  Array.from({ length: many }, (_, n) => schoolLine(String(900_001 + n), '05111000'));

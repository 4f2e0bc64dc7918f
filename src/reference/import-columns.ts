/** Names of columns in the lists that offices publish, beside those of our own form. */
import type { NamedColumn } from '../rules/sheet/header.ts';

/**
 * The ministry's list of schools (Schuldaten, open.nrw): its name of a school is spread over three columns, its county
 * follows from the municipality, and it has no roll.
 */
export const PUBLISHED_SIGN: NamedColumn = {
  name: 'schulbetriebsschluessel',
  also: ['schulbetriebsschlüssel'],
};

export const SCHOOL_NUMBER: NamedColumn = { name: 'schulnummer', also: ['schulnr', 'schul-nr', 'schul-nr.'] };
export const SCHOOL_TYPE: NamedColumn = { name: 'schulform' };
export const SCHOOL_NAME: NamedColumn = {
  name: 'bezeichnung',
  also: ['schulbezeichnung_1', 'schulbezeichnung', 'schulname', 'name'],
};
/** What goes on with the name where the first part stands in `schulbezeichnung_1`. */
export const NAME_GOES_ON: readonly NamedColumn[] = [
  { name: 'schulbezeichnung_2' },
  { name: 'schulbezeichnung_3' },
];
/** A regional key of twelve digits says the same. */
export const MUNICIPALITY: NamedColumn = {
  name: 'ags',
  also: [
    'gemeindeschluessel',
    'gemeindeschlüssel',
    'amtlicher gemeindeschlüssel',
    'ars',
    'regionalschluessel',
    'regionalschlüssel',
  ],
};
export const COUNTY: NamedColumn = { name: 'kreis_key', also: ['kreisschluessel', 'kreisschlüssel'] };
export const ROLL: NamedColumn = { name: 'schueler_gerundet5' };

/** What a rehearsal says of each step, in both languages. */
import type { InBoth } from '../foundation/language.ts';

export const REHEARSED = {
  imported: (list: 'regions' | 'schools', lines: number): InBoth => ({
    de: `${lines} ${{ regions: 'Regionen', schools: 'Schulen' }[list]} eingelesen`,
    en: `${lines} ${list} imported`,
  }),
  reporters: (accounts: number): InBoth => ({
    de: `${accounts} Konten für Meldungen`,
    en: `${accounts} reporters`,
  }),
  invented: (reports: number): InBoth => ({
    de: `${reports} Meldungen erfunden und anonymisiert`,
    en: `${reports} reports invented and anonymised`,
  }),
  submitted: (reports: number): InBoth => ({
    de: `${reports} Meldungen angenommen, geprüft und gespeichert`,
    en: `${reports} reports through the gate, the rules and into the database`,
  }),
  released: { de: 'geschützt und freigegeben', en: 'protected and released' },
  /** cells  that show no number; bytes  of the answer */
  district: (name: string, counties: number, cells: number, bytes: number): InBoth => ({
    de: `Bezirk ${name}: ${counties === 1 ? 'ein Kreis' : `${counties} Kreise`}, ${cells} verborgene Felder, ${bytes} Bytes`,
    en: `district ${name}: ${counties} counties, ${cells} hidden cells, ${bytes} bytes`,
  }),
} as const;

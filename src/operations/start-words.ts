/** What a start says to whoever watches it, in both languages. */
import type { InBoth, Language } from '../foundation/language.ts';
import type { DemoResult } from '../demo/demo.ts';
import { sharesInWords } from '../demo/invented-reports.ts';

export const START = {
  // The demo
  demoBegins: {
    de: 'erster Start: Schulen werden erfunden und melden',
    en: 'first start: inventing schools and letting them report',
  },
  demoGoesOn: {
    de: 'ein früherer Start hat die Demo nicht fertig gemacht; es geht damit weiter',
    en: 'an earlier start did not finish the demo; going on with it',
  },
  demoByAnother: {
    de: 'ein anderer Start macht gerade die Demo; dieser wartet darauf',
    en: 'another start is making the demo; waiting for it',
  },
  demoNotReleased: {
    de: 'die Demo ist noch nicht freigegeben; der nächste Start macht damit weiter',
    en: 'the demo is not released yet; the next start goes on with it',
  },
  demoHalf: {
    de: 'Ein früherer Start hat eine halbe Demo hinterlassen, die diese Fassung nicht fertig machen kann. Darin sind nur erfundene Schulen: Bitte Kanon beenden, den Ordner KANON_DATA verschieben (oder eine leere Datenbank nehmen) und neu starten; oder mit KANON_DEMO=off so weitermachen, wie es ist.',
    en: 'An earlier start left half a demo, which this version cannot finish. It holds nothing but invented schools: stop Kanon, move the folder KANON_DATA away (or take an empty database), and start again; or set KANON_DEMO=off to go on with it as it is.',
  },

  // The end
  stopping: {
    de: 'wird beendet; laufende Anfragen werden noch beantwortet',
    en: 'stopping; requests on their way are finished first',
  },
} as const satisfies Readonly<Record<string, InBoth>>;

export const notReady = (seconds: number): InBoth => ({
  de: `nicht mehr bereit; wird in ${seconds} Sekunden beendet`,
  en: `not ready any more; stopping in ${seconds} seconds`,
});

/** The database is gone, as it says itself. */
export const endsWith = (lost: InBoth): InBoth => ({
  de: `${lost.de} Damit endet auch Kanon; bitte neu starten.`,
  en: `${lost.en} Kanon ends with it; start it again.`,
});

export const portTaken = (port: number): InBoth => ({
  de: `Port ${port} ist belegt: bitte beenden, was dort lauscht, oder mit PORT einen anderen nennen.`,
  en: `Port ${port} is taken: stop what listens there, or start with PORT set to another one.`,
});

export const logNotSigned = (refusal: InBoth): InBoth => ({
  de: `das Zugriffsprotokoll wird nicht signiert: ${refusal.de}`,
  en: `the access log is not signed: ${refusal.en}`,
});

/** Persons: two who act, and one where one of them is away. */
export const ENOUGH_ADMINISTRATORS = 3;

export const tooFewAdministrators = (persons: number): InBoth =>
  persons === 0
    ? {
        de: 'Noch verwaltet niemand Kanon. Das erste Konto entsteht am Rechner des Dienstes: kanon account NAME --role admin --office DIENSTSTELLE.',
        en: 'Nobody administers Kanon yet. The first account is made at the host of the service: kanon account NAME --role admin --office OFFICE.',
      }
    : {
        de: `Es verwalten nur ${persons} Personen; mit dreien bleibt auch bei Krankheit eine zweite. Bitte einladen: kanon account invite NAME --role admin; solange weniger als zwei verwalten, genehmigt kanon account approve --on-host.`,
        en: `Only ${persons} person(s) administer; with three there is a second one in times of illness. Invite more: kanon account invite NAME --role admin; while fewer than two administer, kanon account approve --on-host approves.`,
      };

/** code  such as EACCES */
export const folderFault = (code: string): InBoth => ({
  de: `das Zugriffsprotokoll lässt sich nicht signieren (${code}): Der Ordner, den KANON_CHECKPOINTS nennt, nimmt keine Datei an.`,
  en: `the access log cannot be signed (${code}): the folder that KANON_CHECKPOINTS names takes no file.`,
});

/** Where the service is to be found. */
export const addresses = (port: number, language: Language): readonly string[] => {
  const at = `http://localhost:${port}`;
  const [answers, page, api] = {
    de: [`Kanon antwortet unter ${at}`, 'Seite für Menschen', 'API zum Ausprobieren'],
    en: [`Kanon answers at ${at}`, 'Page for people', 'API, to try out'],
  }[language] as [string, string, string];
  const width = Math.max(page.length, api.length) + 3;
  return [
    '',
    answers,
    `  ${page.padEnd(width)}${at}/`,
    `  ${api.padEnd(width)}${at}/docs`,
    `  ${'OpenAPI 3.1'.padEnd(width)}${at}/openapi.json`,
    '',
  ];
};

/** The accounts of a demo that was made now. */
export function demoMade(
  accounts: NonNullable<DemoResult['accounts']>,
  figures: DemoResult['figures'],
  file: string,
  language: Language,
): readonly string[] {
  const de = language === 'de';
  return [
    de
      ? 'Konten der Demo (alle Schulen, Zahlen und Stellen sind erfunden):'
      : 'Demo accounts (all schools, counts and offices are invented):',
    ...accounts.map(
      ({ account, password, role, scope }) =>
        `  ${account.padEnd(17)}${password}  ${role.padEnd(19)}${scope}`,
    ),
    `  ${de ? 'auch in' : 'also in'} ${file}`,
    '',
    sharesInWords(figures)[language],
    '',
  ];
}

/** Those of one that an earlier start made; `file` is absent where this start does not have it. */
export const demoMadeBefore = (file: string | undefined): InBoth =>
  file === undefined
    ? {
        de: 'Konten der Demo: Ihre Passwörter stehen in demo-accounts.json in dem Ordner KANON_DATA, mit dem die Demo gemacht wurde',
        en: 'Demo accounts: their passwords are in demo-accounts.json of the folder KANON_DATA that the demo was made with',
      }
    : { de: `Konten der Demo: ${file}`, en: `Demo accounts: ${file}` };

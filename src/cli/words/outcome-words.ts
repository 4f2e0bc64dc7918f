/** What `kanon outcomes` says, German and English. */
import type { InBoth } from '../../foundation/language.ts';

export const OUTCOME_HELP = {
  outcomes: {
    de: 'was bewilligt wurde: melden (put), Eigenes und Stand ansehen (own, status), freigeben (release), Freigegebenes lesen (read, document, certificate), Träger eines Kontos festlegen (bodies)',
    en: 'what was granted: hand in (put), see the own and who has (own, status), release (release), read what is released (read, document, certificate), say the bodies of an account (bodies)',
  },
  outcomesWhat: {
    de: 'put, own, status, release, read, document, certificate oder bodies',
    en: 'put, own, status, release, read, document, certificate or bodies',
  },
  outcomesOf: {
    de: 'die Datei (put), die Kennung der Freigabe (document, certificate) oder des Kontos mit seinen Trägern (bodies)',
    en: 'the file (put), the id of the release (document, certificate) or of the account with its bodies (bodies)',
  },
  county: { de: 'Schlüssel des Kreises', en: 'key of the county' },
  byBody: { de: 'je Bezirk und Träger', en: 'one row a district and body' },
} as const satisfies Readonly<Record<string, InBoth>>;

interface OutcomeWords {
  readonly use: string;
  readonly needs: (option: string) => string;
  readonly notOutcomes: string;
  readonly unsound: string;
  readonly periodUnknown: string;
  readonly willBeSent: (county: string, period: string) => string;
  readonly measures: readonly [children: string, grants: string, benefit: string];
  readonly withheld: string;
  readonly nothingYet: string;
  readonly notShown: (at: string) => string;
  readonly head: readonly string[];
  readonly statuses: Readonly<Record<'reported' | 'in-gap' | 'missing', string>>;
  readonly share: (all: number, reported: number, inGap: number, missing: number) => string;
  readonly released: (period: string, version: number, id: string) => string;
  readonly kept: string;
  readonly outcomesOf: (region: string, period: string, version: number, at: string) => string;
  readonly grants: string;
  readonly children: string;
  readonly key: string;
  readonly region: string;
  readonly body: string;
  readonly handedIn: string;
  readonly ofThese: (reported: number, inGap: number, expected: number) => string;
  readonly bodiesNow: (account: string, bodies: string) => string;
  readonly noBody: string;
  readonly receiptOf: (county: string, period: string, revision: number, at: string) => string;
}

export const OUTCOME_WORDS: Readonly<Record<'de' | 'en', OutcomeWords>> = {
  de: {
    use: 'So geht es: kanon outcomes put DATEI --county KREIS --period ZEITRAUM --account NAME; own --county … --period …; status --region … --period …; release --period …; read --region … --period … --purpose …; document|certificate KENNUNG; bodies KONTO [SGB12,ASYLBLG].',
    needs: (option) => `Dazu gehört ${option}.`,
    notOutcomes: 'In der Datei stehen weder Zahlen zum Zusammenfassen noch eine fertige Meldung.',
    unsound: 'Die Zahlen passen nicht zueinander:',
    periodUnknown: 'Diesen Zeitraum gibt es nicht, oder seine Schutzregel kennt dieses Programm nicht.',
    willBeSent: (county, period) => `Das wird für den Kreis ${county} und ${period} gemeldet:`,
    measures: ['Kinder', 'Bewilligungen', 'Leistung'],
    withheld: 'nicht angegeben',
    nothingYet: 'noch nichts gemeldet',
    notShown: (at) => `gemeldet ${at}; die Zahlen zeigt Kanon nur dem Konto, das sie gemeldet hat`,
    head: ['Schlüssel', 'Kreis', 'Träger', 'Stand'],
    statuses: { reported: 'gemeldet', 'in-gap': 'ohne Zahlen', missing: 'fehlt' },
    share: (all, reported, inGap, missing) =>
      `${reported} von ${all} Trägern haben Zahlen gemeldet, ${inGap} sagen, warum nicht, ${missing} fehlen.`,
    released: (period, version, id) => `${period}: Fassung ${version} ist veröffentlicht (${id}).`,
    kept: 'Diese Korrekturen warten, weil sie eine Zahl um zu wenig ändern:',
    outcomesOf: (region, period, version, at) => `${region}, ${period}, Fassung ${version} vom ${at}`,
    grants: 'Bewilligungen',
    children: 'Kinder mit Bewilligung',
    key: 'Schlüssel',
    region: 'Region',
    body: 'Träger',
    handedIn: 'Träger mit Zahlen',
    ofThese: (reported, inGap, expected) =>
      `${reported} von ${expected}${inGap > 0 ? ` (${inGap} ohne Zahlen)` : ''}`,
    bodiesNow: (account, bodies) => `Konto ${account} meldet für: ${bodies}.`,
    noBody: 'keinen Träger',
    receiptOf: (county, period, revision, at) =>
      `Kreis ${county}, ${period}, Fassung ${revision}, gemeldet ${at}:`,
  },
  en: {
    use: 'Use: kanon outcomes put FILE --county COUNTY --period PERIOD --account NAME; own --county … --period …; status --region … --period …; release --period …; read --region … --period … --purpose …; document|certificate ID; bodies ACCOUNT [SGB12,ASYLBLG].',
    needs: (option) => `This takes ${option}.`,
    notOutcomes: 'The file holds neither counts to be pooled nor outcomes that are ready.',
    unsound: 'The counts do not fit each other:',
    periodUnknown: 'There is no such period, or this program does not know its policy.',
    willBeSent: (county, period) => `This will be handed in for county ${county} and ${period}:`,
    measures: ['children', 'grants', 'benefit'],
    withheld: 'withheld',
    nothingYet: 'nothing handed in yet',
    notShown: (at) => `handed in ${at}; the numbers are shown to the account alone that sent them`,
    head: ['key', 'county', 'body', 'status'],
    statuses: { reported: 'handed in', 'in-gap': 'no numbers', missing: 'missing' },
    share: (all, reported, inGap, missing) =>
      `${reported} of ${all} bodies have handed in numbers, ${inGap} say why not, ${missing} are missing.`,
    released: (period, version, id) => `${period}: version ${version} is published (${id}).`,
    kept: 'These corrections wait, as they change a number by too little:',
    outcomesOf: (region, period, version, at) => `${region}, ${period}, version ${version} of ${at}`,
    grants: 'grants',
    children: 'children with a grant',
    key: 'key',
    region: 'region',
    body: 'body',
    handedIn: 'bodies with numbers',
    ofThese: (reported, inGap, expected) =>
      `${reported} of ${expected}${inGap > 0 ? ` (${inGap} without)` : ''}`,
    bodiesNow: (account, bodies) => `Account ${account} reports for: ${bodies}.`,
    noBody: 'no body',
    receiptOf: (county, period, revision, at) =>
      `County ${county}, ${period}, revision ${revision}, handed in ${at}:`,
  },
};

/** What the command line says in German, and the list of all that it says: English must have each of these. */
import type { TableFault } from '../../disclosure/table/table-record.ts';
import { PROBLEMS } from './problems-de.ts';

const TABLE_FAULTS: Readonly<Record<TableFault, string>> = {
  columns: 'Jede Dimension braucht eine Spalte, und keine zwei dürfen gleich heißen.',
  empty: 'Die Tabelle hat keine Zeilen.',
  width: 'Hier muss je Spalte eine Angabe stehen.',
  noCode: 'Die Angabe fehlt; die gröbste Ebene braucht eine, und unter einer leeren darf nichts mehr stehen.',
  partBeside:
    'Unter dieser Angabe stehen noch andere; eine Zeile ohne Angabe darunter ist deren Summe oder ein Rest. Bitte die Summe weglassen, und der Rest braucht eine eigene Angabe.',
  alike:
    'Das liest sich wie eine andere Angabe dieser Spalte; bitte beide gleich schreiben, oder verschieden.',
  reserved:
    'Dieses Wort steht im Ergebnis für Summen und kann keine Angabe sein. Summen werden berechnet; bitte weglassen, oder mit --totals nennen.',
  ownTotal:
    'Das heißt wie eine Summe oder ist überall die Summe von anderen. Summen bitte weglassen, sie werden berechnet; oder mit --totals nennen, dann werden sie geprüft. Ist es eine eigene Angabe: --not-a-total.',
  disclosingTotal:
    'Das kann die Summe von allem sein, was daneben steht. Ist es eine, lässt sich aus dem Ergebnis ein geheimes Feld genau ausrechnen. Ist es eine Summe: --totals, ist es eine eigene Angabe: --not-a-total.',
  wrongTotal:
    'Das soll eine Summe sein, ist aber nicht die von allem, was daneben steht. Eine Zwischensumme braucht eine eigene Ebene (--hierarchy).',
  unknownTotal: 'Keine Angabe heißt so.',
  twoParents: 'Das steht unter zwei verschiedenen Angaben der Ebene darüber.',
  value: 'Der Wert muss eine ganze Zahl ab 0 sein.',
  duplicate: 'Für dasselbe Feld gab es schon eine Zeile.',
  contributor: 'Entweder nennen alle Zeilen einen Beitragenden oder keine.',
  weight: 'Das Gewicht muss in jeder Zeile eine ganze Zahl ab 0 sein.',
  sum: 'Die Werte sind zu groß, um sie genau zusammenzuzählen.',
  cells: 'Die Spalten ergeben mehr Felder, als auf einmal geschützt werden können.',
};

export const de = {
  // Wrong use
  unknownCommand: 'Diesen Befehl gibt es nicht; kanon help zeigt alle.',
  unknownOption: 'Diese Option gibt es hier nicht.',
  missing: (what: string) => `Es fehlt: ${what}.`,
  missingValue: (option: string) => `Hinter ${option} fehlt die Angabe.`,
  wrongChoice: (option: string, allowed: string) => `Bei ${option} ist eines davon möglich: ${allowed}.`,
  tooMany: 'Hier stehen zu viele Angaben.',
  wrongUse: 'So lässt sich der Befehl nicht verstehen.',
  use: (usage: string) => `So geht es: ${usage}`,
  notSchool: '--school ist eine amtliche Schulnummer aus sechs Ziffern, etwa 990001.',
  notPeriod: '--period ist ein Zeitraum wie 2026-Q4, 2026-S2 oder 2026.',
  notRegion: '--region ist ein amtlicher Schlüssel aus 2, 3, 5 oder 8 Ziffern, etwa 05, 051 oder 05111.',
  notRevision: '--if-match ist das ETag, das kanon report oder kanon status genannt hat.',
  notUrl: '--url ist eine Adresse wie https://kanon.example, ohne Namen, Passwort und Fragezeichen darin.',
  regionOrSchool: 'kanon status braucht entweder --region oder --school.',
  noCsvOfSchool: '--csv gibt es mit --region.',
  noCode:
    'Dieses Konto hat einen zweiten Faktor: Sein Code kommt von der Tastatur oder aus KANON_CODE; hier war keines davon.',
  noPassword:
    'Das Passwort kommt aus --password-file, aus KANON_PASSWORD oder von der Tastatur; hier war keines davon.',

  // Surroundings
  checkWell: 'gut',
  checkWarns: 'ACHTUNG:',
  checkRefuses: 'SO NICHT:',
  checkUnknown: 'nicht bekannt:',
  databaseSilent: 'Die Datenbank antwortet nicht; bitte DATABASE_URL prüfen und ob der Server läuft.',
  databaseNotAsked: 'Die eigene Datenbank läuft nicht; was sie betrifft, wurde nicht geprüft.',

  // Files
  line: (number: number) => `Zeile ${number}`,
  more: (number: number) => `und ${number} weitere`,
  knownBenefits: (codes: string) => `Es gibt: ${codes}.`,
  fileUnreadable: 'Diese Datei lässt sich nicht lesen; bitte Namen und Rechte prüfen.',
  fileThere: 'Diese Datei gibt es schon; sie wird nicht überschrieben.',
  formatAndFile:
    'Zu --out gehört ein Format (--format, --csv oder --csv-de), und xlsx und pdf brauchen --out mit einem Dateinamen.',
  fileUnwritable: 'Diese Datei lässt sich nicht schreiben; bitte Namen und Rechte prüfen.',
  notStrokes: 'Das ist keine Strichliste; sie hat je Strich eine Zeile child,benefit.',
  reportAlready: 'Das ist schon eine fertige Meldung; kanon report gibt sie ab.',
  schemeUnknown: 'Das Schema kennt diese Fassung von Kanon nicht; bitte Kanon aktualisieren.',
  noSuchScheme: (names: string) => `Dieses Schema gibt es nicht. Es gibt: ${names}.`,
  whichScheme: (names: string) => `Mehrere Schemata passen: ${names}. Welches gemeint ist, sagt --scheme.`,
  noSchemeFor: (period: string, names: string) =>
    `Kein Schema, das am ersten Tag von ${period} gilt, wird für einen Zeitraum dieser Länge erhoben. Es gibt: ${names}.`,
  policyUnknown: 'Diese Schutzregel kennt diese Fassung von Kanon nicht; bitte Kanon aktualisieren.',
  policyNumber: 'Die Schutzregel ist eine Nummer wie 2; sie steht beim Zeitraum.',

  // Tables
  notWhole: (option: string, least: number) => `${option} ist eine ganze Zahl ab ${least}.`,
  noDimension: 'Es fehlen die Spalten: --hierarchy, --dimensions oder beides.',
  outputColumns: (name: string) =>
    `So heißt eine Spalte des Ergebnisses (value, status): ${name}. Bitte in der Tabelle umbenennen.`,
  notNames: (option: string) =>
    `Bei ${option} stehen Namen von Spalten, mit Komma dazwischen; ein Name mit Komma steht in Anführungszeichen.`,
  sameColumn: (name: string) => `Diese Spalte kann nur eines sein: ${name}.`,
  noContributors: (option: string) => `${option} braucht --contributors.`,
  notDominance: '--dominance ist eine Anzahl ab 1 und ein Prozentsatz zwischen 0 und 100, etwa 2,85.',
  weightOrSum: '--weight sagt schon, was Verbergen kostet; --objective sum geht nicht dazu.',
  doubtfulTotals: (names: string) =>
    `Bitte prüfen: Diese Angaben könnten Summen anderer sein; die Zahlen ließen das zu. Sind es welche, lässt sich Geheimes ausrechnen. Es sind: ${names}. Dann --totals, sonst --not-a-total.`,
  smallSums: (sums: string) =>
    `Das ist zusammen kleiner als --k und aus der Tabelle auszurechnen, kein einzelnes Feld davon: ${sums}.`,
  notProven:
    'Kanon hat das eigene Ergebnis geprüft, wie es jeder prüfen kann, und einen Fehler gefunden; geschrieben wurde nichts.',
  zerosMayBeHidden:
    'Wo Nullen geschützt werden, kann hinter einem Punkt auch null stehen: --attacker ist dann ge0.',
  commaInName:
    'Ein Spaltenname, in dem ein Komma steht, gehört in Anführungszeichen, etwa --dimensions \'"Alter, in Jahren",grund\'.',
  tableFaults: TABLE_FAULTS,
  protecting: 'Tabelle wird geschützt',
  protectingRound: (round: number, open: number) => `Runde ${round}, ${open} Stellen noch offen`,
  tableProtected: (cells: number, primary: number, complementary: number) =>
    `${cells} Felder, davon ${primary + complementary} geheim: ${primary} primär, ${complementary} sekundär. Sicher.`,
  noSafePattern: 'Kein Muster schützt diese Tabelle; geschrieben wurde nichts. Es geht um:',

  // Counts and reports
  pupils: 'Kinder',
  consultations: 'Beratungen',
  benefit: 'Leistung',
  pooled: 'zusammengefasst',
  withheld: 'bleibt an der Schule',
  together: 'zusammen; jedes Kind einmal',
  staysHere: 'Diese Zahlen sind für die Schule. Weiter geht es mit kanon anonymise oder kanon report.',
  kept: (percent: number) => {
    const kept = `${percent} % der Beratungen gehen in die Summen ein`;
    if (percent === 100) return `${kept}.`;
    const rest = percent === 0 ? 'Alle Zahlen' : `${kept}; die übrigen Zahlen`;
    return `${rest} bleiben zum Schutz der Kinder an der Schule. Auch so sagt die Meldung, dass hier beraten wurde.`;
  },
  wouldHelp: (unions: string) =>
    `Es hülfe zu wissen, wie viele verschiedene Kinder hinter diesen Leistungen zusammen stehen: ${unions}.`,
  willBeSent: (school: string, period: string) => `Das wird für Schule ${school} und ${period} gemeldet:`,
  refusedHere: 'Die Meldung verstößt gegen die Regeln; nichts davon wurde gesendet.',
  periodUnknown: 'Diesen Zeitraum gibt es beim Dienst nicht.',
  yesOrNo: 'Bitte mit j oder n antworten.',
  isItSo: 'Stimmt das? (j/n) ',
  sendNow: 'Senden? (j/n) ',
  notStored: 'Abgebrochen; gespeichert wurde nichts.',
  willBeAsked: 'Ungewöhnlich; vor dem Speichern wird danach gefragt:',
  confirmed: 'Mit --confirm bestätigt:',
  nobodyToAsk: 'Das ist ungewöhnlich, und hier lässt sich niemand fragen; gespeichert wurde nichts.',
  howToConfirm: 'Wenn es stimmt: derselbe Befehl mit --confirm.',
  checked: 'Alle Regeln sind erfüllt. Das war eine Probe; gespeichert wurde nichts.',
  stored: (revision: number, at: string) => `Gespeichert: Fassung ${revision}, ${at}.`,
  unchanged: (revision: number, at: string) => `Dieselbe Meldung lag schon vor: Fassung ${revision}, ${at}.`,
  revision: (etag: string) => `ETag für --if-match: ${etag}`,
  receiptKept: (file: string) =>
    `Die Quittung steht in ${file}. Bitte aufbewahren: Nur mit ihr lässt sich belegen, was gemeldet wurde.`,
  receiptThere:
    'Die Datei für die Quittung gibt es schon. Quittungen werden nicht überschrieben; bitte einen anderen Namen wählen. Gesendet wurde nichts.',
  noReceipt:
    'Die Quittung wurde nicht aufbewahrt; mit --receipt DATEI und derselben Meldung kommt sie noch einmal.',

  // Status
  statuses: { reported: 'gemeldet', missing: 'fehlt', returned: 'zurückgegeben' },
  postVacant: 'Stelle nicht besetzt',
  schoolHead: ['Schule', 'Name', 'Schulform', 'Stand'],
  countyHead: ['Schlüssel', 'Region', 'Schulen', 'gemeldet', 'fehlt', 'zurückgegeben'],
  vacantHead: 'Stelle unbesetzt',
  historyHead: ['Fassung', 'gemeldet', ''],
  shareOfSchools: (all: number, reported: number, missing: number, vacant: number, returned: number) =>
    `${reported} von ${all} Schulen haben gemeldet, ${missing} fehlen${vacant > 0 ? ` (davon ${vacant} ohne besetzte Stelle)` : ''}, ${returned} haben ihre Meldung zurückbekommen.`,

  // Accounts and participation
  operatorName: '--operator nennt einen Namen von höchstens 120 Zeichen.',
  tiedSchools:
    'Wer Meldungen beider Schulen abgibt oder liest, verbindet sie: Sie zählen dann in der Veröffentlichung als eine Stelle.',
  providerTrusted:
    'Die Schulen eines Trägers bleiben in der Veröffentlichung eigene Stellen. Das Konto setzt einen Vertrag zur Auftragsverarbeitung voraus.',
  participationChanged: (school: string, period: string, kind: string) =>
    `${school} steht in ${period} jetzt als ${kind}.`,
  participationSame: (school: string, period: string, kind: string) =>
    `${school} stand in ${period} schon als ${kind}.`,
  notKnownThere: 'Diese Schule oder diesen Zeitraum gibt es hier nicht.',

  // Summary
  key: 'Schlüssel',
  region: 'Region',
  schoolType: 'Schulform',
  schools: 'Schulen',
  ofThese: (some: number, all: number) => `${some} von ${all}`,
  summaryOf: (region: string, period: string, version: number, at: string) =>
    `Region ${region}, Zeitraum ${period}, Fassung ${version} vom ${at}`,
  notItemised: 'gemeinsam',
  notItemisedLegend: 'über mehrere Leistungen zusammengefasst',
  seriesPeriod: 'Zeitraum (Fassung)',
  hiddenAnewIn: (period: string, version: number, cells: number) =>
    `${period}: Fassung ${version} verbirgt ${cells} Felder, die die Fassung davor zeigte (siehe --json).`,
  reportedTotal: 'gemeldet',
  reportedTotalLegend: 'alles Gemeldete, nicht alles Geschehene',

  // Receipts
  receiptHolds: (issuer: string, key: string) =>
    `Die Quittung ist echt. Unterschrieben hat ${issuer} mit dem Schlüssel ${key}.`,
  receiptOf: (school: string, period: string, revision: number, at: string) =>
    `Gespeichert wurde für Schule ${school} und ${period}, Fassung ${revision}, ${at}:`,
  logMustShow: (entry: string, commitment: string) =>
    `Im Zugriffsprotokoll muss beim Eintrag ${entry} als commitment stehen:\n${commitment}`,
  logAgrees: (entry: string) => `Der Eintrag ${entry} im Zugriffsprotokoll gehört zu genau diesen Angaben.`,
  noReceiptInFile: 'In der Datei steht keine Quittung, oder nur ein Teil davon. Verändert heißt das nicht.',
  otherStatement: 'Das ist keine Quittung über eine Meldung.',
  noKeys: 'Dort stehen keine Schlüssel (JWKS); sie kommen von /.well-known/jwks.json des Dienstes.',
  otherKey:
    'Die Quittung nennt einen Schlüssel, der nicht dabei ist. Entweder kommt sie von einem anderen Dienst, oder der Schlüssel wurde gewechselt.',
  notSigned: 'Die Unterschrift passt nicht zum Inhalt: Die Quittung wurde verändert.',
  otherCommitment:
    'Das Zugriffsprotokoll zeigt etwas anderes: Der Eintrag gehört nicht zu dem, was in der Quittung steht.',

  // Certificates
  proofHolds: (places: number, hidden: number, width: number) =>
    `Der Nachweis stimmt: ${places} Felder, davon ${hidden} geheim. Zu jedem geheimen Feld gibt es zwei passende Tabellen, die um mindestens ${width} auseinanderliegen.`,
  proofFails: 'Der Nachweis stimmt nicht.',
  releaseSigned: (key: string) => `Die Unterschrift stimmt; der Schlüssel ist ${key}.`,
  signatureUnchecked:
    'Die Unterschrift wurde nicht geprüft: Von wem die Tabelle ist, bleibt offen (Ende 5). Dazu --keys angeben.',
  unsignedTable: 'Diese Bescheinigung trägt keine Unterschrift; von wem die Tabelle ist, sagt sie nicht.',
  noKeysOfTable:
    'Die Bescheinigung einer eigenen Tabelle trägt keine Unterschrift; --keys und --url gehören nicht dazu.',
  zerosTell: 'In der Tabelle stehen Nullen: Wer weiß, dass alle gezeigt werden, weiß von Geheimem mehr.',
  quoted: (text: string) => `„${text}“ (so steht es in der Datei)`,
  covered: 'Geschützt ist gegen jemanden, der',
  notCovered: 'Nicht abgedeckt sind:',
  noCertificate:
    'Das ist keine Datei, wie sie hier geprüft wird: keine Bescheinigung mit Nachweis, oder nur ein Teil davon. Verändert heißt das nicht.',
  noPublishedTable:
    'Das ist keine geschützte Tabelle: CSV, deren letzte Spalten value und status heißen. Verändert heißt das nicht.',
  fileTooLarge: (mebibytes: number) => `Die Datei ist größer als ${mebibytes} MiB; --max-mib erlaubt mehr.`,
  notMib: (most: number) => `--max-mib ist eine ganze Zahl von 1 bis ${most}.`,
  otherReleaseKey:
    'Die Bescheinigung nennt einen Schlüssel, der nicht dabei ist. Entweder kommt sie von einem anderen Dienst, oder der Schlüssel wurde gewechselt.',
  releaseNotSigned: 'Die Unterschrift passt nicht zum Inhalt: Die Bescheinigung wurde verändert.',

  // Witness
  witnessed: (size: number, origin: string) => `Mitgezeichnet: ${size} Einträge in ${origin}.`,
  witnessedFirst: (size: number, origin: string) =>
    `Zum ersten Mal gesehen und mitgezeichnet: ${size} Einträge in ${origin}. Was vorher war, ist nicht geprüft.`,
  nothingNew: 'Seit dem letzten Mal ist nichts dazugekommen.',
  forked: (size: number) =>
    `ALARM: Das Protokoll hat zwei Fassungen. Was jetzt gezeigt wird, beginnt nicht mit den ${size} Einträgen, die dieser Zeuge gesehen hat.`,
  shrunk: (seen: number, shown: number) =>
    `ALARM: Das Protokoll ist geschrumpft, oder es wird ein alter Prüfpunkt gezeigt: ${seen} Einträge waren es, ${shown} sind es jetzt.`,
  otherLog: (shown: string, log: string) =>
    `ALARM: Gezeigt wird das Protokoll ${shown}, nicht ${log}. Wurde ein neues eröffnet (kanon log reopen)? Dann seinen Schlüssel auf anderem Weg als über den Dienst bestätigen lassen, in die Datei von --log-key schreiben und neu starten. Von selbst geht es nicht weiter.`,
  notOfThisKey:
    'ALARM: Der gezeigte Prüfpunkt ist nicht mit dem Schlüssel des Protokolls signiert. Entweder steht in der Datei von --log-key ein anderer, oder das ist nicht dieses Protokoll.',
  evidenceIn: (folder: string) =>
    `Mitgezeichnet wurde nichts. Beide Seiten liegen als Beweis in ${folder}; bitte aufbewahren und die Aufsicht verständigen.`,
  noCheckpoint: 'Was der Dienst zeigt, ist kein Prüfpunkt; mitgezeichnet wurde nichts.',
  noProof: 'Der Dienst belegt nicht, dass das Protokoll nur gewachsen ist; mitgezeichnet wurde nichts.',
  stateUnreadable: (file: string) =>
    `Die Datei ${file} lässt sich nicht lesen; ohne sie wird nichts mitgezeichnet.`,
  stateDamaged: (file: string) =>
    `Die Datei ${file} ist beschädigt. Bitte aus einer Sicherung zurückholen; ohne sie ist nicht zu sehen, ob das Protokoll sich verändert hat.`,
  stateShared: (file: string) =>
    `In ${file} schreibt noch ein Zeuge; jeder braucht einen eigenen Ordner. Mitgezeichnet wurde nichts.`,
  stateUnwritable: (folder: string) =>
    `In den Ordner ${folder} lässt sich nicht schreiben; mitgezeichnet wurde nichts.`,
  noKeyIn: (file: string) => `In der Datei ${file} steht kein Schlüssel, wie er hier gebraucht wird.`,
  notWitnessKey: 'Hinter --key gehört der Schlüssel eines Zeugen; kanon witness-key macht einen.',
  notLogKey: 'Hinter --log-key gehört der Schlüssel eines Protokolls, wie kanon log status ihn zeigt.',
  notSeconds: '--every ist eine Zahl von Sekunden, 1 bis 86400.',
  notKeyName: 'Ein Zeuge hat einen Namen ohne Leerzeichen und Pluszeichen, etwa witness.ldi.example.',
  keyUnwritable:
    'Der Schlüssel lässt sich dort nicht ablegen; eine Datei, die es schon gibt, bleibt, wie sie ist.',

  // Asking the service
  passwordFor: (account: string) => `Passwort für ${account}: `,
  codeFor: (account: string) => `Code der App oder Wiederherstellungscode für ${account}: `,
  cancelled: 'Abgebrochen; gesendet wurde nichts.',
  openToOthers:
    'Achtung: Über http:// gehen Passwort und Meldung unverschlüsselt durchs Netz; besser ist https://.',
  unreachable: (url: string, why: string) =>
    `Unter ${url} antwortet niemand (${why}). Läuft der Dienst, und stimmt --url oder KANON_URL?`,
  notKanon: (url: string) => `Was unter ${url} antwortet, ist kein Kanon; bitte --url oder KANON_URL prüfen.`,
  inDoubt:
    'Ob die Meldung gespeichert wurde, ist offen. Sie darf noch einmal gesendet werden: Dieselbe Meldung zählt nur einmal.',
  problems: PROBLEMS,
  tryAgainIn: (seconds: number) =>
    seconds < 120
      ? `Frühestens in ${seconds} Sekunden noch einmal versuchen.`
      : `Frühestens in ${Math.ceil(seconds / 60)} Minuten noch einmal versuchen.`,

  // Long work and faults of ours
  importing: 'Liste wird eingelesen',
  rehearsing: 'Probelauf',
  unexpected: 'Das hätte nicht geschehen dürfen; mit KANON_DEBUG=1 steht hier, wo.',
} as const satisfies Readonly<Record<string, unknown>>;

/** The same keys and the same arguments, in any words. */
export type Words = { readonly [Key in keyof typeof de]: InOtherWords<(typeof de)[Key]> };

type InOtherWords<Value> = Value extends string
  ? string
  : Value extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : Value extends readonly string[]
      ? { readonly [Key in keyof Value]: string }
      : { readonly [Key in keyof Value]: InOtherWords<Value[Key]> };

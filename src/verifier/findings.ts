/** What the verifier finds, each with a stable code and a sentence that repeats nothing of the file. */
import { Refused } from '../merkle/refused.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';

const SENTENCES = {
  // The file: reading ends here.
  'not-a-bundle': {
    de: 'Das ist weder ein Paket des Zugriffsprotokolls (tar) noch ein Eintrag mit Nachweis (JSON).',
    en: 'This is neither a bundle of the access log (tar) nor an entry with its proof (JSON).',
  },
  packed: {
    de: 'Die Datei ist gepackt (gzip oder zip); bitte auspacken und noch einmal prüfen.',
    en: 'The file is packed (gzip or zip); unpack it and verify again.',
  },
  page: {
    de: 'Das ist eine Internetseite, kein Paket und kein Eintrag; bitte angemeldet noch einmal herunterladen.',
    en: 'This is a web page, no bundle and no entry; sign in and download it again.',
  },
  problem: {
    de: 'Das ist eine Absage des Dienstes, die statt des Pakets oder Eintrags gespeichert wurde; was zu tun ist, steht darin.',
    en: 'This is a refusal of the service, saved in the place of the bundle or entry; it says what to do.',
  },
  empty: {
    de: 'Die Datei ist leer; bitte noch einmal herunterladen.',
    en: 'The file is empty; download it again.',
  },
  'ends-early': {
    de: 'Das Paket bricht ab: Es wurde nicht ganz geladen oder gekürzt.',
    en: 'The bundle breaks off: it was not loaded to its end, or cut.',
  },
  'tar-damaged': {
    de: 'Hier steht kein Dateikopf, wie ihn tar (ustar) schreibt.',
    en: 'There is no file header here as tar (ustar) writes it.',
  },
  'other-file': {
    de: 'Hier müsste diese Datei stehen; es steht aber eine andere da, oder etwas, das keine einfache Datei ist.',
    en: 'This file must stand here, but another one does, or something that is no plain file.',
  },
  'file-too-large': { de: 'Diese Datei ist größer als 16 MiB.', en: 'This file is larger than 16 MiB.' },
  'more-files': {
    de: 'Hinter dem Ende des Pakets steht noch etwas.',
    en: 'There is something behind the end of the bundle.',
  },
  'not-canonical': {
    de: 'Das ist kein JSON in der einen vorgeschriebenen Schreibweise (RFC 8785).',
    en: 'This is not JSON in its one prescribed spelling (RFC 8785).',
  },
  'not-a-manifest': {
    de: 'Das ist kein Inhaltsverzeichnis der Form kanon-bundle/1.',
    en: 'This is no manifest of the form kanon-bundle/1.',
  },
  'not-a-line': {
    de: 'Diese Zeile hat nicht die Felder, die hier stehen müssen.',
    en: 'This line does not have the fields that must stand here.',
  },
  'unknown-log': {
    de: 'Für dieses Protokoll steht kein Schlüssel in der Schlüsseldatei (--key); ohne ihn ist nichts bewiesen.',
    en: 'There is no key for this log in the key file (--key); without it nothing is proven.',
  },
  'out-of-order': {
    de: 'Hier müsste ein anderer Eintrag stehen: Einträge fehlen, sind vertauscht oder eingefügt.',
    en: 'Another entry must stand here: entries are missing, swapped or inserted.',
  },
  'lines-missing': {
    de: 'In dieser Datei stehen nicht so viele Zeilen, wie das Inhaltsverzeichnis sagt.',
    en: 'There are not as many lines in this file as the manifest says.',
  },
  'no-proof': {
    de: 'Der Eintrag hat noch keinen Nachweis: Er wird etwa eine Sekunde nach dem Zugriff signiert.',
    en: 'The entry has no proof yet: it is signed for about a second after the access.',
  },
  // The content: reading goes on.
  'other-key': {
    de: 'Das Paket nennt für dieses Protokoll einen anderen Schlüssel als die Schlüsseldatei.',
    en: 'The bundle names another key for this log than the key file does.',
  },
  changed: {
    de: 'Dieser Eintrag ist nicht der, den das Protokoll festhält: Er wurde verändert, oder sein Schlüssel.',
    en: 'This entry is not the one that the log commits to: it, or its key, was changed.',
  },
  'not-included': {
    de: 'Dieser Eintrag steht nicht im Protokoll, für das der Prüfpunkt bürgt.',
    en: 'This entry does not stand in the log that the checkpoint vouches for.',
  },
  'not-consistent': {
    de: 'Dieser Prüfpunkt bürgt für ein anderes Protokoll als das in diesem Paket: Einträge wurden verändert, oder es gibt zwei Fassungen.',
    en: 'This checkpoint vouches for another log than the one in this bundle: entries were changed, or there are two histories.',
  },
  'out-of-place': {
    de: 'Dieser Prüfpunkt gehört nicht hierher: Er ist älter oder jünger als dieser Teil, oder er kommt zweimal vor.',
    en: 'This checkpoint does not belong here: it is older or newer than this part, or stands here twice.',
  },
  'no-signed-end': {
    de: 'Die letzten Einträge sind nicht bewiesen: Es fehlt ein gültiger Prüfpunkt am Ende.',
    en: 'The last entries are not proven: there is no valid checkpoint at the end.',
  },
  'no-signed-start': {
    de: 'Es fehlt ein gültiger Prüfpunkt am Anfang; so lässt sich nicht an ein früheres Paket anschließen.',
    en: 'There is no valid checkpoint at the start, so it does not join an earlier bundle.',
  },
  'other-history': {
    de: 'Der aufbewahrte Prüfpunkt bürgt für ein anderes Protokoll als dieses: Es gibt zwei Fassungen.',
    en: 'The checkpoint that you kept vouches for another log than this one: there are two histories.',
  },
  'ends-before-kept': {
    de: 'Das hier endet vor dem aufbewahrten Prüfpunkt: Es ist älter als er, oder das Protokoll wurde zurückgesetzt.',
    en: 'This ends before the checkpoint that you kept: it is older, or the log was set back.',
  },
  'begins-after-kept': {
    de: 'Das Paket beginnt hinter dem aufbewahrten Prüfpunkt und lässt sich nicht mit ihm vergleichen; bitte eines mit früherem Anfang laden.',
    en: 'The bundle begins after the checkpoint that you kept, so they cannot be compared; load one that begins earlier.',
  },
  'link-missing': {
    de: 'Dieses Protokoll wurde neu begonnen und nennt keinen Prüfpunkt des vorigen.',
    en: 'This log was begun anew and names no checkpoint of the one before.',
  },
  'link-gap': {
    de: 'Das vorige Protokoll hatte mehr Einträge, als dieses Paket zeigt: Zwischen beiden fehlen welche.',
    en: 'The log before had more entries than this bundle shows: some are missing between the two.',
  },
  'link-other': {
    de: 'Der Prüfpunkt, an den dieses Protokoll anschließt, passt nicht zum vorigen in diesem Paket.',
    en: 'The checkpoint that this log goes on from does not fit the log before it in this bundle.',
  },
  'erased-early': {
    de: 'Dieser Eintrag ist gelöscht, obwohl seine Frist noch läuft.',
    en: 'This entry is erased although it is not due yet.',
  },
  'no-such-time': {
    de: 'Die Zeit dieses Eintrags kann nicht stimmen: Sie liegt nach der des Pakets, oder es ist keine.',
    en: 'The time of this entry cannot be true: it lies after that of the bundle, or is none.',
  },
  'after-witness': {
    de: 'Die Zeit eines Eintrags kann nicht stimmen: Ein Zeuge hatte ihn vorher gesehen.',
    en: 'The time of an entry cannot be true: a witness had seen it before.',
  },
  'witness-missing': {
    de: 'Dieser Zeuge hat keinen Prüfpunkt dieses Pakets mitsigniert.',
    en: 'This witness has cosigned no checkpoint of this bundle.',
  },
  'past-delete-by': {
    de: 'Das Paket hätte bis zu diesem Tag gelöscht werden müssen. Bitte löschen.',
    en: 'The bundle had to be deleted by this day. Please delete it.',
  },
} as const satisfies Readonly<Record<string, LogFinding['reason']>>;

export type LogFindingCode = keyof typeof SENTENCES;

/** These say that nothing could be verified, not that something was changed. */
const UNVERIFIED: ReadonlySet<string> = new Set<LogFindingCode>([
  'not-a-bundle',
  'packed',
  'page',
  'problem',
  'empty',
  'ends-early',
  'unknown-log',
  'no-proof',
]);

/** place  file in the bundle with its line, the name of a log or witness, or a day; empty for the whole file */
export interface LogFinding {
  readonly code: string;
  readonly place: string;
  readonly reason: { readonly de: string; readonly en: string };
}

/** What is found ends the reading: behind it nothing could be told for sure. */
export class Broken extends Error {
  override readonly name = 'Broken';

  constructor(
    readonly code: LogFindingCode,
    readonly place = '',
  ) {
    super(SENTENCES[code].en);
  }
}

/** So many are kept; the others are counted. */
const KEPT = 100;

export class Findings {
  readonly kept: LogFinding[] = [];
  count = 0;

  /** Whether nothing speaks of a change: the file is another one, not whole, or the key for it is missing. */
  get isUnverified(): boolean {
    return (
      this.count > 0 && this.kept.length === this.count && this.kept.every(({ code }) => UNVERIFIED.has(code))
    );
  }

  add(code: LogFindingCode, place = ''): void {
    this.keep({ code, place, reason: SENTENCES[code] });
  }

  /** What the readers of notes, keys and proofs refuse; any other error goes on its way. */
  addRefused(error: unknown, place: string): void {
    if (!(error instanceof Refused)) throw error;
    this.keep({ code: error.code, place, reason: REFUSAL_WORDS[error.code] });
  }

  private keep(finding: LogFinding): void {
    this.count++;
    if (this.kept.length < KEPT) this.kept.push(finding);
  }
}

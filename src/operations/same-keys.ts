/** All processes of an installation have their keys from one place, or do not start. */
import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Sequencer } from '../audit/sequencer.ts';
import type { InBoth, Language } from '../foundation/language.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Told } from '../foundation/told.ts';
import { KnownKeys } from '../identity/known-keys.ts';

/** For whoever started it: what is wrong, and the ways out. */
export class OtherKeys extends Told {
  override name = 'OtherKeys';
}

/**
 * With two data folders each process would be ready, refuse the tokens of the other, sign receipts and certificates that
 * nobody can check at the other, and nothing would sign the log once the one with its key is gone.
 */
@Injectable()
export class SameKeys implements OnModuleInit {
  constructor(
    private readonly keys: KnownKeys,
    private readonly sequencer: Sequencer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws OtherKeys where a key here is not the one that the database knows, unless these very keys were declared new. */
  async onModuleInit(): Promise<void> {
    const log = await this.sequencer.keyAtHand();
    const wrong = [...(await this.keys.missing()), ...(log && log.own !== log.known ? [log.file] : [])];
    if (wrong.length === 0) return;
    const declared = declarationOf(...this.keys.own, log?.known, log?.own);
    if (this.settings.newKeys !== declared) throw new OtherKeys(sentence(wrong, declared));
    await this.keys.adopt();
  }
}

/** Names these keys and no others, so that a setting left behind allows nothing more. */
const declarationOf = (...keys: readonly (string | undefined)[]): string =>
  createHash('sha256')
    .update(JSON.stringify(keys.map((key) => key ?? null)))
    .digest('hex')
    .slice(0, 16);

const listed = (lang: Language, names: readonly string[]): string => new Intl.ListFormat(lang).format(names);

const sentence = (wrong: readonly string[], declared: string): InBoth => ({
  de: [
    `Im Datenordner (KANON_DATA) liegen nicht die Schlüssel, die die Datenbank kennt: ${listed('de', wrong)}.`,
    'Bitte aus dem Datenordner der anderen Prozesse oder aus der Sicherung der Schlüssel dorthin legen und neu starten.',
    'Sind sie verloren oder mit Absicht ersetzt, und läuft kein anderer Prozess mehr mit ihnen, dann bitte mit',
    `KANON_NEW_KEYS=${declared} starten: Dann treten die Schlüssel im Ordner an ihre Stelle (docs/keys.md sagt, was das heißt), und fehlt der Schlüssel des Protokolls, wird nichts signiert, bis zwei Personen der Verwaltung kanon log reopen ausführen.`,
  ].join(' '),
  en: [
    `The data folder (KANON_DATA) does not hold the keys that the database knows: ${listed('en', wrong)}.`,
    'Put them there from the data folder of the other processes, or from the backup of the keys, and start again.',
    'If they are lost, or were replaced on purpose, and no other process runs with them, start with',
    `KANON_NEW_KEYS=${declared}: then the keys in the folder take their place (docs/keys.md tells what that means), and where the key of the log is gone nothing is signed until two administrators run kanon log reopen.`,
  ].join(' '),
});

/** `kanon keys`: which keys there are, a new one in the place of one, and the end of one that is believed no more. */
import { Sequencer } from '../../audit/sequencer.ts';
import { readSettings } from '../../foundation/settings.ts';
import { KeyChanges, LEAD } from '../../identity/key-changes.ts';
import { KEY_PURPOSES, type KeyPurpose } from '../../identity/key-purposes.ts';
import { Keyring } from '../../identity/keyring.ts';
import { type Boot, bootOn } from '../../operations/boot.ts';
import { EXIT } from '../terminal/failure.ts';
import { say, sayJson, tableLines } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { alsoFor, KEY_HEAD, KEY_STATES, KEY_WORDS, keyMade, keyRetired } from '../words/key-words.ts';
import { type Desk, momentIn } from '../words/words.ts';
import { administer } from './administer.ts';
import { operatorIn } from './administrator.ts';

export interface KeysOptions {
  readonly json?: true;
  /** Who does it, in words, where the login of the machine does not say it. */
  readonly operator?: string;
}

export async function keys(
  [what, purpose, id, ...more]: readonly string[],
  options: KeysOptions,
  boot: Boot,
  desk: Desk,
): Promise<number> {
  if (more.length > 0) throw new Usage(KEY_WORDS.keysUse[desk.lang]);
  if (what === 'list' && purpose === undefined && options.operator === undefined)
    return list(options, boot, desk);
  if (purpose === 'log') throw new Usage(KEY_WORDS.notTheLog[desk.lang]);
  const isPurpose = KEY_PURPOSES.some((known) => known === purpose);
  if (!isPurpose || options.json) throw new Usage(KEY_WORDS.keysUse[desk.lang]);
  const own = purpose as KeyPurpose;
  if (what === 'rotate' && id === undefined) return rotate(own, options, boot, desk);
  if (what === 'retire' && id !== undefined) return retire(own, id, options, boot, desk);
  throw new Usage(KEY_WORDS.keysUse[desk.lang]);
}

/** No secret is shown, only where it lies; what is shown is public, so nobody has to say who asks. */
async function list({ json }: KeysOptions, boot: Boot, desk: Desk): Promise<number> {
  const running = await bootOn(readSettings(process.env), boot, () => undefined, true);
  try {
    const found = running.app
      .get(Keyring)
      .listed()
      .map(({ purpose, id, state, usedFrom, retiredAt, file }) => ({
        purpose,
        id,
        state,
        from: usedFrom.toISOString(),
        retiredAt: retiredAt?.toISOString() ?? null,
        file: file ?? null,
      }));
    const log = await running.app.get(Sequencer).keyAtHand();
    if (json) {
      sayJson({ keys: found, log: log ? { key: log.known, file: log.own ? log.file : null } : null });
      return EXIT.done;
    }
    const rows = found.map(({ purpose, id, state, from, file }) => [
      purpose,
      id,
      KEY_STATES[state][desk.lang],
      momentIn(desk, from),
      file ?? '–',
    ]);
    if (log) rows.push(['log', log.known, KEY_STATES.used[desk.lang], '–', log.own ? log.file : '–']);
    const align = ['left', 'left', 'left', 'left', 'left'] as const;
    for (const line of tableLines(KEY_HEAD[desk.lang], rows, align)) say(line);
    return EXIT.done;
  } finally {
    await running.stop();
  }
}

async function rotate(purpose: KeyPurpose, options: KeysOptions, boot: Boot, desk: Desk): Promise<number> {
  await administer(boot, operatorIn(options.operator, desk), desk, async ({ app }, admin) => {
    const { file } = await app.get(KeyChanges).rotate(admin, purpose);
    say(keyMade(purpose, file, LEAD)[desk.lang]);
  });
  return EXIT.done;
}

async function retire(
  purpose: KeyPurpose,
  id: string,
  options: KeysOptions,
  boot: Boot,
  desk: Desk,
): Promise<number> {
  const { lang } = desk;
  await administer(boot, operatorIn(options.operator, desk), desk, async ({ app }, admin) => {
    const changes = app.get(KeyChanges);
    const made = await changes.retire(admin, purpose, id);
    say(keyRetired(purpose, id)[lang]);
    if (made) say(keyMade(purpose, made.file, 0)[lang]);
    const told = { tokens: KEY_WORDS.allSignedOut, seals: KEY_WORDS.sealsGone };
    say((purpose in told ? told[purpose as keyof typeof told] : KEY_WORDS.signedStays)[lang]);
    const others = changes.othersOf(purpose, id);
    if (others.length > 0) say(alsoFor(others)[lang]);
  });
  return EXIT.done;
}

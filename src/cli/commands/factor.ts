/** `kanon factor`: the second factors of one's own account, seen, set up and taken away. */
import { isAtTerminal } from '../terminal/ask.ts';
import { hiddenAnswer } from '../files/password.ts';
import { EXIT } from '../terminal/failure.ts';
import { say, sayJson } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import type { Service } from '../service/service.ts';
import { type AccountOptions, serviceOf, signIn } from '../service/sign-in.ts';
import { FACTOR_WORDS } from '../words/factor-words.ts';
import { type Desk, momentIn } from '../words/words.ts';

export interface FactorOptions extends AccountOptions {
  readonly json?: true;
}

const DEEDS: Readonly<
  Record<string, (service: Service, options: FactorOptions, desk: Desk) => Promise<void>>
> = {
  list,
  totp,
  recovery,
  remove,
};

/** Signs in with what there is, and does one of these. */
export async function factor(what: string, options: FactorOptions, desk: Desk): Promise<number> {
  const words = FACTOR_WORDS[desk.lang];
  const deed = Object.hasOwn(DEEDS, what) ? DEEDS[what] : undefined;
  if (!deed) throw new Usage(words.use);
  if (what === 'totp' && !(isAtTerminal() && process.stdout.isTTY)) throw new Usage(words.needsTerminal);
  const service = serviceOf(options, desk);
  await signIn(service, options, desk);
  await deed(service, options, desk);
  return EXIT.done;
}

async function list(service: Service, { json }: FactorOptions, desk: Desk): Promise<void> {
  const words = FACTOR_WORDS[desk.lang];
  const { body } = await service.get('/v1/factors');
  if (json) {
    sayJson(body);
    return;
  }
  say(words.app(body.totpSince === null ? undefined : momentIn(desk, body.totpSince)));
  for (const { kind, since } of body.passkeys) say(words.passkey(kind, momentIn(desk, since)));
  say(words.recoveryLeft(body.recoveryCodes));
  if (body.required) say(words.required);
}

async function totp(service: Service, _: FactorOptions, desk: Desk): Promise<void> {
  const words = FACTOR_WORDS[desk.lang];
  const { body } = await service.post('/v1/factors/totp');
  say(words.addToApp);
  say(`  ${body.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}`);
  say(`  ${body.uri}`);
  const code = await hiddenAnswer(words.firstCode, desk);
  const confirmed = await service.post('/v1/factors/totp/confirmation', { body: { code } });
  say(words.setUp);
  if (confirmed.body.recoveryCodes.length > 0) sayCodes(confirmed.body.recoveryCodes, desk);
}

async function recovery(service: Service, { json }: FactorOptions, desk: Desk): Promise<void> {
  const { body } = await service.post('/v1/factors/recovery-codes');
  if (json) sayJson(body);
  else sayCodes(body.recoveryCodes, desk);
}

async function remove(service: Service, _: FactorOptions, desk: Desk): Promise<void> {
  await service.delete('/v1/factors/totp');
  say(FACTOR_WORDS[desk.lang].removed);
}

function sayCodes(codes: readonly string[], desk: Desk): void {
  say(FACTOR_WORDS[desk.lang].keepCodes);
  for (const code of codes) say(`  ${code}`);
}

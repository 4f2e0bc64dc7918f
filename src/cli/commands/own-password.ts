/** `kanon password` and `kanon account activate`: one's own password, set by a code or changed. No secret is ever an argument. */
import { KanonProblem } from '../../client/failures.ts';
import { codeOf, hiddenAnswer, passwordOf } from '../files/password.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { remark, say } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { type AccountOptions, serviceOf, type ServiceOptions } from '../service/sign-in.ts';
import { OWN_WORDS } from '../words/own-words.ts';
import type { Desk } from '../words/words.ts';

/** Lines that come at once where nobody types; a secret is no longer than this. */
const LONGEST = 4096;

export async function changePassword(options: AccountOptions, desk: Desk): Promise<number> {
  const words = OWN_WORDS[desk.lang];
  const { account, passwordFile } = options;
  const isTold = passwordFile !== undefined || Boolean(process.env['KANON_PASSWORD']);
  const given = process.stdin.isTTY ? undefined : await linesGiven(isTold ? 1 : 2, desk);
  const old =
    given === undefined || isTold ? await passwordOf(account, passwordFile, desk) : (given[0] ?? '');
  const password = given?.at(-1) ?? (await newPassword(desk));
  const service = serviceOf(options, desk);
  if (service.isOpenToOthers) remark(desk.words.openToOthers);
  await withFactor(account, desk, (factorCode) =>
    service.post('/v1/passwords', { body: { account, old, password, ...factorCode } }),
  );
  say(words.changed);
  return EXIT.done;
}

export async function activate(
  account: string | undefined,
  options: ServiceOptions,
  desk: Desk,
): Promise<number> {
  const words = OWN_WORDS[desk.lang];
  if (account === undefined) throw new Usage(words.activateUse);
  const given = process.stdin.isTTY ? undefined : await linesGiven(2, desk);
  const code = given?.[0] ?? (await hiddenAnswer(words.oneTimeCode, desk));
  const password = given?.[1] ?? (await newPassword(desk));
  const service = serviceOf(options, desk);
  if (service.isOpenToOthers) remark(desk.words.openToOthers);
  await withFactor(account, desk, (factorCode) =>
    service.post('/v1/activations', { body: { account, code, password, ...factorCode } }),
  );
  say(words.activated(account));
  return EXIT.done;
}

/** Once more with a code of the second factor, where the account has one; it stays with a reset. */
async function withFactor(
  account: string,
  desk: Desk,
  send: (factorCode: { factorCode?: string }) => Promise<unknown>,
): Promise<void> {
  const told = process.env['KANON_CODE'];
  await send(told ? { factorCode: told } : {}).catch(async (error: unknown) => {
    const { cause } = error as { cause?: unknown };
    if (!(cause instanceof KanonProblem && cause.code === 'second-factor-needed')) throw error;
    await send({ factorCode: await codeOf(account, desk) });
  });
}

/** Typed twice, as nobody sees it. */
async function newPassword(desk: Desk): Promise<string> {
  const words = OWN_WORDS[desk.lang];
  const password = await hiddenAnswer(words.newPassword, desk);
  if ((await hiddenAnswer(words.again, desk)) !== password) throw new Failure([words.differ]);
  return password;
}

/** Exactly so many lines of standard input. Throws Usage for more or fewer, and names none. */
async function linesGiven(many: number, desk: Desk): Promise<string[]> {
  let text = '';
  for await (const chunk of process.stdin) {
    text += String(chunk);
    if (text.length > LONGEST) break;
  }
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  if (lines.length !== many || lines.includes('') || text.length > LONGEST)
    throw new Usage(OWN_WORDS[desk.lang].needsInput);
  return lines;
}

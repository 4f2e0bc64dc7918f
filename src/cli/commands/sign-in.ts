/** `kanon sign-in --browser`: signs in at an issuer of the operator by a browser, for the commands that follow. */
import { type BrowserIssuer, NobodyCame, tokenByBrowser } from '../service/browser-sign-in.ts';
import type { Service } from '../service/service.ts';
import { type ServiceOptions, serviceOf } from '../service/sign-in.ts';
import { forgetSessions, keep, keptOf } from '../files/known-device.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { remark, say } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { SIGN_IN_WORDS } from '../words/sign-in-words.ts';
import { type Desk, momentIn } from '../words/words.ts';

export interface SignInOptions extends ServiceOptions {
  readonly browser?: true;
  readonly forget?: true;
  readonly issuer?: string;
}

export async function signInByBrowser(options: SignInOptions, desk: Desk): Promise<number> {
  const words = SIGN_IN_WORDS[desk.lang];
  const { browser, forget, issuer: id } = options;
  if ((browser === undefined) === (forget === undefined) || (forget && id !== undefined))
    throw new Usage(words.use);
  const service = serviceOf(options, desk);
  if (forget) {
    say(words.forgotten(await forgetSessions(service.url)));
    return EXIT.done;
  }
  const issuer = await issuerOf(service, id, desk);
  const show = (address: string) => remark(words.open(address));
  const { token, endsAt } = await tokenByBrowser(issuer, show, { ...words, lang: desk.lang }).catch(
    (error: unknown) => {
      if (error instanceof NobodyCame) throw new Failure([words.tooLate], EXIT.failed, error);
      const isRefused =
        (error as { code?: unknown }).code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR' ||
        (error as { name?: unknown }).name === 'AuthorizationResponseError';
      throw new Failure([isRefused ? words.wentWrong : words.noToken], EXIT.failed, error);
    },
  );
  service.goOnWith(token);
  // Whose account it is the service says; no claim of the token is believed here.
  const { body } = await service.get('/v1/own-data');
  const { name, role } = body.account;
  const { device } = await keptOf(service.url, name);
  await keep(service.url, name, { ...(device && { device }), session: { token, endsAt, role } });
  say(words.done(name, momentIn(desk, new Date(endsAt).toISOString())));
  return EXIT.done;
}

async function issuerOf(service: Service, id: string | undefined, { lang }: Desk): Promise<BrowserIssuer> {
  const words = SIGN_IN_WORDS[lang];
  const { commandLine } = (await service.get('/v1/sign-in/oidc')).body;
  const [first, ...more] = id === undefined ? commandLine : commandLine.filter((one) => one.id === id);
  if (!first) throw new Failure([words.none]);
  if (more.length > 0) throw new Usage(words.several(commandLine.map((one) => one.id)));
  return first;
}

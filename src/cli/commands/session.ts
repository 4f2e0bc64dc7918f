/** `kanon session list|end`: one's own sessions, wherever they were begun. */
import { EXIT } from '../terminal/failure.ts';
import { say, sayJson } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { everyPage } from '../../client/every-page.ts';
import type { Service } from '../service/service.ts';
import { type AccountOptions, serviceOf, signIn } from '../service/sign-in.ts';
import { OWN_WORDS } from '../words/own-words.ts';
import { type Desk, momentIn } from '../words/words.ts';

export interface SessionOptions extends AccountOptions {
  readonly json?: true;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function session(
  [what, which, ...more]: readonly string[],
  options: SessionOptions,
  desk: Desk,
): Promise<number> {
  const words = OWN_WORDS[desk.lang];
  const ends = what === 'end';
  if ((what !== 'list' && !ends) || (which !== undefined) !== ends || more.length > 0)
    throw new Usage(words.sessionUse);
  if (which !== undefined && !['all', 'current'].includes(which) && !UUID.test(which))
    throw new Usage(words.notSession);
  const service = serviceOf(options, desk);
  await signIn(service, options, desk);
  if (which === undefined) await list(service, options, desk);
  else await end(service, which, desk);
  return EXIT.done;
}

async function list(service: Service, { json }: SessionOptions, desk: Desk): Promise<void> {
  const words = OWN_WORDS[desk.lang];
  const sessions = await everyPage(async (cursor) => {
    const { body } = await service.get('/v1/sessions', { query: cursor === undefined ? {} : { cursor } });
    return { lines: body.sessions, next: body.cursor };
  });
  if (json) {
    sayJson({ sessions });
    return;
  }
  for (const { id, madeAt, usedAt, endsAt, isCurrent } of sessions) {
    const [begun, used, ending] = [madeAt, usedAt, endsAt].map((at) => momentIn(desk, at));
    say(words.session(id, begun ?? '', used ?? '', ending ?? ''));
    if (isCurrent) say(words.thisOne);
  }
}

async function end(service: Service, which: string, desk: Desk): Promise<void> {
  const words = OWN_WORDS[desk.lang];
  if (which === 'all') await service.delete('/v1/sessions');
  else if (which === 'current') await service.delete('/v1/sessions/current');
  else await service.delete('/v1/sessions/{session}', { path: { session: which } });
  say(which === 'all' ? words.allEnded : words.ended(which));
}

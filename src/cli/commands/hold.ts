/** `kanon log hold`: entries of the access log are kept beyond their retention, by protection officer and auditor together. */
import { everyPage } from '../../client/every-page.ts';
import type { Schemas } from '../../client/wire.ts';
import { parseDay } from '../../rules/day.ts';
import { parseMoment } from '../../rules/moment.ts';
import { EXIT } from '../terminal/failure.ts';
import { HOLD_WORDS } from '../words/hold-words.ts';
import type { Service } from '../service/service.ts';
import { type ServiceOptions, serviceOf, signIn } from '../service/sign-in.ts';
import { say, sayJson } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { type Desk, momentIn } from '../words/words.ts';

export interface HoldOptions extends ServiceOptions {
  readonly account?: string;
  readonly passwordFile?: string;
  readonly first?: string;
  readonly before?: string;
  readonly keepUntil?: string;
  readonly json?: true;
}

const HOLDS = '/v1/access-log/holds';
/** What is said of a hold, and where the service hears it. */
const ANSWERS = {
  confirm: `${HOLDS}/{hold}/confirmation`,
  decline: `${HOLDS}/{hold}/refusal`,
  lift: `${HOLDS}/{hold}/lifting`,
} as const;
const isAnswer = (what: string): what is keyof typeof ANSWERS => Object.hasOwn(ANSWERS, what);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Asks for a hold, lists all, or answers one; what came of it is shown. */
export async function hold(how: readonly string[], options: HoldOptions, desk: Desk): Promise<number> {
  const { account } = options;
  const [what = '', id, ...more] = how;
  if (account === undefined || more.length > 0) throw new Usage(HOLD_WORDS[desk.lang].holdUse);
  const request = requestOf(what, id, options, desk);
  const service = serviceOf(options, desk);
  await signIn(service, { ...options, account }, desk);
  const body = await request(service);
  if (options.json) {
    sayJson(body);
    return EXIT.done;
  }
  const holds = 'holds' in body ? body.holds : [body];
  for (const one of holds) for (const line of linesOf(one, desk)) say(line);
  if (holds.length === 0) say(HOLD_WORDS[desk.lang].noHolds);
  return EXIT.done;
}

function requestOf(
  what: string,
  id: string | undefined,
  options: HoldOptions,
  desk: Desk,
): (service: Service) => Promise<Pick<Schemas['HoldList'], 'holds'> | Schemas['HoldStateBody']> {
  const words = HOLD_WORDS[desk.lang];
  if (isAnswer(what)) {
    if (id === undefined || !UUID.test(id)) throw new Usage(words.notHold);
    return async (service) => (await service.post(ANSWERS[what], { path: { hold: id } })).body;
  }
  if (id !== undefined || (what !== 'ask' && what !== 'list')) throw new Usage(words.holdUse);
  if (what === 'list')
    return async (service) => ({
      holds: await everyPage(async (cursor) => {
        const { body } = await service.get(HOLDS, { query: cursor === undefined ? {} : { cursor } });
        return { lines: body.holds, next: body.cursor };
      }),
    });
  const first = momentOf('--first', options.first, desk);
  const before = momentOf('--before', options.before, desk);
  const body = { first, before, keepUntil: momentOf('--keep-until', options.keepUntil, desk) };
  return async (service) => (await service.post(HOLDS, { body })).body;
}

/** A moment with its zone, or a day: then its beginning where this device stands, which the answer shows. */
function momentOf(option: string, text: string | undefined, { lang }: Desk): string {
  const words = HOLD_WORDS[lang];
  if (text === undefined) throw new Usage(words.holdUse);
  const isDay = parseDay(text) !== undefined;
  const moment = isDay ? beginningOf(text) : parseMoment(text);
  if (moment === undefined) throw new Usage(words.notMoment(option));
  return moment.toISOString();
}

function beginningOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

function linesOf(one: Schemas['HoldStateBody'], desk: Desk): string[] {
  const words = HOLD_WORDS[desk.lang];
  const [first, before, until] = [one.first, one.before, one.keepUntil].map((iso) => momentIn(desk, iso));
  const holds =
    one.holdsUntil === null ? words.holdsNothing : words.holdsUntil(momentIn(desk, one.holdsUntil));
  return [
    words.hold(one.id, first ?? '', before ?? '', until ?? ''),
    `  ${words.holdStates[one.state]}, ${holds}`,
    ...(one.liftAskedBy === null ? [] : [`  ${words.liftAsked[one.liftAskedBy]}`]),
  ];
}

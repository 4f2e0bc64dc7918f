/** `kanon reservation`: states, takes back, answers and lists what speaks against the collection of a period. */
import { CONCERNS, type Concern, type Norm, type Response, responseText } from '../../rules/reservation.ts';
import { type AccountOptions, periodIn, regionIn, serviceOf, signIn } from '../service/sign-in.ts';
import { EXIT } from '../terminal/failure.ts';
import { say, sayJson, tableLines } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { RESERVATION_WORDS } from '../words/reservation-words.ts';
import type { Desk } from '../words/words.ts';

export interface ReservationOptions extends AccountOptions {
  readonly region: string;
  readonly period: string;
  readonly code?: Concern;
  readonly answer?: Response;
  readonly norm?: Norm;
  readonly json?: true;
}

const ALL = '/v1/regions/{region}/reservations/{period}';
const ONE = '/v1/regions/{region}/reservations/{period}/{code}';
const ANSWER = '/v1/regions/{region}/reservations/{period}/{code}/answer';
const DEEDS = ['list', 'state', 'withdraw', 'answer'];

export async function reservation(what: string, options: ReservationOptions, desk: Desk): Promise<number> {
  const { code, answer, norm, json } = options;
  const words = RESERVATION_WORDS[desk.lang];
  const fits =
    DEEDS.includes(what) &&
    (what === 'list') === (code === undefined) &&
    (what === 'answer') === (answer !== undefined) &&
    (answer === 'BASIS_NAMED') === (norm !== undefined);
  if (!fits) throw new Usage(words.use);
  const place = { region: regionIn(options.region, desk), period: periodIn(options.period, desk) };
  const service = serviceOf(options, desk);
  await signIn(service, options, desk);
  if (code === undefined) {
    const { body } = await service.get(ALL, { path: place });
    if (json) sayJson(body);
    else sayReservations(body.reservations, desk);
    return EXIT.done;
  }
  const path = { ...place, code };
  if (what === 'withdraw') {
    await service.delete(ONE, { path });
    if (json) sayJson({ ...path, withdrawn: true });
    else say(words.withdrawn(path.region, code));
    return EXIT.done;
  }
  const { body } =
    answer === undefined
      ? await service.put(ONE, { path })
      : await service.put(ANSWER, { path, body: { answer, ...(norm && { norm }) } });
  if (json) sayJson(body);
  else say((answer === undefined ? words.stated : words.answered)(path.region, code));
  return EXIT.done;
}

interface Listed {
  readonly region: string;
  readonly code: Concern;
  readonly answer: Response | null;
  readonly norm: Norm | null;
}

function sayReservations(all: readonly Listed[], { lang }: Desk): void {
  const words = RESERVATION_WORDS[lang];
  if (all.length === 0) return say(words.none);
  const rows = all.map(({ region, code, answer, norm }) => [
    region,
    code,
    CONCERNS[code][lang],
    answer === null ? words.open : responseText(answer, norm, lang),
  ]);
  for (const line of tableLines(words.head, rows, ['left', 'left', 'left', 'left'])) say(line);
}

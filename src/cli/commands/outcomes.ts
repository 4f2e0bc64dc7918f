/** `kanon outcomes WHAT`: what was granted, from an office's hands to those who read it. */
import type { Call } from '../../client/wire.ts';
import { GAP_TEXTS } from '../../rules/outcome.ts';
import { outcomeSchemeFor } from '../../rules/schemes/outcome-registry.ts';
import type { PeriodKey } from '../../rules/period.ts';
import { periodIn, regionIn, serviceOf, signIn } from '../service/sign-in.ts';
import type { Service } from '../service/service.ts';
import { EXIT } from '../terminal/failure.ts';
import { say, sayJson, tableLines } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { OUTCOME_WORDS } from '../words/outcome-words.ts';
import { type Desk, momentIn } from '../words/words.ts';
import type { OutcomesOptions, OutcomesQuery as Query } from './outcomes-options.ts';
import { bodyLines, putOutcomes } from './outcomes-put.ts';
import { outcomeLines } from './outcomes-text.ts';

type Deed = (given: readonly string[], options: OutcomesOptions, desk: Desk) => Promise<number>;

const READ = '/v1/regions/{region}/outcomes/{period}';
const OWN = '/v1/counties/{county}/outcomes/{period}';
const STATUS = '/v1/regions/{region}/completeness/{period}/outcomes';
const BODIES = '/v1/accounts/{account}/bodies';
const ONE = '/v1/outcome-releases/{release}';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function outcomes(
  [what = '', ...given]: readonly string[],
  options: OutcomesOptions,
  desk: Desk,
): Promise<number> {
  const deed = Object.hasOwn(DEEDS, what) ? DEEDS[what] : undefined;
  if (!deed) throw new Usage(OUTCOME_WORDS[desk.lang].use);
  return deed(given, options, desk);
}

async function signedIn(options: OutcomesOptions, desk: Desk): Promise<Service> {
  const service = serviceOf(options, desk);
  await signIn(service, options, desk);
  return service;
}

const needed = (value: string | undefined, option: string, desk: Desk): string => {
  if (value === undefined) throw new Usage(OUTCOME_WORDS[desk.lang].needs(option));
  return value;
};
const noMore = (given: readonly string[], desk: Desk): void => {
  if (given.length > 0) throw new Usage(OUTCOME_WORDS[desk.lang].use);
};
const periodOf = (options: OutcomesOptions, desk: Desk): PeriodKey =>
  periodIn(needed(options.period, '--period', desk), desk);
const countyOf = (options: OutcomesOptions, desk: Desk): string =>
  regionIn(needed(options.county, '--county', desk), desk);
const regionOf = (options: OutcomesOptions, desk: Desk): string =>
  regionIn(needed(options.region, '--region', desk), desk);

const put: Deed = ([file, ...more], options, desk) => {
  noMore(more, desk);
  const at = { county: countyOf(options, desk), period: periodOf(options, desk) };
  return putOutcomes(needed(file, 'FILE', desk), at, options, desk);
};

const own: Deed = async (given, options, desk) => {
  noMore(given, desk);
  const path = { county: countyOf(options, desk), period: periodOf(options, desk) };
  const service = await signedIn(options, desk);
  const { body, etag } = await service.get(OWN, { path });
  if (options.json) sayJson(body);
  else {
    const words = OUTCOME_WORDS[desk.lang];
    const scheme = outcomeSchemeFor(path.period);
    for (const { body: code, stored, reportedAt } of body.bodies) {
      const label = scheme?.bodies.find((one) => one.code === code)?.label[desk.lang] ?? code;
      if (stored && scheme) for (const line of bodyLines(stored, scheme, desk)) say(line);
      else
        say(
          `${label}: ${reportedAt === null ? words.nothingYet : words.notShown(momentIn(desk, reportedAt))}`,
        );
    }
    if (etag !== undefined) say(desk.words.revision(etag));
  }
  return EXIT.done;
};

const status: Deed = async (given, options, desk) => {
  noMore(given, desk);
  const path = { region: regionOf(options, desk), period: periodOf(options, desk) };
  const service = await signedIn(options, desk);
  if (options.csv || options.csvDe) {
    const format = options.csvDe ? 'csv-de' : 'csv';
    process.stdout.write((await service.bytes(STATUS, { path, query: { format } })).body);
    return EXIT.done;
  }
  const { body } = await service.get(STATUS, { path });
  if (options.json) sayJson(body);
  else {
    const words = OUTCOME_WORDS[desk.lang];
    const count = (is: string): number => body.bodies.filter((one) => one.status === is).length;
    const rows = body.bodies.map((one) => [
      one.region,
      one.name,
      one.body,
      one.gap === null
        ? words.statuses[one.status]
        : `${words.statuses[one.status]}: ${GAP_TEXTS[one.gap][desk.lang]}`,
    ]);
    for (const line of tableLines(words.head, rows, ['left', 'left', 'left', 'left'])) say(line);
    say('');
    say(words.share(body.bodies.length, count('reported'), count('in-gap'), count('missing')));
  }
  return EXIT.done;
};

const release: Deed = async (given, options, desk) => {
  noMore(given, desk);
  const period = periodOf(options, desk);
  const service = await signedIn(options, desk);
  const { body } = await service.post('/v1/periods/{period}/outcomes-release', { path: { period } });
  if (options.json) sayJson(body);
  else {
    const words = OUTCOME_WORDS[desk.lang];
    say(words.released(period, body.release.version, body.release.id));
    if (body.kept.length > 0) say(words.kept);
    for (const { county, body: code } of body.kept) say(`  ${county} ${code}`);
  }
  return EXIT.done;
};

const read: Deed = async (given, options, desk) => {
  noMore(given, desk);
  const path = { region: regionOf(options, desk), period: periodOf(options, desk) };
  const purpose = purposeOf(options, desk);
  const service = await signedIn(options, desk);
  const { level, by, version } = options;
  const query: Query = {
    ...(level !== undefined && { level }),
    ...(by !== undefined && { by }),
    ...(version !== undefined && { version: Number(version) }),
  };
  const ask = { path, header: { 'kanon-purpose': purpose } };
  if (options.csv || options.csvDe) {
    const format = options.csvDe ? 'csv-de' : 'csv';
    process.stdout.write((await service.bytes(READ, { ...ask, query: { ...query, format } })).body);
    return EXIT.done;
  }
  const { body } = await service.get(READ, { ...ask, query });
  if (options.json) sayJson(body);
  else for (const line of outcomeLines(body, desk)) say(line);
  return EXIT.done;
};

const purposeOf = ({ purpose }: OutcomesOptions, desk: Desk): NonNullable<OutcomesOptions['purpose']> => {
  if (purpose === undefined) throw new Usage(OUTCOME_WORDS[desk.lang].needs('--purpose'));
  return purpose;
};

const idIn = ([id = '', ...more]: readonly string[], desk: Desk): string => {
  noMore(more, desk);
  if (!UUID.test(id)) throw new Usage(OUTCOME_WORDS[desk.lang].use);
  return id;
};

const document: Deed = async (given, options, desk) => {
  const path = { release: idIn(given, desk) };
  const header = { 'kanon-purpose': purposeOf(options, desk) };
  const service = await signedIn(options, desk);
  process.stdout.write((await service.bytes(`${ONE}/document`, { path, header })).body);
  return EXIT.done;
};

const certificate: Deed = async (given, options, desk) => {
  const path = { release: idIn(given, desk) };
  const service = await signedIn(options, desk);
  sayJson((await service.get(`${ONE}/certificate`, { path })).body);
  return EXIT.done;
};

type BodyCode = Call<'put', typeof BODIES>['body']['bodies'][number];

/** Without a list it shows those that there are; an empty one takes all away. */
const bodies: Deed = async ([id = '', list, ...more], options, desk) => {
  const path = { account: idIn([id, ...more], desk) };
  const service = await signedIn(options, desk);
  const codes = list?.split(',').filter((code) => code !== '');
  const { body } = codes
    ? await service.put(BODIES, { path, body: { bodies: codes as BodyCode[] } })
    : await service.get(BODIES, { path });
  const words = OUTCOME_WORDS[desk.lang];
  if (options.json) sayJson(body);
  else say(words.bodiesNow(body.account, body.bodies.join(', ') || words.noBody));
  return EXIT.done;
};

const DEEDS: Readonly<Record<string, Deed>> = {
  put,
  own,
  status,
  release,
  read,
  document,
  certificate,
  bodies,
};

/**
 * `kanon participation`: who is expected in a running period, and a change of that with its reason; over a service by an
 * account, else beside the database.
 */
import { Problem } from '../../foundation/problem-shape.ts';
import {
  CHANGE_REASONS,
  type ChangeReason,
  isExpected,
  type Participation,
} from '../../reference/participation.ts';
import type { Boot } from '../../operations/boot.ts';
import type { PeriodKey } from '../../rules/period.ts';
import type { SchoolNumber } from '../../rules/school.ts';
import { periodIn, regionIn, schoolIn, type ServiceOptions, serviceOf, signIn } from '../service/sign-in.ts';
import { everyPage } from '../../client/every-page.ts';
import type { Service } from '../service/service.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { say, sayJson, tableLines } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { PARTICIPATION_WORDS } from '../words/participation-words.ts';
import { type Desk, momentIn } from '../words/words.ts';
import { administer } from './administer.ts';
import { operatorIn } from './administrator.ts';

export interface ParticipationOptions extends ServiceOptions {
  readonly period: string;
  readonly region?: string;
  readonly kind?: Participation;
  readonly reason?: ChangeReason;
  readonly account?: string;
  readonly passwordFile?: string;
  readonly operator?: string;
  readonly json?: true;
}

interface Change {
  readonly period: PeriodKey;
  readonly school: SchoolNumber;
  readonly kind: Participation;
  readonly reason: ChangeReason;
}

const LIST = '/v1/regions/{region}/participation/{period}';
const SCHOOL = `${LIST}/{school}` as const;

export async function participation(
  what: string,
  options: ParticipationOptions,
  boot: Boot,
  desk: Desk,
): Promise<number> {
  const { kind, reason, account, passwordFile, operator, region: place } = options;
  const words = PARTICIPATION_WORDS[desk.lang];
  const period = periodIn(options.period, desk);
  if (what === 'list') {
    if (kind ?? reason ?? operator) throw new Usage(words.use);
    if (account === undefined || place === undefined) throw new Usage(words.needsRegion);
    const path = { region: regionIn(place, desk), period };
    const service = serviceOf(options, desk);
    await signIn(service, { ...options, account }, desk);
    return list(service, path, options, desk);
  }
  const school = schoolIn(what, desk);
  if (kind === undefined || reason === undefined) throw new Usage(words.needsKind);
  const change = { period, school, kind, reason };
  if (account === undefined) {
    if (place ?? options.url ?? passwordFile ?? options.json) throw new Usage(words.use);
    return changeOnHost(change, operator, boot, desk);
  }
  if (operator !== undefined) throw new Usage(words.use);
  if (place === undefined) throw new Usage(words.needsRegion);
  const path = { region: regionIn(place, desk), period, school };
  const service = serviceOf(options, desk);
  await signIn(service, { ...options, account }, desk);
  const { body } = await service.put(SCHOOL, { path, body: { kind, reason } });
  if (options.json) sayJson(body);
  else tell(change, body.changed, desk);
  return EXIT.done;
}

async function list(
  service: Service,
  path: { readonly region: string; readonly period: string },
  { json }: ParticipationOptions,
  desk: Desk,
): Promise<number> {
  const words = PARTICIPATION_WORDS[desk.lang];
  /** The same on each page. */
  const told: { fixedAt: string | null } = { fixedAt: null };
  const schools = await everyPage(async (after) => {
    const { body } = await service.get(LIST, { path, query: after === undefined ? {} : { after } });
    told.fixedAt = body.fixedAt;
    return { lines: body.schools, next: body.next };
  });
  const { fixedAt } = told;
  if (json) {
    sayJson({ ...path, fixedAt, schools });
    return EXIT.done;
  }
  const rows = schools.map(({ school, name, type, kind, reason }) => [
    ...[school, name, type, words.kinds[kind]],
    reason === null ? '' : CHANGE_REASONS[reason][desk.lang],
  ]);
  for (const line of tableLines(words.head, rows, ['left', 'left', 'left', 'left', 'left'])) say(line);
  say('');
  say(words.share(schools.filter(({ kind }) => isExpected(kind)).length, schools.length));
  say(fixedAt === null ? words.notFixed : words.fixed(momentIn(desk, fixedAt)));
  return EXIT.done;
}

async function changeOnHost(change: Change, by: string | undefined, boot: Boot, desk: Desk): Promise<number> {
  const { lang, words } = desk;
  const { period, school, kind, reason } = change;
  // Only who changes it here needs the rooms of the service.
  const { Participations } = await import('../../reference/participations.ts');
  await administer(boot, operatorIn(by, desk), desk, async ({ app }, admin) => {
    const changed = await app
      .get(Participations)
      .change(admin, { period, school }, { kind, reason })
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        if (error.code === 'not-found') throw new Failure([words.notKnownThere], EXIT.failed, error);
        throw new Failure(
          error.body.findings?.map((finding) => finding.reason[lang]) ?? [error.bodyIn(lang).detail],
          EXIT.failed,
          error,
        );
      });
    tell(change, changed, desk);
  });
  return EXIT.done;
}

function tell({ school, period, kind }: Change, changed: boolean, { words }: Desk): void {
  say((changed ? words.participationChanged : words.participationSame)(school, period, kind));
}

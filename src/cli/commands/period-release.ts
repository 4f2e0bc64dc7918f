/** `kanon period freeze|thaw|state|preview|release|reopen|corrections`: from reports to a release, as disclosure officers go. */
import { KanonProblem } from '../../client/failures.ts';
import type { Schemas } from '../../client/wire.ts';
import { everyPage } from '../../client/every-page.ts';
import type { Service } from '../service/service.ts';
import { isAtTerminal, saysYes } from '../terminal/ask.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { remark } from '../terminal/terminal.ts';
import { PERIOD_WORDS } from '../words/period-words.ts';
import { type Desk, momentIn } from '../words/words.ts';
import type { PeriodAt, PeriodDeed } from './period-deed.ts';
import { dayIn } from './period-keeping.ts';

const PERIOD = '/v1/periods/{period}';
type Unusual = NonNullable<Schemas['FreezeBody']['confirm']>[number];

/** What is unusual is asked about at a terminal; elsewhere --confirm says that it is meant so. */
export const freeze: PeriodDeed =
  ({ period, options, desk }) =>
  async (service) => {
    const path = { period };
    const words = PERIOD_WORDS[desk.lang];
    const send = (confirm: Unusual[]) =>
      service.post(`${PERIOD}/freeze`, { path, ...(confirm.length > 0 && { body: { confirm } }) });
    const { body } = await send([]).catch(async (error: unknown) => {
      const { cause } = error as { cause?: unknown };
      if (!(cause instanceof KanonProblem) || cause.code !== 'freeze-unconfirmed') throw error;
      await confirmAll(cause.findings, options.confirm, desk);
      return send(cause.findings.map(({ rule }) => rule as Unusual));
    });
    return { body, lines: [words.frozen(period)] };
  };

async function confirmAll(
  findings: readonly Schemas['FindingBody'][],
  confirm: true | undefined,
  { lang, words }: Desk,
): Promise<void> {
  const sentences = findings.map(({ reason }) => reason[lang]);
  if (!confirm && !isAtTerminal())
    throw new Failure([PERIOD_WORDS[lang].unusualFreeze, ...sentences, words.howToConfirm], EXIT.unconfirmed);
  for (const sentence of sentences) {
    remark(confirm ? `${words.confirmed} ${sentence}` : sentence);
    if (!confirm && !(await saysYes(words.isItSo, { lang, words }))) throw new Failure([words.notStored]);
  }
}

/** One asks; another one confirms. */
export const thaw: PeriodDeed =
  ({ period, options, desk }) =>
  async (service) => {
    const path = { period };
    const { body } = options.confirm
      ? await service.post(`${PERIOD}/thaw/confirmation`, { path })
      : await service.post(`${PERIOD}/thaw`, { path });
    return { body, lines: thawLines(body, desk) };
  };

function thawLines({ period, state: is, endsAt }: Schemas['ThawBody'], desk: Desk): string[] {
  const words = PERIOD_WORDS[desk.lang];
  if (is === 'thawed') return [words.thawed(period)];
  return is === 'asked' ? [words.thawAsked(period, endsAt === null ? '' : momentIn(desk, endsAt))] : [];
}

export const state: PeriodDeed =
  ({ period, desk }) =>
  async (service) => {
    const path = { period };
    const { body } = await service.get(`${PERIOD}/state`, { path });
    const { body: asked } = await service.get(`${PERIOD}/thaw`, { path });
    return { body: { ...body, thaw: asked }, lines: [...stateLines(body, desk), ...thawLines(asked, desk)] };
  };

function stateLines(
  { period, state: is, failure }: Schemas['PeriodStateBody'],
  { lang }: Pick<Desk, 'lang'>,
): string[] {
  const words = PERIOD_WORDS[lang];
  return [`${period}: ${words.states[is]}`, ...(failure === null ? [] : [words.failures[failure]])];
}

/** Milliseconds between two looks at a preview, and until nobody waits any longer. */
const LOOK = 500;
const LOOKING = 120_000;

/** Asks for the preview, and waits for it. */
export const preview: PeriodDeed = (at) => async (service) => {
  const path = { period: at.period };
  let { body } = await service.post(`${PERIOD}/preview`, { path });
  for (const end = Date.now() + LOOKING; body.state === 'computing' && Date.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK));
    ({ body } = await service.get(`${PERIOD}/preview`, { path }));
  }
  return { body, lines: previewLines(body, at) };
};

function previewLines(
  { preview: seen, failure }: Schemas['PreviewBody'],
  { period, desk }: PeriodAt,
): string[] {
  const words = PERIOD_WORDS[desk.lang];
  if (failure !== null) return [words.failures[failure as keyof typeof words.failures]];
  if (seen === null) return [words.previewLater(period)];
  return [
    seen.isNew ? words.wouldBe(period, seen.version) : words.wouldStay(period, seen.version),
    ...(seen.schoolsReported === null || seen.schoolsExpected === null
      ? []
      : [words.wouldSay(seen.schoolsReported, seen.schoolsExpected)]),
    ...seen.levels.flatMap((row) => [
      words.hiding(row.level, row.hidden, row.cells, row.hiddenAnew),
      ...(row.hiddenShare === null || row.hidden === 0 ? [] : [words.hiddenShare(row.hiddenShare)]),
    ]),
    ...seen.useless.map(
      ({ region, schoolsReported, schoolsExpected, why }) =>
        `${words.useless(region, schoolsReported, schoolsExpected)} ${words.whyUseless[why]}`,
    ),
    ...seen.hiddenAnew.map(({ region, schoolType, measure, column }) =>
      ['  ', region, schoolType ?? '', measure, column].filter((text) => text !== '').join(' '),
    ),
    ...(seen.needsChoice ? [words.needsChoice] : []),
  ];
}

export const release: PeriodDeed =
  ({ period, options, desk }) =>
  async (service) => {
    const { corrections: choice } = options;
    const path = { period };
    const sent = choice === undefined ? { path } : { path, body: { corrections: choice } };
    const { body } = await service.post(`${PERIOD}/release`, sent);
    return { body, lines: [PERIOD_WORDS[desk.lang].releasing(period)] };
  };

export const reopen: PeriodDeed = ({ period, options, desk }) => {
  const until = dayIn('--until', options.until, desk);
  return async (service) => {
    const { body } = await service.post(`${PERIOD}/corrections`, { path: { period }, body: { until } });
    return { body, lines: [PERIOD_WORDS[desk.lang].reopened(period, until)] };
  };
};

export const corrections: PeriodDeed =
  ({ period, desk }) =>
  async (service: Service) => {
    const kept = await everyPage(async (after) => {
      const query = after === undefined ? {} : { after };
      const { body } = await service.get(`${PERIOD}/corrections`, { path: { period }, query });
      return { lines: body.kept, next: body.next };
    });
    const words = PERIOD_WORDS[desk.lang];
    return {
      body: { period, kept },
      lines: kept.length === 0 ? [words.noneWaits(period)] : [words.wait(period), ...kept],
    };
  };

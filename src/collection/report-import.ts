/** The story of many reports in one request: each by the rules of a single one, with its receipt and its entry, all in one transaction. */
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { newEntryId, type OneOfMany } from '../access/entry.ts';
import { rulesOf } from '../access/gate.ts';
import { entryIdOf, note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Problem, type ProblemFinding } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { Signer } from '../identity/signer.ts';
import { Reference, type ReportContext } from '../reference/reference.ts';
import { canonical } from '../rules/canonical.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import { ruleVersionsUnder } from '../rules/catalogue.ts';
import { check } from '../rules/check.ts';
import { refusalsIn } from '../rules/finding.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { Report } from '../rules/report.ts';
import type { FiledReport } from '../rules/reports-file.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { contextFor, overtaken } from './collect.ts';
import { type Left, Plausibility } from './plausibility.ts';
import { receiptOf } from './receipt.ts';
import { type BatchItem, ReportBatchStore, type Standing } from './report-batch.store.ts';
import type { PutOutcome } from './report.store.ts';

export interface ImportWay {
  /** Same checks, same answers, and nothing stored. */
  readonly dryRun: boolean;
  /** All reports or none; else those that the rules refuse are left out. */
  readonly atomic: boolean;
}

/** What became of one report. */
export interface FiledOutcome extends Left {
  readonly filed: FiledReport;
  /** Why it was not stored. */
  readonly problem?: Problem;
  readonly put?: PutOutcome;
  readonly receipt?: string;
}

/** A report that the rules let through. */
interface Sound extends Left {
  readonly filed: FiledReport;
  /** In its canonical form. */
  readonly report: Report;
  readonly context: ReportContext;
}

/** Reports of one statement. */
const AT_ONCE = 250;
/** Reports between two breaths of the process, which others wait for. */
const BREATH = 200;

@Injectable()
export class ReportImport {
  constructor(
    private readonly reference: Reference,
    private readonly reports: ReportBatchStore,
    private readonly plausibility: Plausibility,
    private readonly signer: Signer,
  ) {}

  /**
   * Takes the reports of a file. What stands there already is not changed, so the same file may be sent again after any
   * failure. A report of another account is not replaced.
   *
   * returns  the outcomes in the order of the file; each has an entry of its own in the access log
   * throws   import-refused, with `atomic`, where a single one is refused; report-refused or not-found where a period was
   *          closed meanwhile. Then nothing is stored.
   */
  async take(
    tx: Tx,
    actor: Actor,
    files: readonly FiledReport[],
    { dryRun, atomic }: ImportWay,
  ): Promise<FiledOutcome[]> {
    note(tx, { dryRun });
    const outcomes = new Map<FiledReport, FiledOutcome>();
    const policies = new Map<PeriodKey, number>();
    const sound: Sound[] = [];
    for (const [period, ofPeriod] of byPeriod(files)) {
      const contexts = await this.reference.reportContexts(
        tx,
        actor.tenant,
        period,
        ofPeriod.map(({ school }) => school),
      );
      for (const { period: known } of contexts.values()) policies.set(period, known.policy.number);
      for (const [at, filed] of ofPeriod.entries()) {
        if (at % BREATH === 0) await setImmediate();
        const judged = await this.judge(tx, actor, filed, contexts.get(filed.school));
        if ('context' in judged) sound.push(judged);
        else outcomes.set(filed, judged);
      }
    }
    const entries = new Map(files.map((filed, at) => [filed, at === 0 ? entryIdOf(tx) : newEntryId()]));
    const commitments = new Map<FiledReport, Buffer>();
    // The same order in every transaction, so that two files never wait for each other.
    sound.sort(({ filed: a }, { filed: b }) => (keyOf(a) < keyOf(b) ? -1 : 1));
    for (let from = 0; from < sound.length; from += AT_ONCE) {
      const some = sound.slice(from, from + AT_ONCE);
      const done = dryRun ? await this.foresee(tx, actor, some) : await this.store(tx, actor, some);
      for (const outcome of done) {
        const { filed, report, context, put, left } = outcome;
        const signed =
          put &&
          receiptOf(
            this.signer,
            {
              unit: { school: filed.school },
              period: filed.period,
              report,
              rules: ruleVersionsUnder(context.period.policy),
              put,
            },
            entries.get(filed)!,
          );
        if (signed) commitments.set(filed, signed.commitment);
        outcomes.set(filed, {
          ...{ filed, ...left },
          ...(put && { put }),
          ...(signed && { receipt: signed.receipt }),
          ...(outcome.problem && { problem: outcome.problem }),
        });
      }
    }
    const all = files.map((filed) => outcomes.get(filed)!);
    const refused = all.filter(({ problem }) => problem);
    if (atomic && refused.length > 0) throw problems.importRefused(all.flatMap(findingsOf));
    note(tx, {
      each: all.map(({ filed, problem }): OneOfMany => {
        const policy = policies.get(filed.period);
        const commitment = commitments.get(filed);
        return {
          id: entries.get(filed)!,
          place: { school: filed.school, period: filed.period },
          ...(policy === undefined ? {} : { policy }),
          ...(commitment && { commitment }),
          ...(problem && { refusedBy: rulesOf(problem) }),
        };
      }),
    });
    return all;
  }

  /** By the rules of a single report. */
  private async judge(
    tx: Tx,
    actor: Actor,
    filed: FiledReport,
    known: ReportContext | undefined,
  ): Promise<Sound | FiledOutcome> {
    const refused = (problem: Problem): FiledOutcome => ({
      filed,
      problem,
      questions: [],
      confirm: undefined,
    });
    if (!actor.schools.includes(filed.school)) return refused(problems.notAllowed());
    if (!known) return refused(problems.notFound());
    const context = contextFor(known);
    const refusals = refusalsIn(check(filed.report, context));
    if (refusals.length > 0) return refused(problems.reportRefused(refusals));
    const report = canonical(filed.report, context.scheme);
    const { school, period } = filed;
    const wanted = {
      ...{ tenant: actor.tenant, school, period, report },
      ...{ reporter: actor.account ?? '', replaces: undefined },
    };
    try {
      const left = await this.plausibility.left(tx, wanted, filed.report, context, filed.confirm);
      return { filed, report, context: known, ...left };
    } catch (error) {
      if (error instanceof Problem) return refused(error);
      throw error;
    }
  }

  /** What storing would answer. */
  private async foresee(tx: Tx, actor: Actor, some: readonly Sound[]): Promise<Done[]> {
    const standing = await this.standing(tx, actor, some);
    return some.map((one): Done => {
      const there = standing.get(keyOf(one.filed));
      return { ...one, left: leftOf(one), ...(there && there.reporter !== actor.account && OTHERS) };
    });
  }

  private async store(tx: Tx, actor: Actor, some: readonly Sound[]): Promise<Done[]> {
    const isAsked = ({ confirm }: Sound): boolean => confirm !== undefined;
    const ready = some.filter((one) => !isAsked(one));
    const put = new Map<string, PutOutcome>();
    const items = ready.map(({ filed, report, context }): BatchItem => {
      const { school, period } = filed;
      return { school, period, report, k: context.period.policy.k, revision: randomUUID() };
    });
    const stored = await this.reports
      .put(tx, actor.tenant, actor.account ?? '', items)
      .catch((error: unknown) => {
        throw overtaken(error);
      });
    for (const { school, period, ...revision } of stored)
      put.set(keyOf({ school, period }), { ...revision, outcome: 'stored' });
    const others = ready.filter(({ filed }) => !put.has(keyOf(filed)));
    const standing = others.length > 0 ? await this.standing(tx, actor, others) : new Map<string, Standing>();
    return some.map((one): Done => {
      if (isAsked(one))
        return {
          ...one,
          left: leftOf(one),
          problem: problems.confirmationNeeded(one.questions, one.confirm),
        };
      const there = standing.get(keyOf(one.filed));
      const isSame = there?.report && canonicalJson(there.report) === canonicalJson(one.report);
      const outcome = put.get(keyOf(one.filed));
      if (outcome) return { ...one, left: leftOf(one), put: outcome };
      if (!there || !isSame) return { ...one, left: leftOf(one), ...OTHERS };
      const { revision, revisionNumber, reportedAt } = there;
      return {
        ...one,
        left: leftOf(one),
        put: { revision, revisionNumber, reportedAt, outcome: 'unchanged' },
      };
    });
  }

  private async standing(
    tx: Tx,
    { tenant, account = '' }: Actor,
    some: readonly Sound[],
  ): Promise<Map<string, Standing>> {
    const places = some.map(({ filed }) => filed);
    const rows = await this.reports.standing(tx, tenant, account, places);
    return new Map(rows.map((row) => [keyOf(row), row]));
  }
}

/** A sound report with what became of it. */
interface Done extends Sound {
  readonly left: Left;
  readonly put?: PutOutcome;
  readonly problem?: Problem;
}

/** What another account reported is replaced by naming its revision, one by one. */
const OTHERS = { problem: problems.revisionNeeded() };

const leftOf = ({ questions, confirm }: Sound): Left => ({ questions, confirm });

const keyOf = ({ period, school }: { readonly period: PeriodKey; readonly school: SchoolNumber }): string =>
  `${period} ${school}`;

function byPeriod(files: readonly FiledReport[]): Map<PeriodKey, FiledReport[]> {
  const periods = new Map<PeriodKey, FiledReport[]>();
  for (const filed of files) {
    const ofPeriod = periods.get(filed.period);
    if (ofPeriod) ofPeriod.push(filed);
    else periods.set(filed.period, [filed]);
  }
  return periods;
}

/** What was wrong with it, by line of the file. */
function findingsOf({ filed: { line }, problem }: FiledOutcome): ProblemFinding[] {
  if (!problem) return [];
  const findings = problem.body.findings ?? [];
  if (findings.length > 0)
    return findings.map(({ rule, pointer = '', reason }) => ({
      rule,
      pointer: `/${line}${pointer}`,
      reason,
    }));
  const reason = { de: problem.bodyIn('de').detail, en: problem.bodyIn('en').detail };
  return [{ rule: problem.code, pointer: `/${line}`, reason }];
}

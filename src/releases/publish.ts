/** The publisher: reads a frozen period, protects it in a thread of its own, and releases it once. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Actor, systemActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { Loop } from '../foundation/loop.ts';
import { step } from '../foundation/step.ts';
import { note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { logFailure } from '../foundation/http/log.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Signer } from '../identity/signer.ts';
import { NoSafePattern } from '../disclosure/search/suppress.ts';
import { Periods } from '../reference/periods.ts';
import type { PeriodKey } from '../rules/period.ts';
import { schemeId, type Scheme } from '../rules/scheme.ts';
import {
  candidateOf,
  Candidates,
  changedOf,
  previewOfCandidate,
  type Candidate,
  type Gathered,
} from './candidate.ts';
import { Claim } from './claim.ts';
import { CERTIFICATE_TYPE, certificateOf, withProof } from './certificate.ts';
import { CorrectionStore } from './correction.store.ts';
import { outdated, unlessOutdated } from './outdated.ts';
import type { Preview } from './preview.ts';
import { PreviewStore } from './preview.store.ts';
import { ReservationStore } from './reservation.store.ts';
import { protectInWorker } from './protect-in-worker.ts';
import type { Protection } from '../tables/protection.ts';
import { columnsOfRelease, hiddenCellsOf, rowsOfRelease, withholdingShown } from '../tables/release-row.ts';
import { type ReleaseHead, ReleaseStore } from './release.store.ts';
import type { TableInput } from '../tables/table.ts';

/** Milliseconds between two looks at what was asked for. */
const PACE = 1000;

/** What a release is made of, and the schools whose correction it leaves out. */
interface Ready {
  readonly period: PeriodKey;
  readonly request: string;
  readonly scheme: Scheme;
  readonly input: TableInput;
  readonly kept: readonly string[];
}

@Injectable()
export class Publisher implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly actor: Actor;
  private readonly loop = new Loop(() => this.publishAll(), PACE);
  /** Rounds of the search for releases since the start: whether a long one still comes on. */
  rounds = 0;

  constructor(
    private readonly gate: Gate,
    private readonly unrecorded: Unrecorded,
    private readonly claim: Claim,
    private readonly candidates: Candidates,
    private readonly periods: Periods,
    private readonly store: ReleaseStore,
    private readonly corrections: CorrectionStore,
    private readonly previews: PreviewStore,
    private readonly reservations: ReservationStore,
    private readonly signer: Signer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.actor = systemActor(settings.tenant, 'publisher', 'publisher');
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.end();
  }

  /** Releases every period that two persons have asked for, then makes the previews asked for; one call after the other. */
  publishAsked(): Promise<void> {
    return this.loop.now();
  }

  private async publishAll(): Promise<void> {
    const { tenant } = this.settings;
    const waiting = (): Promise<{ releases: PeriodKey[]; previews: PeriodKey[] }> =>
      this.unrecorded.read('waiting releases', tenant, async (tx) => {
        const frozen = await this.periods.frozen(tx, tenant);
        const previews = await this.previews.asked(tx, tenant);
        return {
          releases: await this.unblocked(
            tx,
            tenant,
            frozen.filter(({ asked }) => asked),
          ),
          previews: previews.filter((period) => frozen.some(({ key }) => key === period)),
        };
      });
    const { releases, previews } = await waiting();
    if (releases.length + previews.length === 0) return;
    await this.claim.hold(async (gone) => {
      const signal = AbortSignal.any([this.loop.stopping, gone]);
      // Once more: whoever had the claim before may just have done it.
      for (const period of (await waiting()).releases)
        if (!signal.aborted) await unlessOutdated(this.makeRelease(period, signal));
      for (const period of (await waiting()).previews)
        if (!signal.aborted) await unlessOutdated(this.preview(period, signal));
    });
  }

  /** Those that no unanswered reservation of the protection officer holds back. */
  private async unblocked(
    tx: Tx,
    tenant: string,
    periods: readonly { readonly key: PeriodKey }[],
  ): Promise<PeriodKey[]> {
    const free: PeriodKey[] = [];
    for (const { key } of periods) if (!(await this.reservations.isBlocked(tx, tenant, key))) free.push(key);
    return free;
  }

  /**
   * Releases one period. Protection runs outside any transaction; the second one publishes only if the
   * period still waits for the very request that the first one read: two processes never publish twice, and one that
   * was paused never publishes the table of an earlier request. Throws outdated.
   */
  private async makeRelease(period: PeriodKey, signal: AbortSignal): Promise<ReleaseHead | undefined> {
    const { tenant } = this.actor;
    const made = await this.candidates.gather(this.actor, period, (tx) =>
      this.periods.request(tx, tenant, period),
    );
    step('release.gathered');
    const { request, corrections } = made;
    if (corrections === 'keep' && made.last) {
      await this.settle(period, request, changedOf(made.stored, made.last));
      return undefined;
    }
    const found = await this.protect(made, signal);
    if (found === undefined) return undefined;
    step('release.protected');
    if ('failure' in found) {
      await this.fail(period, request, found.failure);
      return undefined;
    }
    const { plan, protection } = found;
    if (!protection) {
      await this.settle(period, request, plan.kept);
      return undefined;
    }
    const preview = previewOfCandidate(made, found);
    if (preview.needsChoice && corrections !== 'publish') {
      await this.fail(period, request, 'would-hide', preview);
      return undefined;
    }
    const { input, kept } = plan;
    return this.certifyAndStore({ period, request, scheme: made.scheme, input, kept }, protection);
  }

  /** Protects a period as for a release and keeps only what that would hide. */
  private async preview(period: PeriodKey, signal: AbortSignal): Promise<void> {
    const { tenant } = this.actor;
    const made = await this.candidates.gather(this.actor, period, async (tx) => {
      const { state } = await this.periods.progress(tx, tenant, period);
      return state === 'frozen' ? this.previews.request(tx, tenant, period) : undefined;
    });
    const found = await this.protect(made, signal);
    if (found === undefined) return;
    step('release.previewed');
    const answer = 'failure' in found ? found : { result: previewOfCandidate(made, found) };
    await this.gate.pass(
      { actor: this.actor, act: 'release.protect', place: () => ({ period }) },
      async (tx) => {
        if (!(await this.previews.answer(tx, tenant, period, made.request, answer))) throw outdated(period);
        step('release.preview-answered');
      },
    );
  }

  /** The table that may be read, or why there is none; undefined where the service is stopping, or another process goes on. */
  private async protect(
    made: Gathered,
    signal: AbortSignal,
  ): Promise<Candidate | { failure: string } | undefined> {
    const onRound = (): number => this.rounds++;
    try {
      return await candidateOf(made, (input) => protectInWorker(input, { signal, onRound }));
    } catch (error) {
      if (signal.aborted) return undefined;
      logFailure(error);
      return { failure: error instanceof NoSafePattern ? 'no-safe-pattern' : 'protection-failed' };
    }
  }

  /** The second transaction stores the release with its certificate, if the period still waits for this request. */
  private async certifyAndStore(
    { period, request, scheme, input, kept }: Ready,
    { table, proof }: Protection,
  ): Promise<ReleaseHead | undefined> {
    const { policy } = input;
    const head = {
      id: randomUUID(),
      period,
      scheme: schemeId(scheme),
      policy: policy.number,
      columns: columnsOfRelease(table.benefits),
      hiddenCells: hiddenCellsOf(table),
      withholdingSchools: withholdingShown(table.withholding, {
        version: 1 + (input.earlier ?? []).length,
        reported: input.reports.length,
      }),
    };
    const rows = rowsOfRelease(table);
    const certificate = certificateOf(head, rows, policy, proof);
    step('release.certifying');
    const released = await this.gate.pass(
      { actor: this.actor, act: 'release.publish', place: () => ({ period }) },
      async (tx) => {
        const { tenant } = this.actor;
        if (!(await this.periods.release(tx, tenant, period, request))) throw outdated(period);
        // It may have been stated while the table was protected; the request waits then.
        if (await this.reservations.isBlocked(tx, tenant, period)) throw outdated(period);
        const reservations = await this.reservations.counted(tx, tenant, period);
        const stored = await this.store.storeRelease(tx, tenant, head, rows);
        step('release.stored');
        const signed = this.signer.sign(CERTIFICATE_TYPE, stored.releasedAt, {
          ...certificate,
          reservations,
        });
        await this.store.certify(tx, tenant, stored.id, withProof(signed, proof));
        await this.corrections.keepSource(tx, tenant, stored, input, kept);
        note(tx, { release: stored.id, releaseVersion: stored.version, policy: head.policy });
        step('release.publishing');
        return stored;
      },
    );
    step('release.published');
    return released;
  }

  /** No new release: the corrections stay out, and the officers learn whose. */
  private async settle(period: PeriodKey, request: string, kept: readonly string[]): Promise<void> {
    const failure = kept.length > 0 ? 'corrections-kept' : null;
    step('release.settling');
    await this.gate.pass(
      { actor: this.actor, act: 'release.publish', place: () => ({ period }) },
      async (tx) => {
        const { tenant } = this.actor;
        if (!(await this.periods.settle(tx, tenant, period, request, failure))) throw outdated(period);
        await this.corrections.keepCorrections(tx, tenant, period, kept);
        step('release.settled');
      },
    );
  }

  /** Nothing is published; with a preview the officers learn what it would have hidden. */
  private async fail(period: PeriodKey, request: string, failure: string, preview?: Preview): Promise<void> {
    const { tenant } = this.actor;
    step('release.failing');
    await this.gate.pass(
      { actor: this.actor, act: 'release.publish', place: () => ({ period }) },
      async (tx) => {
        if (!(await this.periods.fail(tx, tenant, period, request, failure))) throw outdated(period);
        step('release.failed');
        if (preview) await this.previews.keep(tx, tenant, period, preview);
      },
    );
  }
}

/** The publisher: reads a frozen period, protects it in a thread of its own, and releases it once. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { note } from '../access/note.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { logFailure } from '../foundation/http/log.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Signer } from '../identity/signer.ts';
import { NoSafePattern } from '../disclosure/suppress.ts';
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
import { CERTIFICATE_TYPE, certificateOf, withProof } from './certificate.ts';
import { CorrectionStore } from './correction.store.ts';
import type { Preview } from './preview.ts';
import { PreviewStore } from './preview.store.ts';
import { protectInWorker } from './protect-in-worker.ts';
import type { Protection } from './protection.ts';
import { columnsOfRelease, hiddenCellsOf, rowsOfRelease, withholdingShown } from './release-row.ts';
import { type AskedRelease, type ReleaseHead, ReleaseStore } from './release.store.ts';
import type { TableInput } from './table.ts';

/** Milliseconds between two looks at what was asked for. */
const PACE = 1000;

/** What a release is made of, and the schools whose correction it leaves out. */
interface Ready {
  readonly period: PeriodKey;
  readonly scheme: Scheme;
  readonly input: TableInput;
  readonly kept: readonly string[];
}

@Injectable()
export class Publisher implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly actor: Actor;
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  /** Rounds of the search for releases since the start: whether a long one still comes on. */
  rounds = 0;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly gate: Gate,
    private readonly unrecorded: Unrecorded,
    private readonly candidates: Candidates,
    private readonly store: ReleaseStore,
    private readonly corrections: CorrectionStore,
    private readonly previews: PreviewStore,
    private readonly signer: Signer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.actor = { tenant: settings.tenant, role: 'publisher', system: 'publisher', schools: [] };
  }

  onApplicationBootstrap(): void {
    this.wait();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.stopping.abort();
    await this.running;
  }

  private wait(): void {
    if (this.stopping.signal.aborted) return;
    this.timer = setTimeout(() => {
      this.publishAsked()
        .catch((error: unknown) => {
          logFailure(error);
        })
        .finally(() => {
          this.wait();
        });
    }, PACE);
  }

  /** Releases every period that two persons have asked for, then makes the previews asked for; one call after the other. */
  publishAsked(): Promise<void> {
    const next = this.running.then(() => this.publishAll());
    this.running = next.catch(() => undefined);
    return next;
  }

  private async publishAll(): Promise<void> {
    const { tenant } = this.settings;
    const scope = {
      role: 'kanon_publisher',
      settings: { 'kanon.tenant': tenant, 'kanon.role': 'publisher' },
    };
    const releases = await this.unrecorded.read('waiting releases', scope, (tx) =>
      this.store.asked(tx, tenant),
    );
    for (const release of releases) if (!this.stopping.signal.aborted) await this.publish(release);
    const previews = await this.unrecorded.read('waiting releases', scope, (tx) =>
      this.previews.asked(tx, tenant),
    );
    for (const period of previews) if (!this.stopping.signal.aborted) await this.preview(period);
  }

  /**
   * Releases one period. Protection runs outside any transaction; the second one publishes only if the
   * period still waits for it, so two processes never publish twice.
   */
  private async publish({ period, corrections }: AskedRelease): Promise<ReleaseHead | undefined> {
    const made = await this.candidates.gather(this.actor, period);
    if (corrections === 'keep' && made.last) {
      await this.settle(period, changedOf(made.stored, made.last));
      return undefined;
    }
    const found = await this.protect(made);
    if (found === undefined) return undefined;
    if ('failure' in found) {
      await this.fail(period, found.failure);
      return undefined;
    }
    const { plan, protection } = found;
    if (!protection) {
      await this.settle(period, plan.kept);
      return undefined;
    }
    const preview = previewOfCandidate(made, found);
    if (preview.needsChoice && corrections !== 'publish') {
      await this.fail(period, 'would-hide', preview);
      return undefined;
    }
    const { input, kept } = plan;
    return this.release({ period, scheme: made.scheme, input, kept }, protection);
  }

  /** Protects a period as for a release and keeps only what that would hide. */
  private async preview(period: PeriodKey): Promise<void> {
    const made = await this.candidates.gather(this.actor, period);
    const found = await this.protect(made);
    if (found === undefined) return;
    const answer = 'failure' in found ? found : { result: previewOfCandidate(made, found) };
    await this.gate.pass({ actor: this.actor, act: 'release.protect', place: () => ({ period }) }, (tx) =>
      this.previews.answer(tx, this.actor.tenant, period, answer),
    );
  }

  /** The table that may be read, or why there is none; undefined where the service is stopping. */
  private async protect(made: Gathered): Promise<Candidate | { failure: string } | undefined> {
    const onRound = (): number => this.rounds++;
    try {
      return await candidateOf(made, (input) =>
        protectInWorker(input, { signal: this.stopping.signal, onRound }),
      );
    } catch (error) {
      if (this.stopping.signal.aborted) return undefined;
      logFailure(error);
      return { failure: error instanceof NoSafePattern ? 'no-safe-pattern' : 'protection-failed' };
    }
  }

  /** The second transaction: only the process whose period still waits publishes, and the certificate with it. */
  private async release(
    { period, scheme, input, kept }: Ready,
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
    const signed = this.signer.sign(CERTIFICATE_TYPE, { ...certificate });
    return this.gate.pass(
      { actor: this.actor, act: 'release.publish', place: () => ({ period }) },
      async (tx) => {
        const released = await this.store.publish(tx, this.actor.tenant, head, rows);
        if (!released) return undefined;
        await this.store.certify(tx, this.actor.tenant, released.id, withProof(signed, proof));
        await this.corrections.keepSource(tx, this.actor.tenant, released, input, kept);
        note(tx, { release: released.id, releaseVersion: released.version, policy: head.policy });
        return released;
      },
    );
  }

  /** No new release: the corrections stay out, and the officers learn whose. */
  private async settle(period: PeriodKey, kept: readonly string[]): Promise<void> {
    const failure = kept.length > 0 ? 'corrections-kept' : null;
    await this.gate.pass({ actor: this.actor, act: 'release.publish', place: () => ({ period }) }, (tx) =>
      this.corrections.settle(tx, this.actor.tenant, period, kept, failure),
    );
  }

  /** Nothing is published; with a preview the officers learn what it would have hidden. */
  private async fail(period: PeriodKey, failure: string, preview?: Preview): Promise<void> {
    const { tenant } = this.actor;
    await this.gate.pass(
      { actor: this.actor, act: 'release.publish', place: () => ({ period }) },
      async (tx) => {
        await this.store.fail(tx, tenant, period, failure);
        if (preview) await this.previews.keep(tx, tenant, period, preview);
      },
    );
  }
}

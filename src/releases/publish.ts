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
import { Reference } from '../reference/reference.ts';
import { NoSafePattern } from '../disclosure/suppress.ts';
import type { PeriodKey } from '../rules/period.ts';
import { codesOf, schemeId, type Scheme } from '../rules/scheme.ts';
import { CERTIFICATE_TYPE, certificateOf, withProof } from './certificate.ts';
import { takeOverSafely, type TakenOver } from './corrections.ts';
import { CorrectionStore } from './correction.store.ts';
import { protectInWorker } from './protect-in-worker.ts';
import type { Protection } from './protection.ts';
import { columnsOfRelease, hiddenCellsOf, rowsOfRelease, withholdingShown } from './release.ts';
import { type ReleaseHead, ReleaseStore } from './release.store.ts';
import { reporterGroups } from './reporter-groups.ts';
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
    private readonly reference: Reference,
    private readonly store: ReleaseStore,
    private readonly corrections: CorrectionStore,
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

  /** Releases every period that two persons have asked for; one call after the other. */
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
    const asked = await this.unrecorded.read('waiting releases', scope, (tx) => this.store.asked(tx, tenant));
    for (const period of asked) if (!this.stopping.signal.aborted) await this.publish(period);
  }

  /**
   * Releases one period. Protection runs outside any transaction; the second one publishes only if the
   * period still waits for it, so two processes never publish twice.
   */
  private async publish(period: PeriodKey): Promise<ReleaseHead | undefined> {
    const { input: stored, scheme } = await this.gather(period);
    const last = stored.earlier?.at(-1);
    const onRound = (): number => this.rounds++;
    const protect = (input: TableInput): Promise<Protection> =>
      protectInWorker(input, { signal: this.stopping.signal, onRound });
    let found: { plan: Pick<TakenOver, 'input' | 'kept'>; protection: Protection | undefined };
    try {
      found = last
        ? await takeOverSafely(stored, last, protect)
        : { plan: { input: stored, kept: [] }, protection: await protect(stored) };
    } catch (error) {
      if (this.stopping.signal.aborted) return undefined;
      await this.fail(period, error instanceof NoSafePattern ? 'no-safe-pattern' : 'protection-failed');
      logFailure(error);
      return undefined;
    }
    const { plan, protection } = found;
    if (!protection) {
      await this.settle(period, plan.kept);
      return undefined;
    }
    const { input, kept } = plan;
    return this.release({ period, scheme, input, kept }, protection);
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

  private gather(period: PeriodKey): Promise<{ input: TableInput; scheme: Scheme }> {
    const { tenant } = this.actor;
    return this.gate.pass(
      { actor: this.actor, act: 'release.protect', place: () => ({ period }) },
      async (tx) => {
        const { scheme, policy } = await this.reference.period(tx, tenant, period);
        const reports = await this.store.reports(tx, tenant, period);
        const expected = await this.reference.expectedSchools(tx, period);
        const groups = reporterGroups(await this.store.hands(tx, tenant, period));
        const input: TableInput = {
          schools: expected.map(({ number, region, type, roll }) => ({
            school: number,
            region,
            type,
            roll,
            reporterGroup: groups.get(number) ?? null,
          })),
          reports,
          benefits: codesOf(scheme),
          policy,
          earlier: await this.corrections.earlier(tx, tenant, period),
        };
        return { input, scheme };
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

  private async fail(period: PeriodKey, failure: string): Promise<void> {
    await this.gate.pass({ actor: this.actor, act: 'release.publish', place: () => ({ period }) }, (tx) =>
      this.store.fail(tx, this.actor.tenant, period, failure),
    );
  }
}

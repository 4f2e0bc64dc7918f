/** The few reads that leave no line in the access log, each with its reason. The walls name who may import this. */
import { Injectable } from '@nestjs/common';
import type { Scope, Tx } from './tx.ts';
import { Database } from './within.ts';

/** Each reason with the database role that the read runs as, and who row-level security takes the system for. */
const REASONS = {
  'code list': { role: 'kanon_app' },
  health: { role: 'kanon_app' },
  'sign-in': { role: 'kanon_identity' },
  'token check': { role: 'kanon_identity' },
  administrators: { role: 'kanon_identity' },
  'entry of an access': { role: 'kanon_identity' },
  'unused accounts': { role: 'kanon_identity' },
  outbox: { role: 'kanon_identity', as: 'mailer' },
  'keys in use': { role: 'kanon_identity', as: 'service' },
  'waiting releases': { role: 'kanon_publisher', as: 'publisher' },
  'numbering the log': { role: 'kanon_sequencer', as: 'sequencer' },
  'witnesses of the log': { role: 'kanon_witness', as: 'witness' },
  // Retention itself may see no place in the tree and no entry younger than a month.
  'expired entries': { role: 'kanon_auditor', as: 'auditor' },
  'rows of a recorded export': { role: 'kanon_auditor', as: 'auditor' },
} as const satisfies Readonly<Record<string, { readonly role: string; readonly as?: string }>>;
type UnrecordedReason = keyof typeof REASONS;

@Injectable()
export class Unrecorded {
  constructor(private readonly database: Database) {}

  /** Whole seconds by which our clock is ahead of the server's, negative where behind; 0 within a minute. */
  get clockDifference(): number {
    return this.database.clock.difference;
  }

  /** Runs work in a transaction of its own, on the rows of one Land. */
  read<T>(reason: UnrecordedReason, tenant: string, work: (tx: Tx) => T | Promise<T>): Promise<T> {
    return this.database.within(systemScope(reason, tenant), work);
  }
}

/** What row-level security sees where no person asks. */
function systemScope(reason: UnrecordedReason, tenant: string): Scope {
  const { role, as }: { role: string; as?: string } = REASONS[reason];
  return { role, settings: { 'kanon.tenant': tenant, ...(as === undefined ? {} : { 'kanon.role': as }) } };
}

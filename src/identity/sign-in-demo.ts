/** The demo, one click a role: only where the database was filled with a demo, and only at the machine itself. */
import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../access/actor.ts';
import { OF_DEMO } from '../access/proof.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { AccountStore } from './account.store.ts';
import { Factors } from './factors.ts';
import { provedBy } from './session-proof.ts';
import type { Granted } from './sessions.ts';
import { SignIn } from './sign-in.ts';

/** The account of each role that a visitor may be, as the demo invents them; nobody else's is opened without a password. */
const ACCOUNTS: readonly { readonly role: Role; readonly account: string }[] = [
  { role: 'reporter', account: 'meldung' },
  { role: 'coordinator', account: 'koordination' },
  { role: 'district', account: 'bezirk' },
  { role: 'state', account: 'ministerium' },
  { role: 'disclosure-officer', account: 'geheimhaltung-1' },
  { role: 'protection-officer', account: 'datenschutz' },
  { role: 'auditor', account: 'revision' },
  { role: 'admin', account: 'verwaltung' },
];

const DEMO_ROLES = ACCOUNTS.map(({ role }) => role);

@Injectable()
export class DemoSignIn {
  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly accounts: AccountStore,
    private readonly factors: Factors,
    private readonly signIn: SignIn,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The roles that a visitor may be; none where this is no demo. */
  async roles(): Promise<readonly Role[]> {
    return (await this.factors.sparesDemo()) ? DEMO_ROLES : [];
  }

  /** Throws not-found where this is no demo; the sign-in is an entry like any other. */
  async enter(role: Role): Promise<{ readonly granted: Granted; readonly account: string }> {
    const name = ACCOUNTS.find((one) => one.role === role)?.account;
    if (name === undefined || !(await this.factors.sparesDemo())) throw problems.notFound();
    const account = await this.unrecorded.read('sign-in', this.settings.tenant, (tx) =>
      this.accounts.find(tx, this.settings.tenant, name),
    );
    if (account?.role !== role) throw problems.notFound();
    // Nobody of a demo is told of a new device: all of it is invented, its mailboxes too.
    return { granted: await this.signIn.enter(account, provedBy(OF_DEMO), true), account: name };
  }
}

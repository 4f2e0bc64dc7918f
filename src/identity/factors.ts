/** Second factors: asked for at sign-in and before grave acts, set up and taken away by whose they are. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../access/actor.ts';
import { note, refuseAndKeep } from '../access/note.ts';
import { OF_DEMO, TWO_FACTORS } from '../access/proof.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import type { Problem } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import type { Account } from './account.ts';
import { AccountStore } from './account.store.ts';
import { FactorSeal } from './factor-seal.ts';
import { FactorsStore, type HeldFactors } from './factors.store.ts';
import { Outbox } from './outbox.ts';
import { PasskeyProofs } from './passkey-proofs.ts';
import { codeDigest, newCode } from './one-time-code.ts';
import { SessionStore } from './session.store.ts';
import { BY_PASSKEY, type Proof, provedBy, roleNeedsFactor } from './session-proof.ts';
import { type Assertion, relyingPartyOf } from './webauthn.ts';
import { isTotpForm, newTotpSecret, otpauthUri, stepOf } from './totp.ts';

/** Tries at the code of an app in a row; then it takes a recovery code or a passkey (NIST SP 800-63B-4 §3.2.2). */
const MOST_TRIES = 100;
const RECOVERY_CODES = 10;
/** Seconds in which a new secret is confirmed. */
const TO_CONFIRM = 15 * 60;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

/** What somebody shows besides a password, or again: a code of the app, a recovery code, or a passkey. */
export interface FactorShown {
  readonly code?: string | undefined;
  readonly passkey?: Assertion | undefined;
}

/** What came of asking for a second factor: a proof, or the problem with what was sent. */
type Asked = { readonly proof: Proof } | { readonly wrong: Problem };

/** What the owner sees of them. */
interface OwnFactors {
  readonly isRequired: boolean;
  readonly totpAt: Date | null;
  readonly recoveryCodes: number;
}

@Injectable()
export class Factors {
  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: FactorsStore,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly seal: FactorSeal,
    private readonly proofs: PasskeyProofs,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Behind the right password. Where the account has a second factor, what is shown is one of its own, and a code is used
   * up; where it has none, none is looked at.
   *
   * throws  second-factor-needed where nothing is shown
   */
  async ask({ tenant, id }: Account, { code, passkey }: FactorShown): Promise<Asked> {
    return this.unrecorded.read('sign-in', tenant, async (tx) => {
      const held = await this.held(tx, tenant, id);
      const kinds = kindsOf(held);
      if (!hasFactor(held)) {
        const isSpared = held.isDemo && this.isOnLoopback();
        return { proof: provedBy('pwd', ...(isSpared ? [OF_DEMO] : [])) };
      }
      if (passkey) {
        const wrong = await this.wrongOf(tx, { tenant, account: id }, passkey);
        return wrong ? { wrong } : { proof: provedBy('pwd', ...BY_PASSKEY, TWO_FACTORS) };
      }
      if (code === undefined) throw problems.secondFactorNeeded(kinds);
      const tries = await this.store.takeTry(tx, tenant, id);
      const isRight = await this.isRight(tx, { tenant, account: id }, { ...held, tries }, code);
      return isRight
        ? { proof: provedBy('pwd', 'otp', TWO_FACTORS) }
        : { wrong: problems.secondFactorWrong() };
    });
  }

  /** Whether the account has a factor of its own. */
  hasAny(tenant: string, account: string): Promise<boolean> {
    return this.unrecorded.read('sign-in', tenant, async (tx) =>
      hasFactor(await this.held(tx, tenant, account)),
    );
  }

  /**
   * Shows again who it is, in a session that has begun. What is wrong is refused, and the try stays counted: undefined.
   *
   * throws  conflict where the account has no factor: then signing in again is the way
   */
  async showAgain(tx: Tx, actor: Actor, { code = '', passkey }: FactorShown): Promise<Proof | undefined> {
    const { tenant, account = '', session = '' } = actor;
    note(tx, { object: { session, factor: passkey ? 'passkey' : isTotpForm(code) ? 'totp' : 'recovery' } });
    const held = await this.held(tx, tenant, account);
    if (!hasFactor(held)) throw problems.conflict({ what: NONE_TO_SHOW });
    if (passkey) {
      const use = { shownAgainBy: account, session };
      const wrong = await this.wrongOf(tx, { tenant, account }, passkey, use);
      if (!wrong) return this.prove(tx, actor, ...BY_PASSKEY);
      refuseAndKeep(tx, wrong);
      return undefined;
    }
    const tries = await this.store.takeTry(tx, tenant, account);
    if (await this.isRight(tx, { tenant, account }, { ...held, tries }, code))
      return this.prove(tx, actor, 'otp');
    refuseAndKeep(tx, problems.secondFactorWrong());
    return undefined;
  }

  /** The session has shown a second factor just now. */
  async prove(tx: Tx, { tenant, session, amr = [] }: Actor, ...shown: readonly string[]): Promise<Proof> {
    const proof = provedBy(...new Set([...amr, ...shown, TWO_FACTORS]));
    if (session !== undefined) await this.sessions.prove(tx, tenant, session, proof);
    return proof;
  }

  async list(tx: Tx, { tenant, account = '', role }: Actor): Promise<OwnFactors> {
    note(tx, { object: { what: 'factors' } });
    const { totpAt, recoveryCodes } = await this.held(tx, tenant, account);
    return { isRequired: roleNeedsFactor(role as Role, this.settings), totpAt, recoveryCodes };
  }

  /** A secret for an app, which counts when a code of it has come back; the one so far counts until then. */
  async beginTotp(tx: Tx, actor: Actor): Promise<{ secret: Buffer; uri: string }> {
    const { tenant, account = '' } = actor;
    note(tx, { object: { factor: 'totp', change: 'begun' } });
    const known = await this.accounts.byId(tx, tenant, account);
    if (!known) throw problems.notSignedIn();
    const secret = newTotpSecret();
    await this.store.putPending(tx, tenant, account, this.seal.seal(secret, { tenant, account }));
    const { host } = new URL(this.settings.publicUrl);
    return { secret, uri: otpauthUri(secret, known.name, `Kanon ${host}`) };
  }

  /**
   * The app has the secret: from now on its codes are asked for. Other sessions end.
   *
   * returns  recovery codes where the account had none yet
   * throws   second-factor-wrong, and conflict where no secret waits
   */
  async confirmTotp(tx: Tx, actor: Actor, code: string): Promise<readonly string[]> {
    const { tenant, account = '' } = actor;
    note(tx, { object: { factor: 'totp', change: 'set-up' } });
    const pending = await this.store.pending(tx, tenant, account, TO_CONFIRM);
    const secret = pending && this.seal.open(pending, { tenant, account });
    if (!secret) throw problems.conflict({ what: NOTHING_WAITS });
    const step = stepOf(secret, code, { last: 0 });
    if (step === undefined) throw problems.secondFactorWrong();
    await this.store.confirmPending(tx, tenant, account, step);
    await this.store.forgetTries(tx, tenant, account);
    return this.settle(tx, actor, 'otp');
  }

  /** After a factor was set up: the session has shown it, the others end, and there are recovery codes. */
  async settle(tx: Tx, actor: Actor, ...shown: readonly string[]): Promise<readonly string[]> {
    const { tenant, account = '', session } = actor;
    await this.prove(tx, actor, ...shown);
    await this.sessions.endOthers(tx, tenant, account, session);
    const { recoveryCodes } = await this.held(tx, tenant, account);
    await this.outbox.tell(tx, tenant, account, 'factor');
    return recoveryCodes > 0 ? [] : this.codes(tx, actor);
  }

  /** Other sessions end; the last factor of a role that works with one stays. Throws not-found, conflict. */
  async removeTotp(tx: Tx, actor: Actor): Promise<void> {
    const { tenant, account = '' } = actor;
    note(tx, { object: { factor: 'totp', change: 'removed' } });
    if (!(await this.store.removeTotp(tx, tenant, account))) throw problems.notFound();
    await this.afterRemoval(tx, actor);
  }

  async afterRemoval(tx: Tx, { tenant, account = '', session, role }: Actor): Promise<void> {
    const isLast = !hasUsable(await this.held(tx, tenant, account));
    if (isLast && roleNeedsFactor(role as Role, this.settings)) throw problems.conflict({ what: LAST_STAYS });
    if (isLast) await this.store.removeAll(tx, tenant, account);
    await this.sessions.endOthers(tx, tenant, account, session);
    await this.outbox.tell(tx, tenant, account, 'factor');
  }

  /** New recovery codes; those from before are void. Throws conflict where there is no factor that they could stand for. */
  async renewCodes(tx: Tx, actor: Actor): Promise<readonly string[]> {
    const { tenant, account = '' } = actor;
    note(tx, { object: { factor: 'recovery', change: 'renewed' } });
    if (!hasFactor(await this.held(tx, tenant, account))) throw problems.conflict({ what: NO_FACTOR_YET });
    return this.codes(tx, actor);
  }

  /**
   * Takes every factor away from an account, for whoever lost them; its sessions are ended by the caller. Whether it may
   * be done is the caller's question: of roles that may see or decide much it takes two persons.
   */
  forgetFactors(tx: Tx, { tenant, id }: { readonly tenant: string; readonly id: string }): Promise<boolean> {
    return this.store.removeAll(tx, tenant, id);
  }

  private async codes(tx: Tx, { tenant, account = '' }: Actor): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newCode);
    await this.store.putRecoveryCodes(tx, tenant, account, codes.map(codeDigest));
    return codes;
  }

  /** Uses up what is right. A code of the app counts no more after too many tries in a row. */
  private async isRight(
    tx: Tx,
    owner: { readonly tenant: string; readonly account: string },
    { sealed, lastStep, tries }: HeldFactors,
    code: string,
  ): Promise<boolean> {
    const { tenant, account } = owner;
    const isUsed = async (): Promise<boolean> => {
      if (!isTotpForm(code)) return this.store.useRecoveryCode(tx, tenant, account, codeDigest(code));
      const secret = sealed && tries <= MOST_TRIES ? this.seal.open(sealed, owner) : undefined;
      const step = secret && stepOf(secret, code, { last: lastStep });
      return step !== undefined && this.store.useStep(tx, tenant, account, step);
    };
    if (!(await isUsed())) return false;
    await this.store.forgetTries(tx, tenant, account);
    return true;
  }

  /** What is wrong with a passkey that is to be of this account. */
  private async wrongOf(
    tx: Tx,
    { tenant, account }: { readonly tenant: string; readonly account: string },
    passkey: Assertion,
    use?: { readonly shownAgainBy: string; readonly session: string },
  ): Promise<Problem | undefined> {
    const shown = await this.proofs.show(tx, tenant, passkey, use);
    return shown.account === account ? shown.wrong : problems.secondFactorWrong();
  }

  private held(tx: Tx, tenant: string, account: string): Promise<HeldFactors> {
    return this.store.held(tx, tenant, account, relyingPartyOf(this.settings.publicUrl).id);
  }

  /** Whether this is a demo at the machine itself, where nobody has to show anything. */
  async sparesDemo(): Promise<boolean> {
    const { tenant } = this.settings;
    return (
      this.isOnLoopback() &&
      (await this.unrecorded.read('sign-in', tenant, (tx) => this.store.isDemo(tx, tenant)))
    );
  }

  private isOnLoopback(): boolean {
    const { host, publicUrl } = this.settings;
    return LOOPBACK.test(host) && LOOPBACK.test(new URL(publicUrl).hostname);
  }
}

/** Recovery codes alone are no factor: they stand for one. */
function kindsOf(held: HeldFactors): readonly string[] {
  const { sealed, passkeys, recoveryCodes, tries } = held;
  const kinds = [...(sealed && tries < MOST_TRIES ? ['totp'] : []), ...(passkeys > 0 ? ['passkey'] : [])];
  return [...kinds, ...(hasFactor(held) && recoveryCodes > 0 ? ['recovery'] : [])];
}

const hasUsable = ({ sealed, passkeys }: HeldFactors): boolean => sealed !== null || passkeys > 0;

/** A passkey of another address cannot be shown, and yet it is one: else a new address would open accounts by the password alone. */
const hasFactor = (held: HeldFactors): boolean => hasUsable(held) || held.passkeysElsewhere > 0;

const NOTHING_WAITS = {
  de: 'Es wartet keine App auf ihren ersten Code, oder die Viertelstunde ist um; bitte von vorn beginnen.',
  en: 'No app waits for its first code, or the quarter of an hour is over; begin again.',
};
const LAST_STAYS = {
  de: 'Diese Rolle arbeitet mit einem zweiten Faktor, und dies ist der letzte; bitte zuerst einen anderen einrichten.',
  en: 'This role works with a second factor, and this is the last one; set up another first.',
};
const NONE_TO_SHOW = {
  de: 'Dieses Konto hat keinen zweiten Faktor; bitte neu anmelden.',
  en: 'This account has no second factor; sign in again.',
};
const NO_FACTOR_YET = {
  de: 'Wiederherstellungscodes stehen für einen zweiten Faktor; bitte zuerst einen einrichten.',
  en: 'Recovery codes stand for a second factor; set one up first.',
};

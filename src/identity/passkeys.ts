/** One's own passkeys: set up, seen, taken away. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { note, refuseAndKeep } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { inWords } from './account-life.ts';
import { AccountStore } from './account.store.ts';
import { Factors } from './factors.ts';
import { PasskeyChallenges } from './passkey-challenges.ts';
import { type ListedPasskey, PasskeysStore } from './passkeys.store.ts';
import { BY_PASSKEY } from './session-proof.ts';
import {
  type Attestation,
  challengeIn,
  newPasskeyIn,
  type RelyingParty,
  relyingPartyOf,
} from './webauthn.ts';

/** Of one account; who needs more has lost some. */
const MOST = 20;

/** What a browser is told to make one. */
export interface PasskeyOptions {
  readonly challenge: Buffer;
  readonly party: RelyingParty;
  readonly account: string;
  readonly name: string;
  /** Credentials that the account has already, so that no authenticator makes a second one. */
  readonly known: readonly Buffer[];
}

@Injectable()
export class Passkeys {
  constructor(
    private readonly store: PasskeysStore,
    private readonly accounts: AccountStore,
    private readonly challenges: PasskeyChallenges,
    private readonly factors: Factors,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  list(tx: Tx, { tenant, account = '' }: Actor): Promise<ListedPasskey[]> {
    return this.store.list(tx, tenant, account);
  }

  /** Whether it is of the address that the service has now: at another one no browser offers it. */
  isOfHere({ rpId }: Pick<ListedPasskey, 'rpId'>): boolean {
    return rpId === this.party.id;
  }

  /** Throws conflict where the address of the service has no name, as passkeys belong to one. */
  async begin(tx: Tx, actor: Actor): Promise<PasskeyOptions> {
    const { tenant, account = '' } = actor;
    note(tx, { object: { factor: 'passkey', change: 'begun' } });
    const { party } = this;
    if (/^[\d.]+$|^\[/.test(party.id)) throw problems.conflict({ what: NO_NAME });
    const known = await this.accounts.byId(tx, tenant, account);
    if (!known) throw problems.notSignedIn();
    const held = await this.store.list(tx, tenant, account);
    if (held.length >= MOST) throw problems.conflict({ what: TOO_MANY });
    return {
      challenge: this.challenges.make({ setUpBy: account }),
      party,
      account,
      name: known.name,
      known: held.filter((one) => this.isOfHere(one)).map(({ credential }) => credential),
    };
  }

  /**
   * The passkey counts from now on. Other sessions end.
   *
   * returns  recovery codes where the account had none yet
   * throws   bad-request where what was sent does not set one up, or not here, or its challenge is over or used up;
   *          conflict where another account has it: then both are one human's from now on, or same-person where they may not be
   */
  async add(tx: Tx, actor: Actor, sent: Attestation): Promise<readonly string[]> {
    const { tenant, account = '' } = actor;
    note(tx, { object: { factor: 'passkey', change: 'set-up' } });
    const { party } = this;
    const challenge = this.challenges.read(challengeIn(sent.clientData) ?? '', { setUpBy: account });
    const made = challenge && (await newPasskeyIn(sent, { challenge: challenge.text, party }));
    if (!made || !(await this.store.useChallenge(tx, tenant, challenge))) throw notSound();
    const { credential, transports } = sent;
    const passkey = { account, credential, ...made, transports, rpId: party.id };
    if (!(await this.store.add(tx, tenant, passkey))) {
      await inWords(this.store.tie(tx, credential, made.publicKey));
      refuseAndKeep(tx, problems.conflict({ what: TAKEN }));
      return [];
    }
    return this.factors.settle(tx, actor, ...BY_PASSKEY);
  }

  /** Other sessions end; the last factor of a role that works with one stays. Throws not-found, conflict. */
  async remove(tx: Tx, actor: Actor, id: string): Promise<void> {
    const { tenant, account = '' } = actor;
    note(tx, { object: { factor: 'passkey', change: 'removed' } });
    if (!(await this.store.remove(tx, tenant, account, id))) throw problems.notFound();
    await this.factors.afterRemoval(tx, actor);
  }

  private get party(): RelyingParty {
    return relyingPartyOf(this.settings.publicUrl);
  }
}

const notSound = () =>
  problems.badRequest([
    {
      rule: 'passkey',
      pointer: '',
      reason: {
        de: 'Daraus wird kein Passkey: Es gehört nicht zu dieser Adresse, zu diesem Konto oder zu einer Aufgabe der letzten fünf Minuten, oder die Person wurde dabei nicht geprüft. Bitte von vorn beginnen.',
        en: 'This sets up no passkey: it is not of this address, of this account or of a challenge of the last five minutes, or the person was not verified. Begin again.',
      },
    },
  ]);

const NO_NAME = {
  de: 'Passkeys gehören zu einem Namen, und dieser Dienst ist unter einer Zahl erreichbar (KANON_PUBLIC_URL).',
  en: 'Passkeys belong to a name, and the address of this service is a number (KANON_PUBLIC_URL).',
};
const TOO_MANY = {
  de: `Ein Konto hat höchstens ${MOST} Passkeys; bitte zuerst einen entfernen.`,
  en: `An account has at most ${MOST} passkeys; remove one first.`,
};
const TAKEN = {
  de: 'Diesen Passkey hat schon ein anderes Konto; bitte einen eigenen einrichten.',
  en: 'Another account has this passkey already; set up one of its own.',
};

/** Ties an account to a subject of an issuer: whoever holds both the way into the account and a token of the issuer does so. */
import { Inject, Injectable } from '@nestjs/common';
import { note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Problem } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Issuers } from './issuers.ts';
import { LinkStore, type Linked } from './link.store.ts';

/** An issuer by its id in the settings, and its subject. */
export interface LinkToBe extends Linked {
  readonly id: string;
}

@Injectable()
export class Links {
  constructor(
    private readonly issuers: Issuers,
    private readonly store: LinkStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Whom a token shows. Throws bad-request where it is not believed; unavailable where the issuer does not answer. */
  async shownBy(token: string): Promise<LinkToBe> {
    const issuer = this.issuers.of(token);
    if (!issuer) throw unbelieved();
    const { subject } = await this.issuers.shown(issuer, token).catch((error: unknown) => {
      throw error instanceof Problem && error.status === 401 ? unbelieved() : error;
    });
    return { id: issuer.id, issuer: issuer.issuer, subject };
  }

  /** In place of the link of this issuer that the account had. Throws conflict where another account has it. */
  async put(tx: Tx, account: string, link: LinkToBe): Promise<void> {
    note(tx, { object: { issuer: link.id } });
    if (!(await this.store.put(tx, this.settings.tenant, account, link)))
      throw problems.conflict({ what: ANOTHERS });
  }
}

const unbelieved = (): Problem =>
  problems.badRequest([
    {
      rule: 'field',
      pointer: '/issuerToken',
      reason: {
        de: 'issuerToken ist ein gültiges Zugangstoken eines Ausstellers, den dieser Dienst kennt, oder fehlt.',
        en: 'issuerToken must be a valid access token of an issuer that this service knows, or absent.',
      },
    },
  ]);

const ANOTHERS = {
  de: 'Diese Anmeldung ist schon mit einem anderen Konto verknüpft.',
  en: 'This subject of the issuer is linked to another account already.',
};

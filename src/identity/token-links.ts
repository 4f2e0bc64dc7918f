/** Ties an account to a subject of an issuer: whoever holds both the way into the account and a token of the issuer does so. */
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Problem } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Issuers } from './issuers.ts';
import { LinkStore, type Linked } from './link.store.ts';
import { SealedCookie } from './sealed-cookie.ts';
import { refuseOthers } from './session-cookie.ts';
import { Signer } from './signer.ts';

/** An issuer by its id in the settings, and its subject. */
export interface LinkToBe extends Linked {
  readonly id: string;
}

/** Carries whom an issuer says somebody is, from coming back there to the one-time code of an account. */
export const linkCookie = (signer: Signer): SealedCookie<LinkToBe> =>
  new SealedCookie(signer, '__Host-kanon-link', 'Strict');

@Injectable()
export class Links {
  private readonly cookie: SealedCookie<LinkToBe>;

  constructor(
    private readonly issuers: Issuers,
    private readonly store: LinkStore,
    signer: Signer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.cookie = linkCookie(signer);
  }

  /** Whom the cookie of a browser shows. Throws not-allowed where another page asks, and bad-request where there is none. */
  inCookie(request: FastifyRequest): LinkToBe {
    refuseOthers(request, this.settings.publicUrl);
    const link = this.cookie.of(request);
    if (!link) throw problems.badRequest([NO_COOKIE]);
    return link;
  }

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

const NO_COOKIE = {
  rule: 'field',
  pointer: '/link',
  reason: {
    de: 'link ist cookie, wenn dieser Browser gerade vom Aussteller kommt, oder fehlt.',
    en: 'link must be cookie where this browser has just come from the issuer, or absent.',
  },
};

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

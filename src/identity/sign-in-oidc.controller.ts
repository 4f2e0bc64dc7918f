/** Signing in at an issuer, by navigations of a browser: there, and back. */
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from '../access/act.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import type { Journey } from './oidc-client.ts';
import { SealedCookie } from './sealed-cookie.ts';
import { sessionCookie } from './session-cookie.ts';
import { ArrivalQuery, IssuerPlace, JourneyQuery, OfferedIssuers } from './sign-in-oidc.dto.ts';
import { OidcSignIn } from './sign-in-oidc.ts';
import { Signer } from './signer.ts';
import { linkCookie } from './token-links.ts';

@ApiTags('sign-in')
@Controller('v1/sign-in/oidc')
export class OidcController {
  private readonly journeys: SealedCookie<Journey>;
  private readonly linkings: ReturnType<typeof linkCookie>;

  constructor(
    private readonly signIn: OidcSignIn,
    signer: Signer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.journeys = new SealedCookie(signer, '__Host-kanon-oidc', 'Lax');
    this.linkings = linkCookie(signer);
  }

  /** Issuers at which people can sign in. */
  @Get()
  @Open('a page that asks for a password offers them')
  list(): OfferedIssuers {
    const commandLine = this.settings.issuers.flatMap(
      ({ id, issuer, audience, commandLineClientId: clientId }) =>
        clientId === undefined ? [] : [{ id, issuer, clientId, audience }],
    );
    return { issuers: this.signIn.offered.map((id) => ({ id })), commandLine };
  }

  /** Sends a browser to the issuer; with `fresh=true` it has to have shown there within five minutes who it is. */
  @Get(':issuer')
  @ApiExcludeEndpoint()
  @Open('nobody is signed in before signing in')
  async begin(
    @Param() { issuer }: IssuerPlace,
    @Query() { fresh }: JourneyQuery,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    // No script and no picture begins it: only a page that is gone to.
    if ((headers['sec-fetch-mode'] ?? 'navigate') !== 'navigate') throw problems.notAllowed();
    const { url, journey } = await this.signIn.begin(issuer, fresh === 'true');
    void reply.header('set-cookie', this.journeys.set(journey));
    return sentTo(url.href, reply);
  }

  /** Where a browser comes back to. */
  @Get(':issuer/callback')
  @ApiExcludeEndpoint()
  @Open('the issuer says who it is')
  async arrive(
    @Param() { issuer }: IssuerPlace,
    @Query() _: ArrivalQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    void reply.header('set-cookie', this.journeys.none());
    const arrived = await this.signIn.arrive(issuer, request.url, this.journeys.of(request));
    if ('link' in arrived) {
      // Its browser alone can link itself, once it has the one-time code of an account.
      void reply.header('set-cookie', this.linkings.set({ id: issuer, ...arrived.link }));
      return sentTo(`${this.settings.publicUrl}/#not-linked`, reply);
    }
    const { refresh, idle } = arrived.granted;
    void reply.header('set-cookie', sessionCookie(refresh, idle));
    return sentTo(`${this.settings.publicUrl}/#signed-in`, reply);
  }
}

function sentTo(address: string, reply: FastifyReply): string {
  void reply.status(303).header('location', address).header('cache-control', 'no-store');
  return '';
}

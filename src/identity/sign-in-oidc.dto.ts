/** Wire shapes of signing in at an issuer. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';

export class IssuerPlace {
  @Matches(/^[a-z][a-z0-9-]{0,31}$/, {
    message: 'issuer must be the id of an issuer',
    context: { de: 'issuer ist die Kennung eines Ausstellers' },
  })
  issuer!: string;
}

const LONG = {
  message: '$property must be a text of at most 2048 characters',
  context: { de: '$property ist ein Text aus höchstens 2048 Zeichen' },
};

export class JourneyQuery {
  @IsOptional()
  @IsIn(['true'], { message: 'fresh must be true, or absent', context: { de: 'fresh ist true, oder fehlt' } })
  fresh?: 'true';
}

/** What issuers put into the address by which a browser comes back (RFC 6749 §4.1.2, RFC 9207, OpenID Connect Session Management). */
export class ArrivalQuery {
  @IsOptional() @MaxLength(2048, LONG) code?: string;
  @IsOptional() @MaxLength(2048, LONG) state?: string;
  @IsOptional() @MaxLength(2048, LONG) iss?: string;
  @IsOptional() @MaxLength(2048, LONG) session_state?: string;
  @IsOptional() @MaxLength(2048, LONG) error?: string;
  @IsOptional() @MaxLength(2048, LONG) error_description?: string;
  @IsOptional() @MaxLength(2048, LONG) error_uri?: string;
}

export class OfferedIssuer {
  /** A browser is sent to `/v1/sign-in/oidc/{id}`. */
  @ApiProperty({ example: 'schule' })
  id!: string;
}

export class CommandLineIssuer {
  id!: string;
  /** Its metadata are behind `/.well-known/openid-configuration`. */
  @ApiProperty({ example: 'https://idp.example/realms/schule' }) issuer!: string;
  /** What the command line is called there. */
  clientId!: string;
  /** What its access tokens are for. */
  audience!: string;
}

export class OfferedIssuers {
  /** Where a browser signs in. */
  issuers!: OfferedIssuer[];
  /** Where the command line gets an access token by a browser (RFC 8252). */
  commandLine!: CommandLineIssuer[];
}

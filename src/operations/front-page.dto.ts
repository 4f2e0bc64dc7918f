/** Wire shape of the addresses at `/`. */
import { ApiProperty } from '@nestjs/swagger';

export class ServiceBody {
  @ApiProperty({ enum: ['Kanon'] })
  name!: 'Kanon';
  /** Swagger UI. */
  documentation!: string;
  /** OpenAPI 3.1, as JSON. */
  openapi!: string;
  /** Where account and password become an access token. */
  signIn!: string;
  periods!: string;
  /** Public keys (RFC 7517) that tell tokens, receipts and certificates. */
  keys!: string;
  /** 200 where the service can do its work. */
  health!: string;
}

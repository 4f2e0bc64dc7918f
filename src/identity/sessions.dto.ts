/** Wire shapes of signing in. */
import { ApiProperty } from '@nestjs/swagger';
import { problems } from '../foundation/problem.ts';
import { readJson } from '../rules/json.ts';

const FIELDS = new Set(['account', 'password']);
const BYTES = 4096;

export class Credentials {
  @ApiProperty({ description: 'Name of the account.', example: 'meldung', maxLength: 64 })
  account!: string;

  @ApiProperty({ description: 'Its password.', maxLength: 256, format: 'password' })
  password!: string;

  /** Strictly these two fields; findings name them, never what was typed. */
  static read(bytes: Uint8Array): Credentials {
    const read = readJson(bytes, { bytes: BYTES, words: FIELDS });
    if ('fault' in read)
      throw problems.badRequest([{ rule: 'json', pointer: read.fault.pointer, reason: read.fault.reason }]);
    const body = read.value instanceof Map ? read.value : new Map<string, unknown>();
    const text = (field: string): string | undefined => {
      const value: unknown = body.get(field);
      return typeof value === 'string' && value.length >= 1 && value.length <= 256 ? value : undefined;
    };
    const [account, password] = [text('account'), text('password')];
    if (account === undefined || password === undefined || body.size !== 2)
      throw problems.badRequest([
        {
          rule: 'credentials',
          pointer: '',
          reason: {
            de: 'Der Body besteht aus genau zwei Texten: account und password.',
            en: 'The body holds exactly two texts: account and password.',
          },
        },
      ]);
    return Object.assign(new Credentials(), { account, password });
  }
}

export class Session {
  /** Send it as `Authorization: Bearer …`. */
  access_token!: string;
  @ApiProperty({ enum: ['Bearer'] })
  token_type!: 'Bearer';
  /** Seconds. */
  expires_in!: number;
}

export class KeySet {
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  keys!: object[];
}

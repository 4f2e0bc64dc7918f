/** An authenticator in memory that does as it is told, also what no real one does: for attacks. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const text = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const sha256 = (value: string | Uint8Array): Buffer => createHash('sha256').update(value).digest();

/** What may be otherwise than it should be. */
export interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly isVerified?: boolean;
  readonly counter?: number;
  readonly type?: string;
  readonly userHandle?: string;
  /** More members of clientDataJSON. */
  readonly more?: object;
}

/** The CBOR (RFC 8949) that is needed: small integers, bytes, texts, and maps in the order given. */
function cbor(
  value: number | string | Uint8Array | readonly (readonly [number | string, unknown])[],
): Buffer {
  const head = (major: number, n: number): Buffer =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const pairs = value.flatMap(([key, one]) => [cbor(key), cbor(one as number)]);
  return Buffer.concat([head(5, value.length), ...pairs]);
}

export class SoftAuthenticator {
  readonly credential = randomBytes(32);
  readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  counter = 0;

  constructor(private readonly publicUrl: string) {}

  /** The body that sets it up. */
  made(challenge: string, lies: Lies = {}): Record<string, unknown> {
    return {
      credential: this.credential.toString('base64url'),
      clientData: this.clientData('webauthn.create', challenge, lies),
      attestationObject: cbor([
        ['fmt', 'none'],
        ['attStmt', []],
        ['authData', this.authData(lies, true)],
      ]).toString('base64url'),
      transports: ['usb'],
    };
  }

  /** What shows it. */
  shown(challenge: string, lies: Lies = {}): Record<string, unknown> {
    this.counter += 1;
    const clientData = this.clientData('webauthn.get', challenge, lies);
    const authData = this.authData(lies, false);
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientData, 'base64url'))]);
    return {
      credential: this.credential.toString('base64url'),
      clientData,
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.keys.privateKey).toString('base64url'),
      ...(lies.userHandle === undefined ? {} : { userHandle: lies.userHandle }),
    };
  }

  private clientData(type: string, challenge: string, lies: Lies): string {
    const origin = lies.origin ?? new URL(this.publicUrl).origin;
    return text({ type: lies.type ?? type, challenge, origin, crossOrigin: false, ...lies.more });
  }

  private authData(lies: Lies, isNew: boolean): Buffer {
    const flags = 0x01 | (lies.isVerified === false ? 0 : 0x04) | (isNew ? 0x40 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(lies.counter ?? this.counter);
    const rpId = lies.rpId ?? new URL(this.publicUrl).hostname;
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, ...(isNew ? this.attested() : [])]);
  }

  private attested(): Buffer[] {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credential.length);
    const key = cbor([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ] as readonly (readonly [number, unknown])[]);
    return [Buffer.alloc(16), length, this.credential, key];
  }
}

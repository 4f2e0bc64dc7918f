/** Certificates of an authority of the tests: sound ones, and such as a client must refuse. */
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY = 86_400_000;

export interface Certificate {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
}

export interface Authority {
  /** Its own certificate, PEM: whoever trusts it trusts those that it makes. */
  readonly root: string;
  /** For a server at an address; `from` and `to` in days from now. */
  certify(address: string, days?: { readonly from: number; readonly to: number }): Promise<Certificate>;
}

x509.cryptoProvider.set(webcrypto);
let serial = 0;
const serialNumber = (): string => (serial += 1).toString(16).padStart(16, '1');
const days = ({ from, to }: { from: number; to: number }) => ({
  notBefore: new Date(Date.now() + from * DAY),
  notAfter: new Date(Date.now() + to * DAY),
});

export async function makeAuthority(name: string): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    ...{ serialNumber: serialNumber(), name: `CN=${name}`, keys, signingAlgorithm: ALGORITHM },
    ...days({ from: -1, to: 30 }),
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  return {
    root: root.toString('pem'),
    async certify(address, span = { from: -1, to: 30 }) {
      const own = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
      const made = await x509.X509CertificateGenerator.create({
        ...{ serialNumber: serialNumber(), subject: `CN=${address}`, issuer: root.subject },
        ...{ publicKey: own.publicKey, signingKey: keys.privateKey, signingAlgorithm: ALGORITHM },
        ...days(span),
        extensions: [
          new x509.BasicConstraintsExtension(false),
          new x509.SubjectAlternativeNameExtension([{ type: 'ip', value: address }]),
        ],
      });
      const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', own.privateKey));
      return { key: x509.PemConverter.encode(key, 'PRIVATE KEY'), cert: made.toString('pem') };
    },
  };
}

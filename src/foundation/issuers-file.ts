/**
 * The file that KANON_ISSUERS_FILE names: authorization servers whose access tokens count here (RFC 9068). What a person may
 * do is no matter of theirs: role and scope stand in the account that issuer and subject are linked to.
 */
import { readFileSync } from 'node:fs';
import type { InBoth } from './language.ts';

/** Signatures of one key that signs and another that checks; a shared secret would let whoever checks sign too. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

export interface Issuer {
  /** Its name in addresses. */
  readonly id: string;
  /** `iss`, to the letter. */
  readonly issuer: string;
  /** What must stand in `aud`. */
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** Where its keys are; absent where its metadata say so (RFC 8414, OpenID Connect Discovery). */
  readonly jwksUri?: string;
  /** Values of `acr` that are as good as our own second factor; none where it is asked for here. */
  readonly acr: readonly string[];
  /** What Kanon is called there, where people may sign in by it. */
  readonly clientId?: string;
  /** File of the secret that it has there. */
  readonly clientSecretFile?: string;
  /** What the command line is called there, as a public client that comes back to this device (RFC 8252). */
  readonly commandLineClientId?: string;
  /** Programs whose tokens count; absent where those of all do. */
  readonly clients?: readonly string[];
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const isText = (value: unknown): value is string =>
  typeof value === 'string' && /^[^\s\p{Cc}]{1,255}$/u.test(value);
const isPath = (value: unknown): boolean => typeof value === 'string' && /^[^\p{Cc}]{1,4096}$/u.test(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.length <= 20 && value.every(isText);

/** Whether nobody on the way can put in keys of their own. */
function isSafeAddress(value: unknown): value is string {
  if (!isText(value) || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password, hash, search } = new URL(value);
  const isOwnMachine = protocol === 'http:' && LOOPBACK.test(hostname);
  return (protocol === 'https:' || isOwnMachine) && `${username}${password}${hash}${search}` === '';
}

/** Each part with whether a value will do, and whether it may be left out. */
const PARTS: Readonly<
  Record<string, { readonly is: (value: unknown) => boolean; readonly isOptional?: true }>
> = {
  id: { is: (value) => typeof value === 'string' && /^[a-z][a-z0-9-]{0,31}$/.test(value) },
  issuer: { is: isSafeAddress },
  audience: { is: isText },
  algorithms: { is: (value) => isTexts(value) && value.every((name) => ALGORITHMS.includes(name)) },
  jwks_uri: { is: isSafeAddress, isOptional: true },
  acr: { is: isTexts, isOptional: true },
  clients: { is: isTexts, isOptional: true },
  client_id: { is: isText, isOptional: true },
  command_line_client_id: { is: isText, isOptional: true },
  client_secret_file: { is: isPath, isOptional: true },
};

/** The issuers of a file; faults go to `tell`, each with its place and without a value. */
export function issuersIn(
  file: string | undefined,
  publicUrl: string,
  tell: (fault: InBoth) => void,
): readonly Issuer[] {
  if (file === undefined || file === '') return [];
  const fault = (de: string, en: string): readonly Issuer[] => {
    tell({
      de: `Die Datei, die KANON_ISSUERS_FILE nennt, ${de}`,
      en: `The file that KANON_ISSUERS_FILE names ${en}`,
    });
    return [];
  };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return fault('lässt sich nicht lesen.', 'cannot be read.');
  }
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return fault('ist kein JSON.', 'is not JSON.');
  }
  const listed = (read as { issuers?: unknown } | null)?.issuers;
  if (!Array.isArray(listed) || listed.length > 20 || !listed.every(isObject))
    return fault(
      'muss unter issuers eine Liste von höchstens 20 Ausstellern enthalten.',
      'must hold under issuers a list of at most 20 issuers.',
    );
  const places = listed.flatMap((one, at) => faultyParts(one).map((part) => `issuers/${at}/${part}`));
  if (places.length > 0)
    return fault(
      `ist fehlerhaft bei ${places.join(', ')}; docs/issuers.md sagt, was dort stehen darf.`,
      `is at fault at ${places.join(', ')}; docs/issuers.md says what may stand there.`,
    );
  const issuers = listed.map(issuerOf);
  const isTwice = (values: readonly string[]): boolean => new Set(values).size < values.length;
  if (isTwice(issuers.map(({ id }) => id)) || isTwice([publicUrl, ...issuers.map(({ issuer }) => issuer)]))
    return fault(
      'muss jede id und jeden issuer einmal nennen, und Kanon selbst gar nicht.',
      'must name each id and each issuer once, and Kanon itself not at all.',
    );
  return issuers;
}

type Listed = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Listed =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const faultyParts = (one: Listed): string[] => [
  ...Object.keys(one)
    .filter((name) => !Object.hasOwn(PARTS, name))
    .map(() => '?'),
  ...Object.entries(PARTS)
    .filter(([name, { is, isOptional }]) => (one[name] === undefined ? !isOptional : !is(one[name])))
    .map(([name]) => name),
];

/** Of one without a fault. */
function issuerOf(one: Listed): Issuer {
  const {
    jwks_uri: jwksUri,
    client_id: clientId,
    client_secret_file: clientSecretFile,
    command_line_client_id: commandLineClientId,
    acr = [],
    ...same
  } = one;
  const optional = Object.entries({ jwksUri, clientId, clientSecretFile, commandLineClientId }).filter(
    ([, value]) => value !== undefined,
  );
  return { ...same, acr, ...Object.fromEntries(optional) } as unknown as Issuer;
}

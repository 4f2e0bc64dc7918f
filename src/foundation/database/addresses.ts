/** One or several servers in one address of a database, as libpq writes them: `postgres://login@one:5432,two:5432/kanon`. */

/** One server, with an address that names it alone. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly url: string;
}

const FORM = /^(postgres(?:ql)?:\/\/)([^/?#]*)(.*)$/s;
const DEFAULT_PORT = 5432;
/** Kanon writes, so it wants the server that takes writes, whatever else is listed. */
const WRITING = ['read-write', 'primary'];

/**
 * The servers of an address, in its order; undefined where it is none, or asks for a server that takes no writes.
 *
 * source  PostgreSQL 18, libpq, 32.1.1.3 (several hosts) and `target_session_attrs`; pg itself takes one host
 */
export function addressesIn(text: string): readonly Address[] | undefined {
  const [, scheme = '', authority = '', rest = ''] = FORM.exec(text) ?? [];
  if (scheme === '') return URL.canParse(text) && isOurs(text) ? [addressOf(text)] : undefined;
  const at = authority.lastIndexOf('@') + 1;
  const urls = authority
    .slice(at)
    .split(',')
    .map((server) => `${scheme}${authority.slice(0, at)}${server}${rest}`);
  if (!urls.every((url) => URL.canParse(url))) return undefined;
  const several = urls.length > 1;
  if (several && urls.some((url) => new URL(url).hostname === '')) return undefined;
  const wanted = new URL(urls[0]!).searchParams.getAll('target_session_attrs');
  if (wanted.some((kind) => !WRITING.includes(kind))) return undefined;
  return urls.map(addressOf);
}

/** The login that an address names; the same for all its servers. */
export function loginIn(text: string): string {
  const [first] = addressesIn(text) ?? [];
  return decodeURIComponent(new URL(first?.url ?? text).username);
}

const isOurs = (text: string): boolean => /^postgres(ql)?:$/.test(new URL(text).protocol);

function addressOf(text: string): Address {
  const url = new URL(text);
  // It is ours to obey; pg knows no such word.
  if (url.searchParams.has('target_session_attrs')) url.searchParams.delete('target_session_attrs');
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port || DEFAULT_PORT),
    url: url.href,
  };
}

/**
 * Where a request comes from: the address of the socket, or, behind proxies that the operator trusts, the one that the
 * first of them saw. A network of IPv6 is one source, since whoever has one address of it has 2^64.
 *
 * source  RFC 7239 §5.2 and §8.1 (who may be believed); RFC 4291 §2.5.1 (the last 64 bits name an interface)
 */
import type { IncomingMessage } from 'node:http';
import proxyaddr from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';
import { isAddress, type Trust } from './trusted-proxies.ts';

/**
 * The source of a request: an IPv4 address, or a network of IPv6 such as `2001:db8:0:1::/64`.
 *
 * X-Forwarded-For is read from the right: each proxy appends whom it saw, and what stands to the left of the first
 * that is not trusted was written by whoever asks.
 */
export function sourceOf(request: IncomingMessage, trust: Trust): string {
  const seen = proxyaddr.all(request, trust);
  return networkOf(seen.at(-1) ?? '');
}

function networkOf(text: string): string {
  const address = withoutPort(text);
  // What is no address at all is one source for everybody who sends it.
  if (!isAddress(address)) return 'none';
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`;
}

/** Some proxies write the port too: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
const withoutPort = (text: string): string =>
  /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([^:]*):\d+$/.exec(text)?.[1] ?? text;

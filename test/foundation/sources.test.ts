/** Where a request comes from: nobody chooses that by a header, but a proxy that the operator trusts. */
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sourceOf } from '../../src/foundation/http/sources.ts';
import { type Trust, trustIn } from '../../src/foundation/http/trusted-proxies.ts';

describe('the source of a request', () => {
  let server: Server;
  let trust: Trust;
  beforeAll(async () => {
    server = createServer((asked, answer) => answer.end(sourceOf(asked, trust)));
    await new Promise<void>((resolve) => server.listen(0, '::', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  /** What a request from a loopback address with these lines of X-Forwarded-For is taken for. */
  async function seen(
    proxies: string,
    forwarded: readonly string[] = [],
    from = '127.0.0.1',
  ): Promise<string> {
    trust = trustIn(proxies)!;
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          port: (server.address() as AddressInfo).port,
          host: from.includes(':') ? '::1' : '127.0.0.1',
          localAddress: from,
          headers: { 'x-forwarded-for': [...forwarded] },
        },
        (answer) => {
          let text = '';
          answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
          answer.on('end', () => resolve(text));
        },
      );
      asked.on('error', reject);
      asked.end();
    });
  }

  test('is the address of the socket where no proxy is trusted, whatever a header says', async () => {
    expect(await seen('', [])).toBe('127.0.0.1');
    expect(await seen('', ['192.0.2.1'], '127.0.3.4')).toBe('127.0.3.4');
    expect(await seen('10.0.0.0/8', ['192.0.2.1'])).toBe('127.0.0.1');
    expect(await seen('', ['192.0.2.1'], '::1')).toBe('::/64');
  });

  test.each([
    // What stands on the left was written by whoever asks.
    [['192.0.2.1'], '192.0.2.1'],
    [['203.0.113.9, 192.0.2.1'], '192.0.2.1'],
    [['203.0.113.9', '192.0.2.1'], '192.0.2.1'],
    [['203.0.113.9, 192.0.2.1, 10.1.2.3'], '192.0.2.1'],
    [['10.9.9.9, 203.0.113.9, 192.0.2.1, 10.1.2.3'], '192.0.2.1'],
    [['127.0.0.1, 10.1.2.3'], '127.0.0.1'],
    [[',, 192.0.2.1 ,'], '192.0.2.1'],
    [['192.0.2.1:4711'], '192.0.2.1'],
    [['[2001:db8:1:2:3:4:5:6]:4711'], '2001:db8:1:2::/64'],
    [['2001:db8:1:2:ffff::1'], '2001:db8:1:2::/64'],
    [['fe80::1%eth0'], 'fe80::/64'],
    [['::ffff:192.0.2.1'], '192.0.2.1'],
    [['192.0.2.1, unknown'], 'none'],
    [['192.0.2.1, 10.1.2.3.4'], 'none'],
    [['geheim'], 'none'],
    [['10.1'], 'none'],
    [[], '127.0.0.1'],
  ])('behind trusted proxies %j is %s', async (forwarded, source) => {
    expect(await seen('127.0.0.0/8 10.0.0.0/8', forwarded)).toBe(source);
  });

  test('of a network of IPv6 is one, and its neighbour another', async () => {
    const of = (text: string) => seen('127.0.0.1', [text]);
    expect(await of('2001:db8::1')).toBe(await of('2001:db8:0:0:ffff:ffff:ffff:ffff'));
    expect(await of('2001:db8::1')).not.toBe(await of('2001:db8:0:1::1'));
  });

  test('a list of proxies is of addresses and networks, or none at all', () => {
    expect(trustIn('')?.('127.0.0.1')).toBe(false);
    expect(trustIn('::1, 192.0.2.0/24')?.('192.0.2.77')).toBe(true);
    for (const wrong of [
      'proxy.example',
      '10.0.0.0/33',
      '10.0.0.0/0',
      '::/0',
      '10.0.0',
      '*',
      'true',
      '1',
      '::g',
    ])
      expect([wrong, trustIn(wrong) === undefined]).toEqual([wrong, true]);
  });
});

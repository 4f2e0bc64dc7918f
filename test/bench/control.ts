/** The control: against a server that fails, the benchmark must fail. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Work } from './load.ts';
import type { Options } from './options.ts';
import { compare, Generator } from './pairs.ts';

/** Each fault in turn is met by one WrongAnswers; throws WrongAnswers, or an Error where none came. */
export async function control(options: Options): Promise<string[]> {
  let answers = 0;
  const server = createServer((_request, response) => {
    answers += 1;
    // One in a hundred is enough to spoil the whole figure.
    response.statusCode = answers % 100 === 99 ? 500 : 200;
    response.end(answers % 100 === 98 ? 'wrong' : 'right');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const work: Work = { port, requests: [{ method: 'GET', path: '/', headers: '' }], mark: 'right' };
  const generator = new Generator();
  try {
    const side = { name: 'failing on purpose', work };
    await compare(generator, [side, side], 2, options);
  } finally {
    generator.end();
    server.closeAllConnections();
    server.close();
  }
  throw new Error('the control found no error, so no figure can be believed');
}

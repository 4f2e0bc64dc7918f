/** The program in one piece, dist/program, is the same program as its single files in dist/src. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { today } from '../../src/reference/today.ts';
import { inRepository } from '../setup/children.ts';
import { freshDatabase } from '../setup/database.ts';
import { answering, launch } from '../setup/service.ts';

const run = promisify(execFile);

it('describes the same API, shape by shape and name by name, as the files that it was made of', async () => {
  const database = await freshDatabase();
  const service = await launch({ DATABASE_URL: database.serviceUrl });
  try {
    await answering(service);
    const day = today();
    const served = await (await fetch(`${service.url}/openapi.json`)).json();
    const generate = [inRepository('test/client/generate.mjs'), '--document', day];
    const { stdout } = await run(process.execPath, generate, { maxBuffer: 2 ** 26 });
    expect(served).toEqual(JSON.parse(stdout));
  } finally {
    await service.end();
    await database.drop();
  }
});

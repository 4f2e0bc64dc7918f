/** The lock on a folder is the same name to every Node: one that fills the address of the socket. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../src/embedded/lock.ts';

const names = async (): Promise<string[]> =>
  (await readFile('/proc/net/unix', 'utf8'))
    .split('\n')
    .flatMap((line) => /@kanon-.*$/.exec(line)?.[0] ?? []);

(process.platform === 'linux' ? describe : describe.skip)('the lock on a folder', () => {
  test('has a name of full length, without a NUL that some Nodes add and others do not', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'kanon-test-lock-'));
    const before = new Set(await names());
    const lock = await lockFolder(dir);
    const made = (await names()).filter((name) => !before.has(name));
    expect(made).toEqual([expect.stringMatching(/^@kanon-[^@]{101}$/)]);
    expect(await lockFolder(dir)).toBeUndefined();
    await lock!.release();
    const again = await lockFolder(dir);
    expect(again).toBeDefined();
    await again!.release();
    await rm(dir, { recursive: true });
  });
});

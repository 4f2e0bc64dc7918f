/** The lock on a folder: the same name to every Node, and whoever holds it shows that it is a Kanon on that folder. */
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../src/embedded/lock.ts';

const names = async (): Promise<string[]> =>
  (await readFile('/proc/net/unix', 'utf8'))
    .split('\n')
    .flatMap((line) => /@kanon-.*$/.exec(line)?.[0] ?? []);

(process.platform === 'linux' ? describe : describe.skip)('the lock on a folder', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kanon-test-lock-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  /** The lock, and the name under which the machine knows it. */
  async function taken() {
    const before = new Set(await names());
    const lock = (await lockFolder(dir))!;
    const made = (await names()).filter((name) => !before.has(name));
    return { lock, made };
  }

  test('has a name of full length, without a NUL that some Nodes add and others do not', async () => {
    const { lock, made } = await taken();
    expect(made).toEqual([expect.stringMatching(/^@kanon-[^@]{101}$/)]);
    expect(await lockFolder(dir)).toBeUndefined();
    await lock.release();
    const again = await lockFolder(dir);
    expect(again).toBeDefined();
    await again!.release();
  });

  test('is asked for by many at once, and one has it; its secret is one file that only the owner reads', async () => {
    const locks = await Promise.all(Array.from({ length: 8 }, () => lockFolder(dir)));
    expect(locks.filter((lock) => lock !== undefined)).toHaveLength(1);
    expect(await readdir(dir)).toEqual(['lock-secret']);
    expect((await stat(join(dir, 'lock-secret'))).mode & 0o777).toBe(0o600);
    for (const lock of locks) await lock?.release();
  });

  test.each<[string, (socket: Socket) => void]>([
    ['hangs up', (socket) => socket.destroy()],
    ['says what it is told', (socket) => socket.pipe(socket)],
    ['says something of the right length', (socket) => socket.end(Buffer.alloc(32))],
  ])('held by a stranger that %s is no "another Kanon is running"', async (_, behave) => {
    const { lock, made } = await taken();
    await lock.release();
    const stranger = createServer((socket) => {
      socket.on('error', () => undefined).resume();
      behave(socket);
    });
    stranger.listen(made[0]!.replace('@', '\0'));
    await once(stranger, 'listening');
    try {
      await expect(lockFolder(dir)).rejects.toThrow(
        `The lock of the folder ${dir} is held by a process that does not show itself to be its Kanon`,
      );
    } finally {
      await new Promise((done) => stranger.close(done));
    }
    const again = await lockFolder(dir);
    expect(again).toBeDefined();
    await again!.release();
  });

  test('is let go of while somebody hangs on to it without a word', async () => {
    const { lock, made } = await taken();
    const idle = connect(made[0]!.replace('@', '\0'));
    idle.on('error', () => undefined);
    await once(idle, 'connect');
    await lock.release();
    const again = await lockFolder(dir);
    expect(again).toBeDefined();
    await again!.release();
  });
});

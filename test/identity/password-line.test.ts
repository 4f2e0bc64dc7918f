/** The line of passwords: strangers never have all cores, and never the whole line. */
import { PasswordLine } from '../../src/identity/password-line.ts';

/** A line, and who has been let in; each stays until it is let out. */
function scene(cores: number, longest = 64) {
  const line = new PasswordLine(cores, longest);
  const running: { name: string; leave: () => void }[] = [];
  const enter = (name: string, isKnown: boolean): void =>
    void line.run(isKnown, () => new Promise<void>((leave) => running.push({ name, leave })));
  const leave = async (name: string): Promise<void> => {
    running
      .splice(
        running.findIndex((one) => one.name === name),
        1,
      )[0]!
      .leave();
    await new Promise(setImmediate);
  };
  return { line, enter, leave, names: () => running.map(({ name }) => name) };
}

test('of two cores strangers have one, and a known device goes in at once', () => {
  const { enter, names } = scene(2);
  for (const name of ['a', 'b', 'c']) enter(name, false);
  expect(names()).toEqual(['a']);
  enter('known', true);
  expect(names()).toEqual(['a', 'known']);
});

test('on one core the known come first, and every fourth turn is a stranger’s', async () => {
  const { enter, leave, names } = scene(1);
  enter('first', false);
  for (let i = 0; i < 3; i += 1) enter(`s${i}`, false);
  for (let i = 0; i < 6; i += 1) enter(`k${i}`, true);
  const order: string[] = [];
  for (let i = 0; i < 10; i += 1) {
    const [name] = names();
    order.push(name!);
    await leave(name!);
  }
  expect(order).toEqual(['first', 'k0', 'k1', 'k2', 's0', 'k3', 'k4', 'k5', 's1', 's2']);
});

test('a line of strangers that is full leaves room in that of the known', () => {
  const { line, enter } = scene(1, 3);
  for (let i = 0; i < 4; i += 1) enter(`s${i}`, false);
  expect([line.hasRoom(false), line.hasRoom(true)]).toEqual([false, true]);
});

test('who fails leaves the core to the next', async () => {
  const line = new PasswordLine(1, 3);
  const failed = line.run(true, () => Promise.reject(new Error('no')));
  const next = line.run(false, () => Promise.resolve('in'));
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('in');
});

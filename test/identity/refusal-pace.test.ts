/** However many refusals come at once, they leave a few a turn of the event loop, in their order. */
import { setImmediate as turn } from 'node:timers/promises';
import { RefusalPace } from '../../src/identity/refusal-pace.ts';

describe('the pace of refusals', () => {
  test('lets a few go in each turn, in their order, and what is served goes on between them', async () => {
    const pace = new RefusalPace();
    const gone: number[] = [];
    const all = Promise.all(
      Array.from({ length: 30 }, async (_, at) => {
        await pace.refuse(new RangeError(String(at))).catch(() => gone.push(at));
      }),
    );
    const perTurn: number[] = [];
    for (let before = 0; gone.length < 30; before = gone.length) {
      await turn();
      perTurn.push(gone.length - before);
      if (perTurn.length > 100) break;
    }
    await all;
    expect(gone).toEqual(Array.from({ length: 30 }, (_, at) => at));
    expect(Math.max(...perTurn)).toBeLessThanOrEqual(4);
  });

  test('throws what it was given, also when the line was empty for a while', async () => {
    const pace = new RefusalPace();
    await expect(pace.refuse(new RangeError('one'))).rejects.toThrow('one');
    await turn();
    await expect(pace.refuse(new RangeError('two'))).rejects.toThrow('two');
  });
});

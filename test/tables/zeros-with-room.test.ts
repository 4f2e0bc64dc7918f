/** Which zeros of rows without numbers may be something, and what goes with them. */
import { zerosWithRoom } from '../../src/tables/zeros-with-room.ts';

/** `h`: suppressed zero; `s`: published zero; `i`: zero of a row that nobody publishes; `n`: a number. */
const cellsOf = (kinds: string) =>
  Array.from(kinds, (kind) => ({ isZero: kind !== 'n', isSuppressed: kind === 'h', isShown: kind === 's' }));

test('a suppressed zero below a number has room, and takes the inner zero along that it is made of', () => {
  const sums = [
    { total: 0, parts: [1, 2] },
    { total: 1, parts: [3, 4] },
  ];
  expect(zerosWithRoom(cellsOf('nhnii'), sums, [])).toEqual([[1, 3]]);
});

test('a shown zero above leaves none, nor one that shows all that it is made of', () => {
  expect(zerosWithRoom(cellsOf('sh'), [{ total: 0, parts: [1] }], [])).toEqual([]);
  expect(zerosWithRoom(cellsOf('nhs'), [{ total: 1, parts: [2] }], [])).toEqual([]);
});

test('pupils have room with their consultations alone', () => {
  expect(zerosWithRoom(cellsOf('hh'), [], [[0, 1]])).toEqual([[0, 1], [1]]);
  expect(zerosWithRoom(cellsOf('hs'), [], [[0, 1]])).toEqual([]);
});

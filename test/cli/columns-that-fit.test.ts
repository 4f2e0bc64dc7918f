/** Tables of `kanon summary` in a narrow terminal. */
import { columnsThatFit, widthOf } from '../../src/cli/terminal/columns-that-fit.ts';

const column = (head: string, ...cells: (string | number)[]) => ({ head, cells });
const RANGES = [column('AUSFLUG', '0 bis 102'), column('MITTAG', 27, '.'), column('gemeldet', 195)];
const heads = (room: number) => columnsThatFit(RANGES, room).map((group) => group.map(({ head }) => head));

test('columns stand together as long as there is room for the widest cell of each and a gap', () => {
  // 9 for the range, 2 + 6 and 2 + 8 for the others.
  expect(heads(27)).toEqual([['AUSFLUG', 'MITTAG', 'gemeldet']]);
  expect(heads(26)).toEqual([['AUSFLUG', 'MITTAG'], ['gemeldet']]);
  expect(heads(17)).toEqual([['AUSFLUG', 'MITTAG'], ['gemeldet']]);
  expect(heads(16)).toEqual([['AUSFLUG'], ['MITTAG', 'gemeldet']]);
});

test('a column that fits nowhere stands alone, and without a terminal all stand together', () => {
  expect(heads(-40)).toEqual([['AUSFLUG'], ['MITTAG'], ['gemeldet']]);
  expect(heads(Infinity)).toHaveLength(1);
});

test('the columns in front are as wide as their widest cell, with a gap behind each', () => {
  expect(
    widthOf(
      ['Key', 'Region'],
      [
        ['05111', 'Ems'],
        ['05', 'Herne'],
      ],
    ),
  ).toBe(5 + 2 + 6 + 2);
});

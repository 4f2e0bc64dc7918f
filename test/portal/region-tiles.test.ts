/** The tile map of the portal: every county once, districts in one piece, and neighbours beside each other as far as squares allow. */
import { borders, TILE_COLUMNS, TILE_ROWS, TILES, tilesWithin } from '../../src/portal/region/tiles.ts';

/** Who borders on whom in North Rhine-Westphalia, each pair once, by the last three digits; from the lists of neighbours of the counties. */
const NEIGHBOURS = [
  '111: 112 158 162',
  '112: 114 117 119 158 162 170',
  '113: 117 119 158 512 513 562 911 954',
  '114: 162 166 170',
  '116: 162 166 370',
  '117: 119 158',
  '119: 170 512',
  '120: 122 124 374 378',
  '122: 124 158 378',
  '124: 158 374 954',
  '154: 166 170 554',
  '158: 162 315 316 378 954',
  '162: 166 315 358 362 370',
  '166: 170 370',
  '170: 512 554 562',
  '314: 382',
  '315: 316 362 378 382',
  '316: 378',
  '334: 358 366 370',
  '358: 362 366 370',
  '362: 366 382',
  '366: 382',
  '374: 378 382 954 962 966',
  '378: 382',
  '512: 562',
  '513: 562 911 916',
  '515: 558 566 570',
  '554: 558 562 566',
  '558: 562 566 570 915 978',
  '562: 911 913 916 978',
  '566: 570 754',
  '570: 754 915 974',
  '711: 754 758 766',
  '754: 758 766 774 974',
  '758: 766 770',
  '762: 766 774 958',
  '766: 770 774',
  '774: 958 974',
  '911: 913 916 954',
  '913: 914 954 978',
  '914: 954 962 978',
  '915: 974 978',
  '954: 962',
  '958: 962 966 970 974',
  '962: 966 974 978',
  '966: 970',
  '974: 978',
].flatMap((line) => {
  const [one = '', others = ''] = line.split(': ');
  return others.split(' ').map((other) => [`05${one}`, `05${other}`] as const);
});

/** Counties of each district, by official number. */
const OF_DISTRICT: Readonly<Record<string, number>> = { '051': 15, '053': 11, '055': 8, '057': 7, '059': 12 };

const at = new Map(TILES.map((tile) => [tile.county, tile]));

/** Steps from square to square, and as a king of chess goes. */
function distance(one: string, other: string): { steps: number; king: number } {
  const [a, b] = [at.get(one), at.get(other)];
  if (!a || !b) throw new Error(`No tile for ${one} or ${other}.`);
  const [down, right] = [Math.abs(a.row - b.row), Math.abs(a.column - b.column)];
  return { steps: down + right, king: Math.max(down, right) };
}

test('53 counties have one tile each, 15, 11, 8, 7 and 12 in the five districts', () => {
  expect(TILES).toHaveLength(53);
  expect(at.size).toBe(53);
  for (const [district, count] of Object.entries(OF_DISTRICT))
    expect(tilesWithin(district)).toHaveLength(count);
  for (const { county, district } of TILES) expect(county.slice(0, 3)).toBe(district);
});

test('the tiles are the counties that the list of neighbours knows', () => {
  expect([...new Set(NEIGHBOURS.flat())].sort()).toEqual([...at.keys()].sort());
});

test('no two tiles share a place, and all lie within the picture', () => {
  expect(new Set(TILES.map(({ row, column }) => `${row} ${column}`)).size).toBe(53);
  for (const { row, column } of TILES) {
    expect(row).toBeLessThan(TILE_ROWS);
    expect(column).toBeLessThan(TILE_COLUMNS);
  }
});

test('each district and the state hang together by the sides of squares', () => {
  for (const region of ['05', ...Object.keys(OF_DISTRICT)]) {
    const tiles = tilesWithin(region);
    const reached = new Set(tiles.slice(0, 1));
    for (const tile of reached)
      for (const other of tiles) if (distance(tile.county, other.county).steps === 1) reached.add(other);
    expect([region, reached.size]).toEqual([region, tiles.length]);
  }
});

test('of 137 pairs of neighbours more than half share a side, more than four fifths a side or a corner', () => {
  const apart = NEIGHBOURS.map(([one, other]) => distance(one, other));
  expect(apart).toHaveLength(137);
  const [side, touching] = [apart.filter(({ steps }) => steps === 1), apart.filter(({ king }) => king === 1)];
  expect({ side: side.length, touching: touching.length }).toEqual({ side: 74, touching: 114 });
  expect(touching.length / apart.length).toBeGreaterThan(0.8);
});

test('two squares side by side are neighbours in fact, three times out of four', () => {
  const pairs = TILES.flatMap((one) =>
    TILES.filter((other) => one.county < other.county && distance(one.county, other.county).steps === 1).map(
      (other) => `${one.county} ${other.county}`,
    ),
  );
  const real = new Set(NEIGHBOURS.map(([one, other]) => [one, other].sort().join(' ')));
  expect(pairs.filter((pair) => real.has(pair)).length / pairs.length).toBeGreaterThan(0.75);
});

test('names fit into a square and none stands twice', () => {
  expect(new Set(TILES.map(({ short }) => short)).size).toBe(53);
  for (const { short } of TILES) expect(short.length).toBeLessThanOrEqual(11);
});

test('an outline runs around each district, and its sides close', () => {
  const sides = borders(tilesWithin('05'));
  const ends = new Map<string, number>();
  for (const { row, column, side } of sides) {
    const [top, left] = [row + (side === 'south' ? 1 : 0), column + (side === 'east' ? 1 : 0)];
    const level = side === 'north' || side === 'south';
    for (const end of [`${top} ${left}`, `${top + (level ? 0 : 1)} ${left + (level ? 1 : 0)}`])
      ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  expect([...ends.values()].filter((count) => count % 2 === 1)).toEqual([]);
});

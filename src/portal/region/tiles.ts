/** The tile map of North Rhine-Westphalia: one equal square a county, drawn by ourselves, so that it needs nobody's outlines. */

export interface Tile {
  /** Official key of the county. */
  readonly county: string;
  /** Key of the district that it lies in. */
  readonly district: string;
  /** From the north, from 0. */
  readonly row: number;
  /** From the west, from 0. */
  readonly column: number;
  /** A name that fits into a square. */
  readonly short: string;
  /** Letters of its number plates, for a square that is too small for a name. */
  readonly plate: string;
}

/** A place of the picture is a county by its last three digits, or nothing. North is at the top. */
const PICTURE = [
  '... ... ... ... ... 566 515 ... 758 770',
  '... ... ... ... 554 558 570 754 711 766',
  '... ... 512 513 562 916 915 974 774 762',
  '154 170 119 113 911 913 978 962 958 ...',
  '166 114 112 117 124 954 914 966 970 ...',
  '116 162 111 158 122 120 ... ... ... ...',
  '370 358 362 316 378 374 ... ... ... ...',
  '334 366 ... 315 382 ... ... ... ... ...',
  '... ... ... ... 314 ... ... ... ... ...',
];

/** By the last three digits of the key; a name that is longer than a square is cut as the region itself cuts it. */
const NAMES: Readonly<Record<string, readonly [short: string, plate: string]>> = {
  111: ['Düsseldorf', 'D'],
  112: ['Duisburg', 'DU'],
  113: ['Essen', 'E'],
  114: ['Krefeld', 'KR'],
  116: ['M’gladbach', 'MG'],
  117: ['Mülheim', 'MH'],
  119: ['Oberhausen', 'OB'],
  120: ['Remscheid', 'RS'],
  122: ['Solingen', 'SG'],
  124: ['Wuppertal', 'W'],
  154: ['Kleve', 'KLE'],
  158: ['Mettmann', 'ME'],
  162: ['Neuss', 'NE'],
  166: ['Viersen', 'VIE'],
  170: ['Wesel', 'WES'],
  314: ['Bonn', 'BN'],
  315: ['Köln', 'K'],
  316: ['Leverkusen', 'LEV'],
  334: ['Aachen', 'AC'],
  358: ['Düren', 'DN'],
  362: ['Rhein-Erft', 'BM'],
  366: ['Euskirchen', 'EU'],
  370: ['Heinsberg', 'HS'],
  374: ['Oberberg', 'GM'],
  378: ['Rhein-Berg', 'GL'],
  382: ['Rhein-Sieg', 'SU'],
  512: ['Bottrop', 'BOT'],
  513: ['Gelsenk.', 'GE'],
  515: ['Münster', 'MS'],
  554: ['Borken', 'BOR'],
  558: ['Coesfeld', 'COE'],
  562: ['Recklingh.', 'RE'],
  566: ['Steinfurt', 'ST'],
  570: ['Warendorf', 'WAF'],
  711: ['Bielefeld', 'BI'],
  754: ['Gütersloh', 'GT'],
  758: ['Herford', 'HF'],
  762: ['Höxter', 'HX'],
  766: ['Lippe', 'LIP'],
  770: ['Minden-L.', 'MI'],
  774: ['Paderborn', 'PB'],
  911: ['Bochum', 'BO'],
  913: ['Dortmund', 'DO'],
  914: ['Hagen', 'HA'],
  915: ['Hamm', 'HAM'],
  916: ['Herne', 'HER'],
  954: ['Ennepe-R.', 'EN'],
  958: ['Hochsauerl.', 'HSK'],
  962: ['Märk. Kreis', 'MK'],
  966: ['Olpe', 'OE'],
  970: ['Siegen-W.', 'SI'],
  974: ['Soest', 'SO'],
  978: ['Unna', 'UN'],
};

const LAND = '05';

/** All 53, from the north-west to the south-east. */
export const TILES: readonly Tile[] = PICTURE.flatMap((line, row) =>
  line.split(' ').flatMap((digits, column): Tile[] => {
    const names = NAMES[digits];
    if (names === undefined) return [];
    const [short, plate] = names;
    return [{ county: LAND + digits, district: LAND + digits.slice(0, 1), row, column, short, plate }];
  }),
);

export const TILE_ROWS = PICTURE.length;
export const TILE_COLUMNS = 10;

/** The tiles of a region: of the state all, of a district its own. A region that is no part of the picture has none. */
export const tilesWithin = (region: string): readonly Tile[] =>
  TILES.filter(({ county }) => county.startsWith(region));

/** One side of a square that stands between two districts, or between a county and no county. */
export interface Border {
  readonly row: number;
  readonly column: number;
  readonly side: 'north' | 'east' | 'south' | 'west';
}

const SIDES = [
  ['north', -1, 0],
  ['east', 0, 1],
  ['south', 1, 0],
  ['west', 0, -1],
] as const;

/** Where the outlines of the districts run. */
export function borders(tiles: readonly Tile[]): Border[] {
  const at = new Map(tiles.map((tile) => [`${tile.row} ${tile.column}`, tile.district]));
  return tiles.flatMap(({ row, column, district }) =>
    SIDES.flatMap(([side, down, right]): Border[] =>
      at.get(`${row + down} ${column + right}`) === district ? [] : [{ row, column, side }],
    ),
  );
}

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
const SHORT: Readonly<Record<string, string>> = {
  111: 'Düsseldorf',
  112: 'Duisburg',
  113: 'Essen',
  114: 'Krefeld',
  116: 'M’gladbach',
  117: 'Mülheim',
  119: 'Oberhausen',
  120: 'Remscheid',
  122: 'Solingen',
  124: 'Wuppertal',
  154: 'Kleve',
  158: 'Mettmann',
  162: 'Neuss',
  166: 'Viersen',
  170: 'Wesel',
  314: 'Bonn',
  315: 'Köln',
  316: 'Leverkusen',
  334: 'Aachen',
  358: 'Düren',
  362: 'Rhein-Erft',
  366: 'Euskirchen',
  370: 'Heinsberg',
  374: 'Oberberg',
  378: 'Rhein-Berg',
  382: 'Rhein-Sieg',
  512: 'Bottrop',
  513: 'Gelsenk.',
  515: 'Münster',
  554: 'Borken',
  558: 'Coesfeld',
  562: 'Recklingh.',
  566: 'Steinfurt',
  570: 'Warendorf',
  711: 'Bielefeld',
  754: 'Gütersloh',
  758: 'Herford',
  762: 'Höxter',
  766: 'Lippe',
  770: 'Minden-L.',
  774: 'Paderborn',
  911: 'Bochum',
  913: 'Dortmund',
  914: 'Hagen',
  915: 'Hamm',
  916: 'Herne',
  954: 'Ennepe-R.',
  958: 'Hochsauerl.',
  962: 'Märk. Kreis',
  966: 'Olpe',
  970: 'Siegen-W.',
  974: 'Soest',
  978: 'Unna',
};

const LAND = '05';

/** All 53, from the north-west to the south-east. */
export const TILES: readonly Tile[] = PICTURE.flatMap((line, row) =>
  line.split(' ').flatMap((digits, column): Tile[] => {
    const short = SHORT[digits];
    if (short === undefined) return [];
    return [{ county: LAND + digits, district: LAND + digits.slice(0, 1), row, column, short }];
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

/** North Rhine-Westphalia: the Land, its 5 districts and 53 counties by official key, and policy 1. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys as of 30 November 2023; the list of municipalities comes by import. */
const DISTRICTS: readonly District[] = [
  {
    key: '051',
    name: 'Düsseldorf',
    cities: {
      '05111': 'Düsseldorf',
      '05112': 'Duisburg',
      '05113': 'Essen',
      '05114': 'Krefeld',
      '05116': 'Mönchengladbach',
      '05117': 'Mülheim an der Ruhr',
      '05119': 'Oberhausen',
      '05120': 'Remscheid',
      '05122': 'Solingen',
      '05124': 'Wuppertal',
    },
    counties: {
      '05154': 'Kreis Kleve',
      '05158': 'Kreis Mettmann',
      '05162': 'Rhein-Kreis Neuss',
      '05166': 'Kreis Viersen',
      '05170': 'Kreis Wesel',
    },
  },
  {
    key: '053',
    name: 'Köln',
    cities: {
      '05314': 'Bonn',
      '05315': 'Köln',
      '05316': 'Leverkusen',
    },
    counties: {
      '05334': 'Städteregion Aachen',
      '05358': 'Kreis Düren',
      '05362': 'Rhein-Erft-Kreis',
      '05366': 'Kreis Euskirchen',
      '05370': 'Kreis Heinsberg',
      '05374': 'Oberbergischer Kreis',
      '05378': 'Rheinisch-Bergischer Kreis',
      '05382': 'Rhein-Sieg-Kreis',
    },
  },
  {
    key: '055',
    name: 'Münster',
    cities: {
      '05512': 'Bottrop',
      '05513': 'Gelsenkirchen',
      '05515': 'Münster',
    },
    counties: {
      '05554': 'Kreis Borken',
      '05558': 'Kreis Coesfeld',
      '05562': 'Kreis Recklinghausen',
      '05566': 'Kreis Steinfurt',
      '05570': 'Kreis Warendorf',
    },
  },
  {
    key: '057',
    name: 'Detmold',
    cities: {
      '05711': 'Bielefeld',
    },
    counties: {
      '05754': 'Kreis Gütersloh',
      '05758': 'Kreis Herford',
      '05762': 'Kreis Höxter',
      '05766': 'Kreis Lippe',
      '05770': 'Kreis Minden-Lübbecke',
      '05774': 'Kreis Paderborn',
    },
  },
  {
    key: '059',
    name: 'Arnsberg',
    cities: {
      '05911': 'Bochum',
      '05913': 'Dortmund',
      '05914': 'Hagen',
      '05915': 'Hamm',
      '05916': 'Herne',
    },
    counties: {
      '05954': 'Ennepe-Ruhr-Kreis',
      '05958': 'Hochsauerlandkreis',
      '05962': 'Märkischer Kreis',
      '05966': 'Kreis Olpe',
      '05970': 'Kreis Siegen-Wittgenstein',
      '05974': 'Kreis Soest',
      '05978': 'Kreis Unna',
    },
  },
];

interface District {
  readonly key: string;
  readonly name: string;
  readonly cities: Readonly<Record<string, string>>;
  readonly counties: Readonly<Record<string, string>>;
}

const LAND = '05';
/** The municipal reform of 1 January 1975; finer dates come with the official list. */
const SINCE = '1975-01-01';

type Row = readonly [key: string, name: string, kind: string, parent: string | null];

const rows: readonly Row[] = [
  [LAND, 'Nordrhein-Westfalen', 'Land', null],
  ...DISTRICTS.flatMap((district): Row[] => [
    [district.key, district.name, 'Regierungsbezirk', LAND],
    ...Object.entries(district.cities).map(([key, name]): Row => [
      key,
      name,
      'Kreisfreie Stadt',
      district.key,
    ]),
    ...Object.entries(district.counties).map(([key, name]): Row => [key, name, 'Kreis', district.key]),
  ]),
];

export class Nrw1763800000007 implements MigrationInterface {
  readonly name = 'Nrw1763800000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT INTO tenant (tenant, name) VALUES ($1, 'Nordrhein-Westfalen')`, [LAND]);
    await runner.query(
      `INSERT INTO region (tenant, key, name, kind, parent, valid_from)
       SELECT $1, key, name, kind, parent, $2 FROM unnest($3::text[], $4::text[], $5::text[], $6::text[])
         AS listed (key, name, kind, parent)`,
      [LAND, SINCE, ...([0, 1, 2, 3] as const).map((column) => rows.map((row) => row[column]))],
    );
    await runner.query(
      `INSERT INTO policy (tenant, number, k, minimum_schools, pooling_weight, width) VALUES ($1, 1, 5, 3, 3, 4)`,
      [LAND],
    );
  }

  async down(): Promise<void> {
    await Promise.reject(
      new Error('Kanon does not migrate backwards: restore the backup made before the upgrade.'),
    );
  }
}

/** The formats of a summary: their names, media types and ends of file, and which of them an Accept header asks for. */

interface Format {
  readonly mediaType: string;
  /** What the name of a file ends in. */
  readonly ending: string;
  /** Media types by which Accept asks for it, without parameters; the first format that names one gets it. */
  readonly asked: readonly string[];
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const FORMATS = {
  json: {
    mediaType: 'application/json; charset=utf-8',
    ending: 'json',
    asked: ['application/json', 'application/*', '*/*'],
  },
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', ending: 'csv', asked: ['text/csv'] },
  'csv-de': { mediaType: 'text/csv; charset=utf-8; header=present', ending: 'csv', asked: [] },
  xlsx: { mediaType: XLSX, ending: 'xlsx', asked: [XLSX] },
  // JSON-stat has no media type of its own, and a client tells two shapes of JSON apart by their type.
  'json-stat': {
    mediaType: 'application/vnd.json-stat+json',
    ending: 'json-stat.json',
    asked: ['application/vnd.json-stat+json'],
  },
  'sdmx-csv': {
    mediaType: 'application/vnd.sdmx.data+csv;version=2.1.0',
    ending: 'sdmx.csv',
    asked: ['application/vnd.sdmx.data+csv'],
  },
  'sdmx-structure': {
    mediaType: 'application/vnd.sdmx.structure+json;version=2.1.0',
    ending: 'sdmx-structure.json',
    asked: ['application/vnd.sdmx.structure+json'],
  },
  pdf: { mediaType: 'application/pdf', ending: 'pdf', asked: ['application/pdf'] },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

/** A media range with its weight (RFC 9110, 12.5.1). */
const RANGE = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+*-]+|\*\/\*)\s*((?:;[^;]*)*)$/;
const WEIGHT = /^\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*$/i;
/** Characters of a header that are looked at; a browser sends some hundred. */
const LONGEST = 1000;

/**
 * The format that an Accept header weighs most; of two that weigh alike the one that is named first.
 *
 * header   as it came; parameters but the weight are passed over, and so is what cannot be read
 * returns  json where none of ours is named: a header may be disregarded (RFC 9110, 12.5.1), and a browser asks for a page
 */
export function formatAccepted(header: string | undefined): FormatName {
  const asked = (header ?? '')
    .slice(0, LONGEST)
    .split(',')
    .flatMap((part) => {
      const [, range, parameters = ''] = RANGE.exec(part) ?? [];
      if (range === undefined) return [];
      const name = FORMAT_NAMES.find((one) =>
        (FORMATS[one].asked as readonly string[]).includes(range.toLowerCase()),
      );
      const weights = parameters.split(';').flatMap((one) => WEIGHT.exec(one)?.[1] ?? []);
      const weight = Number(weights[0] ?? '1');
      return name === undefined || weight === 0 ? [] : [{ name, weight }];
    });
  return asked.sort((a, b) => b.weight - a.weight)[0]?.name ?? 'json';
}

/** `kanon-05111-2026-Q3-v1.xlsx`, with the parts that its rows are: keys alone, so no character needs a quotation. */
export const fileNameOf = (
  table: {
    readonly region: string;
    readonly period: string;
    readonly level: string;
    readonly by: string;
    readonly release: { readonly version: number };
  },
  format: FormatName,
): string =>
  `${[
    'kanon',
    table.region,
    table.period,
    table.by === 'school-type' ? table.by : table.level,
    `v${table.release.version}`,
  ].join('-')}.${FORMATS[format].ending}`;

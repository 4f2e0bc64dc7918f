/** The items of OWASP ASVS 5.0.0 by id and level, what may be wrong with our answers to them, and the tables of the page. */

export interface Item {
  readonly id: string;
  readonly level: number;
  /** What is asked for, in words of ours. */
  readonly what: string;
  readonly state: 'met' | 'not-applicable' | 'open';
  /** Whether it is the operator's to do. */
  readonly operator?: boolean;
  readonly code?: readonly string[];
  readonly tests?: readonly string[];
  readonly note?: string;
  readonly why?: string;
  /** Version that will close it. */
  readonly until?: string;
}

export interface Standing {
  readonly standard: string;
  readonly levels: readonly number[];
  readonly items: readonly Item[];
}

/** By section the levels of its items, in their order. */
const SECTIONS = `
1.1 22|1.2 1111122223|1.3 112222222223|1.4 222|1.5 123|2.1 122|2.2 112|2.3 12223|2.4 23
3.1 3|3.2 113|3.3 12223|3.4 11222233|3.5 11122333|3.6 3|3.7 22333|4.1 12233|4.2 23333|4.3 22|4.4 1222
5.1 2|5.2 112333|5.3 113|5.4 222|6.1 122|6.2 111111112222|6.3 11223333|6.4 112233|6.5 22222333|6.6 2223|6.7 33|6.8 2222
7.1 222|7.2 1111|7.3 22|7.4 11222|7.5 223|7.6 22|8.1 1233|8.2 1123|8.3 133|8.4 23|9.1 111|9.2 1222
10.1 22|10.2 223|10.3 22223|10.4 1111122222233333|10.5 22222|10.6 22|10.7 222
11.1 2233|11.2 22233|11.3 11233|11.4 1222|11.5 23|11.6 23|11.7 33|12.1 12233|12.2 11|12.3 22223
13.1 2333|13.2 222223|13.3 2233|13.4 1222233|14.1 22|14.2 12223333|14.3 122|15.1 12233|15.2 12233|15.3 1222222|15.4 3333
16.1 2|16.2 22222|16.3 2222|16.4 222|16.5 2223|17.1 23|17.2 22223333|17.3 22`;

export const expectedLevels: ReadonlyMap<string, number> = new Map(
  SECTIONS.trim()
    .split(/[|\n]/)
    .flatMap((text) => {
      const [section = '', levels = ''] = text.split(' ');
      return Array.from(levels, (level, i) => [`${section}.${i + 1}`, Number(level)] as const);
    }),
);

const CHAPTERS = [
  'Encoding and sanitization',
  'Validation and business logic',
  'Web frontend',
  'API and web service',
  'File handling',
  'Authentication',
  'Sessions',
  'Authorization',
  'Self-contained tokens',
  'OAuth and OIDC',
  'Cryptography',
  'Communication',
  'Configuration',
  'Data protection',
  'Coding and architecture',
  'Logging and errors',
  'WebRTC',
];

/** What is wrong with the answers; `exists` tells whether a file of the repository is there. */
export function faultsOf({ items }: Standing, exists: (name: string) => boolean): string[] {
  const wanted = [...expectedLevels].filter(([, level]) => level <= 2);
  const ids = items.map(({ id }) => id);
  return [
    ...wanted.filter(([id]) => !ids.includes(id)).map(([id]) => `${id} is missing`),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id} stands twice`),
    ...items.flatMap((item) => faultsOfItem(item, exists)),
  ];
}

function faultsOfItem(item: Item, exists: (name: string) => boolean): string[] {
  const level = expectedLevels.get(item.id) ?? 3;
  if (level > 2) return [`${item.id} is none of levels 1 and 2`];
  if (item.level !== level) return [`${item.id} is of level ${level}`];
  if (item.what.length < 5) return [`${item.id} says not what it asks for`];
  if (item.state === 'met') return faultsOfMet(item, exists);
  if (!item.why) return [`${item.id} has no why`];
  return item.state === 'open' && !item.until ? [`${item.id} has no until`] : [];
}

function faultsOfMet({ id, code = [], tests = [] }: Item, exists: (name: string) => boolean): string[] {
  if (code.length === 0) return [`${id} names no code`];
  if (!tests.some((name) => name.endsWith('.test.ts'))) return [`${id} names no test`];
  return [...code, ...tests].filter((name) => !exists(name)).map((name) => `${id} names ${name}`);
}

/** Rows of the table by chapter, and the sum. */
export function summaryRows({ items }: Standing): string[] {
  const row = (name: string, of: readonly Item[]): string => {
    const count = (state: Item['state']): number => of.filter((item) => item.state === state).length;
    const operators = of.filter(({ operator }) => operator).length;
    return `| ${[name, of.length, count('met'), count('not-applicable'), operators, count('open')].join(' | ')} |`;
  };
  const chapters = CHAPTERS.map((name, i) =>
    row(
      `V${i + 1} ${name}`,
      items.filter(({ id }) => id.startsWith(`${i + 1}.`)),
    ),
  );
  return [...chapters, row('**all**', items)];
}

export const openRows = ({ items }: Standing): string[] =>
  items
    .filter(({ state }) => state === 'open')
    .map(
      ({ id, level, what, why = '', until = '' }) =>
        `| ${id} | ${level} | ${what} | ${why.replaceAll('|', '\\|')} | ${until} |`,
    );

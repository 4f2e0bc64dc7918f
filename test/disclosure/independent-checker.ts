/**
 * A second checker of tables and proofs, written from docs/certificate.md alone. It shares no code with the
 * engine and calculates in BigInt. Plain on purpose, and not made to be fast.
 */
import { createHash } from 'node:crypto';

type Json = null | boolean | number | string | Json[] | Fields;
interface Fields {
  [name: string]: Json;
}

class Wrong extends Error {}
const demand = (holds: boolean, what: string): void => {
  if (!holds) throw new Wrong(what);
};

/**
 * What is wrong with a CSV table and its certificate file: nothing, or the first thing that is. A table whose
 * certificate names no dimensions is taken by its proof alone, which `kanon verify-release` never does.
 */
export function check(table: string, file: string): string[] {
  return findings(() => {
    const { certificate, proof } = object(canonical(file), ['certificate', 'proof']);
    const [header, ...lines] = linesOf(table);
    for (const cell of [header!, ...lines].flat())
      demand(/^[^\p{C}\p{Zl}\p{Zp}]*$/u.test(cell) && cell === cell.trim(), 'a text that cannot be read');
    const dimensions = list((certificate as Fields)['dimensions'] ?? null).map((one) => list(one).map(text));
    const sums = dimensions.length === 0 ? [] : crossSums(header!, lines, dimensions);
    const places = placesOf(header!, lines);
    checkAll(certificate!, proof!, places, sha256(table), sums, [], atLeastOf(certificate!));
  });
}

/** Check 7 of a CSV table: its rows are a full cross of trees, and say by themselves what adds up. */
function crossSums(header: string[], lines: string[][], dimensions: string[][]): number[][] {
  const names = header.slice(0, -2);
  demand(new Set(names.map((name) => name.toLowerCase())).size === names.length, 'a column twice');
  demand(dimensions.flat().join('\n') === names.join('\n'), 'other columns');
  let from = 0;
  const spans = dimensions.map(({ length }): [number, number] => [from, (from += length)]);
  const nodeOf = (row: string[], [first, end]: [number, number]): string => row.slice(first, end).join('\n');
  const nodes = spans.map((span) => [...new Set(lines.map((row) => nodeOf(row, span)))]);
  demand(
    new Set(lines.map((row) => names.map((_, at) => row[at]).join('\n'))).size === lines.length,
    'a row twice',
  );
  demand(nodes.reduce((product, all) => product * all.length, 1) === lines.length, 'rows are missing');
  const above = nodes.map((all) => {
    const found = new Map<string, string>();
    for (const node of all) {
      const path = node.split('\n');
      const depth = path.length - [...path].reverse().findIndex((code) => code !== 'Total');
      const own = path.every((code) => code === 'Total') ? 0 : depth;
      demand(!path.slice(0, own).some((code) => code === 'Total' || code === ''), 'no tree');
      for (let cut = own - 1; cut >= 0 && !found.has(node); cut--) {
        const higher = path.map((code, level) => (level < cut ? code : 'Total')).join('\n');
        if (all.includes(higher)) found.set(node, higher);
      }
      demand(found.has(node) || own === 0 || all.length === 1, 'no tree');
    }
    return found;
  });
  return lines.flatMap((row, at) =>
    spans.flatMap((span, dimension) => {
      const rest = (other: string[]): string =>
        spans.flatMap((one, d) => (d === dimension ? [] : [nodeOf(other, one)])).join('\t');
      const parts = lines.flatMap((other, index) =>
        above[dimension]!.get(nodeOf(other, span)) === nodeOf(row, span) && rest(other) === rest(row)
          ? [index]
          : [],
      );
      return parts.length > 0 ? [[at, ...parts]] : [];
    }),
  );
}

/** What a certificate says of every suppressed place. */
const atLeastOf = (certificate: Json): (() => bigint) => {
  const least = atLeast((certificate as Fields)['hiddenAtLeast'] ?? null, 0n);
  return () => least;
};

/** The same of a release document of the service; the signature is not looked at. */
export function checkDocument(document: string): string[] {
  return findings(() => {
    const names = ['certificate', 'columns', 'period', 'policy', 'proof', 'release', 'rows', 'scheme'];
    const file = canonical(document);
    // A document of the first form has no format.
    const fields = Object.keys(file as object).includes('format') ? [...names, 'format'] : names;
    const { certificate: jws, proof, columns, rows, format, ...head } = object(file, fields);
    demand([undefined, 'kanon-release/2', 'kanon-release/3'].includes(format as undefined), 'another format');
    const parts = text(jws!).split('.');
    const isSpeltOnce = (part: string): boolean =>
      part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part;
    demand(parts.length === 3 && parts.every(isSpeltOnce), 'a certificate in another spelling');
    const claims = JSON.parse(Buffer.from(parts[1]!, 'base64url').toString()) as Fields;
    if (format !== undefined) demand((claims['document'] ?? 'kanon-release/2') === format, 'form differs');
    for (const name of ['release', 'period', 'scheme', 'policy'])
      demand(claims[name] === head[name], `${name} differs`);
    for (const name of ['release', 'period', 'scheme'])
      demand(/^[^\p{C}\p{Zl}\p{Zp}]{1,200}$/u.test(text(head[name]!)), `${name} cannot be read`);
    const named = list(columns!).map(text);
    const all = list(rows!).map((row) => row as Fields);
    const places = all.flatMap((row) => [...list(row['consultations']!), ...list(row['pupils']!)]);
    const benefits = all.length > 0 ? list(all[0]!['pupils']!).length : 0;
    const wide = named.length + benefits;
    for (const row of all) {
      demand(list(row['consultations']!).length === named.length, 'a row has another number of columns');
      demand(list(row['pupils']!).length === benefits, 'a row has another number of benefits');
    }
    const sums: number[][] = [];
    const pairs: number[][] = [];
    const total = named.indexOf('REPORTED_TOTAL');
    all.forEach((_, row) => {
      const others = named.flatMap((__, column) => (column === total ? [] : [row * wide + column]));
      sums.push([row * wide + total, ...others]);
      for (let benefit = 0; benefit < benefits; benefit++)
        pairs.push([row * wide + named.length + benefit, row * wide + benefit]);
    });
    all.forEach((whole, at) => {
      const key = text(whole['region']!);
      if (whole['schoolType'] !== '') return;
      const within = (other: Fields): boolean => text(other['region']!).startsWith(key);
      const length = key.length === 2 ? 3 : 5;
      const below = all.flatMap((row, index) =>
        row['schoolType'] === '' && text(row['region']!).length === length && key.length < 5 && within(row)
          ? [index]
          : [],
      );
      const types = all.flatMap((row, index) =>
        row['schoolType'] !== '' && row['region'] === key ? [index] : [],
      );
      for (const parts of [below, types]) {
        if (parts.length === 0) continue;
        for (let column = 0; column < wide; column++)
          sums.push([at, ...parts].map((row) => row * wide + column));
      }
    });
    checkRows(named, all);
    demand(
      (head['policy'] === 1 || head['policy'] === 2) &&
        claims['hiddenAtLeast'] === 5 &&
        claims['width'] === 4,
      'another policy',
    );
    const digest = sha256(JSON.stringify({ columns, rows }));
    const values = places.map(openOrNull);
    if (format !== undefined) fillZeros(values, all, wide, sums, pairs);
    demand(
      values.every((value) => value === null || value === 0n || value >= 5n),
      'a number below k is shown',
    );
    const ends = toldToOne(values, all, wide, sums, format === 'kanon-release/3' ? 4n : 0n);
    checkAll(claims, proof!, values, digest, sums, pairs, (place) =>
      all[Math.floor(place / wide)]!['pending'] === true ? 0n : (ends.get(place) ?? 5n),
    );
  });
}

/** Check 4: lower ends of what somebody who alone reported in a row finds by addition; `more` where four reported. */
function toldToOne(
  values: (bigint | null)[],
  rows: Fields[],
  wide: number,
  sums: number[][],
  more: bigint,
): Map<number, bigint> {
  const ends = new Map<number, bigint>();
  rows.forEach((alone, at) => {
    if (alone['schoolsReported'] !== 1 || !('pending' in alone)) return;
    const [knows, own] = [new Set<number>(), new Set<number>()];
    for (let place = at * wide; place < (at + 1) * wide; place++)
      if (values[place] === null) {
        knows.add(place);
        own.add(place);
      }
    for (let before = -1; before !== knows.size;) {
      before = knows.size;
      for (const [total, ...parts] of sums) {
        const unknown = [total!, ...parts].filter((place) => values[place] === null && !knows.has(place));
        if (unknown.length !== 1) continue;
        const [place] = unknown as [number];
        knows.add(place);
        const isOwn =
          place === total ? parts.every((part) => own.has(part) || values[part] === 0n) : own.has(total!);
        const row = rows[Math.floor(place / wide)]!;
        if (isOwn) own.add(place);
        else if (row['pending'] !== true) ends.set(place, 15n + (row['schoolsReported'] === 4 ? more : 0n));
      }
    }
  });
  return ends;
}

/** Returns zeros that published zeros make derivable, and those of rows in which nobody reported. */
function fillZeros(
  values: (bigint | null)[],
  rows: Fields[],
  wide: number,
  sums: number[][],
  pairs: number[][],
): void {
  rows.forEach((row, at) => {
    if (row['schoolsReported'] === 0) values.fill(0n, at * wide, (at + 1) * wide);
  });
  for (let before = -1; before !== values.filter((value) => value === null).length;) {
    before = values.filter((value) => value === null).length;
    const tell = (place: number): void => void (values[place] ??= 0n);
    for (const [total, ...parts] of sums) {
      if (values[total!] === 0n) parts.forEach(tell);
      if (parts.every((part) => values[part] === 0n)) tell(total!);
    }
    for (const [smaller, larger] of pairs) if (values[larger!] === 0n) tell(smaller!);
  }
}

/** Check 8 of a release: one tree, columns and school types once, schools that add up, rows of too few withheld. */
function checkRows(columns: string[], rows: Fields[]): void {
  demand(columns.slice(-2).join() === 'NOT_ITEMISED,REPORTED_TOTAL', 'other columns');
  demand(new Set(columns).size === columns.length, 'a column twice');
  demand(
    columns.every((name) => /^[A-Z][A-Z0-9_]{0,63}$/.test(name)),
    'no benefit',
  );
  const mark = 'atLeast' in rows[0]! ? 'atLeast' : 'pending';
  const fields = [
    'consultations',
    'pupils',
    'region',
    'schoolType',
    'schoolsExpected',
    'schoolsReported',
    mark,
  ];
  for (const row of rows) {
    object(row, fields);
    demand(typeof row[mark] === 'boolean', 'no mark');
    demand(/^(\d{2}|\d{3}|\d{5})$/.test(text(row['region']!)), 'no region');
    demand(list(row['pupils']!).length === columns.length - 2, 'other columns of pupils');
    const [expected, reported] = ['schoolsExpected', 'schoolsReported'].map((name) =>
      atLeast(row[name]!, 0n),
    );
    demand(reported! <= expected!, 'more schools than expected');
    const shown = [...list(row['consultations']!), ...list(row['pupils']!)].some((value) => value !== null);
    if (mark === 'pending') demand(row['pending'] === true ? !shown : reported! >= 3n, 'of too few schools');
    demand(/^[^\p{C}\p{Zl}\p{Zp}]{0,200}$/u.test(text(row['schoolType']!)), 'a type that cannot be read');
    demand(
      row['schoolType'] === text(row['schoolType']!).trim() && row['schoolType'] !== '__proto__',
      'no type',
    );
  }
  const named = rows.map((row) => `${text(row['region']!)} ${text(row['schoolType']!)}`);
  demand(new Set(named).size === rows.length, 'a row twice');
  const states = named.filter((name) => /^\d{2} $/.test(name));
  demand(states.length === 1, 'not one state');
  const aboveOf = (name: string): string => {
    const [key = '', type = ''] = name.split(/ (.*)/);
    if (type !== '') return key.length === 3 ? `${key} ` : '?';
    return `${key.slice(0, key.length === 5 ? 3 : 2)} `;
  };
  for (const name of named) demand(name === states[0] || named.includes(aboveOf(name)), 'a row of its own');
  rows.forEach((row, at) => {
    for (const isType of [true, false]) {
      const parts = rows.filter(
        (other, index) =>
          index !== at && aboveOf(named[index]!) === named[at] && (other['schoolType'] !== '') === isType,
      );
      for (const name of ['schoolsExpected', 'schoolsReported']) {
        const sum = parts.reduce((before, part) => before + whole(part[name]!), 0n);
        demand(parts.length === 0 || sum === whole(row[name]!), 'other schools');
      }
      const types = parts.flatMap((part) => text(part['schoolType']!).split(' + '));
      if (isType) demand(new Set(types).size === types.length && !types.includes(''), 'a type twice');
    }
    const types = text(row['schoolType']!).split(' + ');
    demand(types.join() === [...types].sort().join(), 'types in another order');
  });
}

function findings(work: () => void): string[] {
  try {
    work();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : 'not readable'];
  }
}

function checkAll(
  certificate: Json,
  given: Json,
  places: (bigint | null)[],
  publishedDigest: string,
  sums: number[][],
  pairs: number[][],
  leastAt: (place: number) => bigint,
): void {
  const says = certificate as Fields;
  const fields = ['atMost', 'base', 'domains', 'format', 'moves', 'positions', 'relations', 'width'];
  const proof = object(given, fields);
  demand(says['format'] === 'kanon-certificate/1' && proof['format'] === 'kanon-proof/1', 'other format');
  for (const name of ['attackers', 'notCovered'])
    demand(
      list(says[name] ?? null).every((one) => typeof one === 'string'),
      `${name} are no sentences`,
    );
  demand(says['publishedDigest'] === publishedDigest, 'other table');
  demand(says['proofDigest'] === sha256(JSON.stringify(given)), 'other proof');
  const width = atLeast(proof['width']!, 1n);
  demand(says['width'] === proof['width'], 'other width');
  demand(
    says['hiddenCells'] === places.filter((place) => place === null).length,
    'other number of suppressed cells',
  );

  const cellAt: number[] = [];
  let cells = 0;
  for (const run of list(proof['positions']!)) {
    const [first, count] = numbers(run, 2);
    demand(first! >= -1n && count! >= 1n && count! <= BigInt(places.length - cellAt.length), 'positions');
    for (let step = 0n; step < count!; step++) cellAt.push(first! < 0n ? -1 : Number(first! + step));
    if (first! >= 0n && Number(first! + count!) > cells) cells = Number(first! + count!);
  }
  demand(cellAt.length === places.length, 'positions are not as many as places');
  demand(cells <= places.length, 'a cell has no place');
  const shown = new Map<number, bigint | null>();
  cellAt.forEach((cell, place) => {
    if (cell < 0) return demand(places[place] !== null, 'a suppressed place shows no cell');
    demand(!shown.has(cell) || shown.get(cell) === places[place], 'places of one cell differ');
    shown.set(cell, places[place]!);
  });
  demand(shown.size === cells, 'a cell has no place');

  const suppressed = [...shown.keys()]
    .filter((cell) => shown.get(cell) === null)
    .sort((one, other) => one - other);
  const base = numbers(proof['base']!, suppressed.length);
  const lower: bigint[] = [];
  const upper: (bigint | null)[] = [];
  for (const run of list(proof['domains']!)) {
    const [count, least, most] = list(run);
    const many = atLeast(count!, 1n);
    demand(list(run).length === 3 && many <= BigInt(suppressed.length - lower.length), 'domains');
    for (let step = 0n; step < many; step++) {
      lower.push(whole(least!));
      upper.push(most === null ? null : whole(most!));
    }
  }
  demand(lower.length === suppressed.length, 'domains are not as many as suppressed cells');
  cellAt.forEach((cell, place) => {
    const h = suppressed.indexOf(cell);
    demand(h < 0 || lower[h]! >= leastAt(place), 'a domain is wider than what everybody knows');
  });

  const named = (value: Json): number => {
    const cell = Number(atLeast(value, 0n));
    demand(cell < cells, 'no such cell');
    return cell;
  };
  /** A cell, or a place that shows none, as a word. */
  const wordAt = (place: number): string => (cellAt[place]! < 0 ? `place ${place}` : `cell ${cellAt[place]}`);
  const relations = [
    ...list(proof['relations']!).map((relation) => list(relation).map((cell) => `cell ${named(cell)}`)),
    ...sums.map((sum) => sum.map(wordAt)),
  ];
  demand(
    relations.every((relation) => relation.length >= 2),
    'a relation without parts',
  );
  const allPairs = [
    ...list(proof['atMost']!).map((pair) => {
      demand(list(pair).length === 2, 'no pair');
      return list(pair).map((cell) => `cell ${named(cell)}`);
    }),
    ...pairs.map((pair) => pair.map(wordAt)),
  ];
  const open = new Map<string, bigint>();
  places.forEach((place, at) => place !== null && open.set(wordAt(at), place));
  const fits = (table: bigint[], what: string): void => {
    const value = new Map(open);
    suppressed.forEach((cell, h) => value.set(`cell ${cell}`, table[h]!));
    table.forEach((one, h) => {
      demand(one >= lower[h]! && (upper[h] === null || one <= upper[h]!), `${what} leaves a domain`);
      safe(one);
    });
    for (const [total, ...parts] of relations) {
      const sum = parts.reduce((before, part) => before + value.get(part)!, 0n);
      safe(sum);
      demand(sum === value.get(total!), `${what} does not add up`);
    }
    for (const [smaller, larger] of allPairs)
      demand(value.get(smaller!)! <= value.get(larger!)!, `${what} breaks a pair`);
  };

  fits(base, 'the base');
  const tables = [base];
  for (const move of list(proof['moves']!)) {
    const entries = numbers(move, list(move).length);
    demand(entries.length >= 2 && entries.length % 2 === 0, 'no move');
    const table = [...base];
    let last = -1n;
    for (let at = 0; at < entries.length; at += 2) {
      const h = entries[at]!;
      demand(h > last && h < BigInt(suppressed.length), 'a move names cells in another order, or none');
      last = h;
      table[Number(h)]! += entries[at + 1]!;
    }
    fits(table, 'a move');
    tables.push(table);
  }
  suppressed.forEach((cell, h) => {
    const all = tables.map((table) => table[h]!);
    const least = all.reduce((one, other) => (other < one ? other : one));
    const most = all.reduce((one, other) => (other > one ? other : one));
    demand(most - least >= width, `cell ${cell} is told too closely`);
  });
}

/** Parses, and refuses what is not spelt as canonical JSON. */
function canonical(given: string): Json {
  const value = JSON.parse(given) as Json;
  demand(spelt(value) === given, 'not canonical JSON');
  return value;
}

function spelt(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(spelt).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${spelt(value[name]!)}`).join(',')}}`;
}

function object(value: Json, names: string[]): Fields {
  demand(typeof value === 'object' && value !== null && !Array.isArray(value), 'not an object');
  demand(
    Object.keys(value as object)
      .sort()
      .join() === names.sort().join(),
    'other fields',
  );
  return value as Fields;
}

function text(value: Json): string {
  demand(typeof value === 'string', 'not a text');
  return value as string;
}

function list(value: Json): Json[] {
  demand(Array.isArray(value), 'not a list');
  return value as Json[];
}

function numbers(value: Json, length: number): bigint[] {
  demand(list(value).length === length, 'another number of entries');
  return list(value).map(whole);
}

function whole(value: Json): bigint {
  demand(Number.isSafeInteger(value), 'not an integer');
  return BigInt(value as number);
}

function atLeast(value: Json, least: bigint): bigint {
  demand(whole(value) >= least, 'too small');
  return whole(value);
}

const safe = (value: bigint): void =>
  demand(value <= 2n ** 53n - 1n && value >= 1n - 2n ** 53n, 'out of range');

const openOrNull = (value: Json): bigint | null => (value === null ? null : atLeast(value, 0n));

/** Cells of a CSV file without quotes, or with quoted codes. */
const linesOf = (table: string): string[][] =>
  table
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => `${line},`.match(/("([^"]|"")*"|[^,]*),/g)!.map((cell) => cell.slice(0, -1)));

function placesOf(header: string[], lines: string[][]): (bigint | null)[] {
  demand(header.slice(-2).join() === 'value,status', 'no such table');
  const [value, status] = [header.length - 2, header.length - 1];
  return lines.map((line) => {
    if (line[status] === 'hidden' && line[value] === '') return null;
    demand(
      line[status] === 'open' && /^(0|[1-9]\d*)$/.test(line[value] ?? ''),
      'neither open nor suppressed',
    );
    return whole(Number(line[value]));
  });
}

const sha256 = (bytes: string): string => createHash('sha256').update(bytes).digest('hex');

/** What a reader of releases makes of them: every school, or all schools of a place alike, as unknown numbers that add up to what is shown. */
import {
  columnsOf,
  leastOf,
  numberIn,
  standsIn,
  type Amounts,
  type Column,
  type Expected,
  type Known,
  type Own,
  type Place,
  type Row,
} from './published.ts';
import { constant, minus, total, Unknowns, type Expression } from './unknowns.ts';

/** Farther than any number of a small world; of a larger one, so many times the largest that is shown. */
const FAR = { least: 100_000, times: 20 };

export interface Lens {
  /** Own reports of the attacker. */
  readonly own?: Own;
  /** Schools that are looked at one by one. Others of one county, type and history are one sum. */
  readonly singles?: ReadonlySet<string>;
  /** Whether contributors are counted: 0 or ≥ k of each, three behind a shown number. Costs whole numbers. */
  readonly counted: boolean;
  /** Whether a shown number is relied on to move by three contributors or not at all; if not said, it is not. */
  readonly changesOfThree?: boolean;
  /** Whether the attacker knows that a hidden place is no primary one: this number itself, or the same benefit in the other measure. */
  readonly notPrimary?: (place: Place) => 'itself' | 'other measure' | undefined;
}

/** Schools of one county, one type and one history, or a single one. */
interface Atom {
  readonly schools: readonly Expected[];
  /** Per version, which of its states it is in; undefined where it is missing. */
  readonly states: readonly (number | undefined)[];
}

/** The numbers of an atom in one of its states; one entry per benefit, the last of consultations and contributors for pools. */
interface Numbers {
  readonly consultations: readonly Expression[];
  readonly pupils: readonly Expression[];
  readonly contributors: readonly (Expression | undefined)[];
}

export class Reader {
  readonly unknowns = new Unknowns();
  private readonly far: number;
  private readonly atoms: readonly Atom[];
  private readonly numbers = new Map<string, Numbers>();
  private readonly cells = new Map<string, Expression>();

  constructor(
    readonly known: Known,
    private readonly lens: Lens,
  ) {
    const shown = known.versions.flatMap(({ rows }) => rows.flatMap((row) => row.consultations));
    this.far = shown.reduce((far: number, one) => Math.max(far, FAR.times * (one ?? 0)), FAR.least);
    this.atoms = atomsOf(known, lens);
    known.versions.forEach((_, version) => this.read(version));
    if (lens.counted && lens.changesOfThree === true)
      known.versions.forEach((_, newer) => {
        for (let older = 0; older < newer; older++) this.compare(older, newer);
      });
  }

  /** What stands in a place, shown or hidden. */
  cell(place: Place): Expression {
    const row = this.known.versions[place.version]!.rows[place.row]!;
    return this.sumOf(place.version, row, place);
  }

  /** What a school that is looked at by itself gave in a version. */
  school(school: string, version: number, column: Column): Expression {
    const at = this.atoms.findIndex(({ schools }) => schools.length === 1 && schools[0]!.school === school);
    if (at < 0) throw new Error(`School ${school} is not looked at by itself.`);
    return this.amount(at, version, column);
  }

  private read(version: number): void {
    const { rows } = this.known.versions[version]!;
    const { rules, benefits } = this.known;
    const places = rows.flatMap((row, at) =>
      columnsOf(benefits).map((column): [Row, Place] => [row, { ...column, version, row: at }]),
    );
    // Nobody is in what was read as nothing: those numbers come first.
    for (const [row, place] of places) {
      const value = numberIn(row, place);
      const cell = this.sumOf(version, row, place);
      if (value === null) this.hidden(row, place, cell);
      else this.unknowns.say(cell, value, value);
      if (value !== null && value > 0) this.three(row, place, rules.contributors);
    }
    for (const row of rows) this.adds(version, row);
  }

  /** A hidden number is not nothing, for zeros are shown; of a row that is pending nothing is said. */
  private hidden(row: Row, place: Place, cell: Expression): void {
    if (row.pending === true || row.schoolsReported === 0) return;
    const { k, contributors } = this.known.rules;
    const notPrimary = this.lens.notPrimary?.(place);
    this.unknowns.say(cell, notPrimary === 'itself' ? leastOf(this.known, place) : notPrimary ? k * contributors : k); // prettier-ignore
    if (notPrimary) this.three(row, place, contributors);
  }

  /** So many contributors stand behind a number; who is tied to whom is not known, but to oneself. */
  private three(row: Row, { version, measure, at }: Place, least: number): void {
    if (!this.lens.counted || (measure === 'consultations' && at > this.known.benefits.length)) return;
    const counts = this.atoms.flatMap((atom, index) => {
      const state = atom.states[version];
      if (state === undefined || !standsIn(atom.schools[0]!, row)) return [];
      return this.of(index, version)?.contributors[at] ?? [];
    });
    const own = this.ownIn(version, row).some((amounts) => amounts.consultations[at]! > 0) ? 1 : 0;
    this.unknowns.say(total(counts), least - own);
  }

  /** A number that is shown in two versions and differs has moved by three contributors at least; by whom is known. */
  private compare(older: number, newer: number): void {
    const { versions, rules, benefits } = this.known;
    for (const row of versions[newer]!.rows) {
      const before = versions[older]!.rows.find(
        ({ region, schoolType }) => region === row.region && schoolType === row.schoolType,
      );
      if (!before) continue;
      for (const { measure, at } of columnsOf(benefits)) {
        const [was, is] = [numberIn(before, { measure, at }), numberIn(row, { measure, at })];
        if (was === null || is === null || was === is || at > benefits.length) continue;
        let counted = 0;
        const moved = this.atoms.flatMap((atom, index): Expression[] => {
          const [old, now] = [atom.states[older], atom.states[newer]];
          if (old === now || !standsIn(atom.schools[0]!, row)) return [];
          if (old !== undefined && now !== undefined) counted += atom.schools.length;
          else return [this.of(index, old === undefined ? newer : older)!.contributors[at]!];
          return [];
        });
        const own = [older, newer].map((version) =>
          this.ownIn(version, row).reduce((sum, amounts) => sum + amounts[measure][at]!, 0),
        );
        this.unknowns.say(total(moved), rules.contributors - counted - (own[0] === own[1] ? 0 : 2));
      }
    }
  }

  /** One number of a row, out of the smaller rows that are seen and the schools that stand in none of them. */
  private adds(version: number, row: Row): void {
    const { rows } = this.known.versions[version]!;
    const inside = rows.filter((other) => other !== row && isInside(other, row));
    const regions = inside.filter(({ schoolType }) => schoolType === row.schoolType && row.schoolType === '');
    const types = inside.filter(({ schoolType, region }) => schoolType !== '' && region === row.region);
    for (const parts of types.length > 0 && row.schoolType === '' ? [regions, types] : [regions]) {
      const largest = parts.filter((part) => !parts.some((other) => other !== part && isInside(part, other)));
      for (const column of columnsOf(this.known.benefits)) {
        const rest = this.atoms.flatMap((atom, index) =>
          standsIn(atom.schools[0]!, row) && !largest.some((part) => standsIn(atom.schools[0]!, part))
            ? [this.amount(index, version, column)]
            : [],
        );
        const whole = this.sumOf(version, row, column);
        const sum = total([...largest.map((part) => this.sumOf(version, part, column)), ...rest, ...this.ownOutside(version, row, largest, column)]); // prettier-ignore
        this.unknowns.say(minus(whole, sum), 0, 0);
      }
    }
    const columns = columnsOf(this.known.benefits).filter(({ measure }) => measure === 'consultations');
    const reported = columns.at(-1)!;
    const parts = columns.slice(0, -1).map((column) => this.sumOf(version, row, column));
    this.unknowns.say(minus(this.sumOf(version, row, reported), total(parts)), 0, 0);
  }

  private ownOutside(version: number, row: Row, parts: readonly Row[], column: Column): Expression[] {
    return this.ownSchools(version).flatMap(([facts, amounts]) =>
      standsIn(facts, row) && !parts.some((part) => standsIn(facts, part))
        ? [constant(amounts[column.measure][column.at]!)]
        : [],
    );
  }

  private ownSchools(version: number): [Expected, Amounts][] {
    const own = this.lens.own?.[version];
    if (!own) return [];
    return this.known.register.flatMap((facts): [Expected, Amounts][] => {
      const amounts = own.get(facts.school);
      return amounts ? [[facts, amounts]] : [];
    });
  }

  private ownIn(version: number, row: Row): Amounts[] {
    return this.ownSchools(version).flatMap(([facts, amounts]) => (standsIn(facts, row) ? [amounts] : []));
  }

  /** A number of a row is an unknown of its own, so that larger sums are short. */
  private sumOf(version: number, row: Row, column: Column): Expression {
    const key = `${version} ${row.region} ${row.schoolType} ${column.measure} ${column.at}`;
    let cell = this.cells.get(key);
    if (!cell) {
      cell = this.unknowns.one(0, this.far);
      this.cells.set(key, cell);
    }
    return cell;
  }

  private amount(atom: number, version: number, column: Column): Expression {
    const numbers = this.of(atom, version);
    if (!numbers) return constant(0);
    const all = numbers[column.measure];
    return all[column.at] ?? total(all);
  }

  private of(atom: number, version: number): Numbers | undefined {
    const state = this.atoms[atom]!.states[version];
    if (state === undefined) return undefined;
    const key = `${atom} ${state}`;
    const known = this.numbers.get(key);
    if (known) return known;
    const { k } = this.known.rules;
    const many = this.atoms[atom]!.schools.length;
    const { unknowns, lens, far } = this;
    const count = (): Expression | undefined => (lens.counted ? unknowns.one(0, many) : undefined);
    const each = this.known.benefits.map(() => {
      const [consultations, pupils, contributors] = [unknowns.one(0, far), unknowns.one(0, far), count()];
      unknowns.say(minus(consultations, pupils), 0);
      if (contributors) {
        unknowns.gives(pupils, contributors, k);
        unknowns.gives(consultations, contributors, k);
      }
      return { consultations, pupils, contributors };
    });
    const [pools, pooling] = [unknowns.one(0, far), count()];
    if (pooling) unknowns.gives(pools, pooling, k);
    const numbers: Numbers = {
      consultations: [...each.map((one) => one.consultations), pools],
      pupils: each.map((one) => one.pupils),
      contributors: [...each.map((one) => one.contributors), pooling],
    };
    this.numbers.set(key, numbers);
    return numbers;
  }
}

const isInside = (inner: Row, outer: Row): boolean =>
  inner.region.startsWith(outer.region) && (outer.schoolType === '' || inner.schoolType === outer.schoolType);

/** Schools whose numbers nobody tells apart by the rows and versions they stand in; own schools are known. */
function atomsOf({ register, versions }: Known, { own, singles }: Lens): Atom[] {
  const atoms = new Map<string, { schools: Expected[]; states: (number | undefined)[] }>();
  for (const facts of register) {
    if (own?.some((reports) => reports.has(facts.school))) continue;
    let state = 0;
    const states = versions.map(({ reported, changed }, version) => {
      if (!reported.has(facts.school)) return undefined;
      const isSame =
        version > 0 && versions[version - 1]!.reported.has(facts.school) && !changed.has(facts.school);
      return isSame ? state : (state += 1);
    });
    if (states.every((one) => one === undefined)) continue;
    const alone = singles?.has(facts.school) === true ? facts.school : '';
    const key = `${facts.region.slice(0, 5)} ${facts.type} ${states.join()} ${alone}`;
    const atom = atoms.get(key);
    if (atom) atom.schools.push(facts);
    else atoms.set(key, { schools: [facts], states });
  }
  return [...atoms.values()];
}

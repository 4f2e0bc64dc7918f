/** `kanon program`: programs that report for many schools by a key of their own; beside the database. */
import { Programs } from '../../identity/programs.ts';
import { programKeyIn } from '../../identity/program-key.ts';
import { refusalOf } from '../../identity/account-refusals.ts';
import { Told } from '../../foundation/told.ts';
import { parseDay } from '../../rules/day.ts';
import { parseSchoolNumber } from '../../rules/school.ts';
import type { Boot } from '../../operations/boot.ts';
import { readBytes } from '../files/input.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { say, sayJson, tableLines } from '../terminal/terminal.ts';
import { Usage } from '../terminal/usage.ts';
import { HOST } from '../words/host-words.ts';
import { keyAdded, PROGRAM_HEAD, PROGRAM_WORDS, YES_NO } from '../words/program-words.ts';
import type { Desk } from '../words/words.ts';
import { administer } from './administer.ts';
import { operatorIn } from './administrator.ts';

export interface ProgramOptions {
  readonly office?: string;
  readonly owner?: string;
  readonly until?: string;
  readonly school?: readonly string[];
  readonly key?: string;
  readonly remove?: string;
  readonly operator?: string;
  readonly json?: true;
}

const KEY_BYTES = 16_384;
const MOST_YEARS = 2;

export async function program(
  [what, name, ...more]: readonly string[],
  options: ProgramOptions,
  boot: Boot,
  desk: Desk,
): Promise<number> {
  const use = (): never => {
    throw new Usage(PROGRAM_WORDS.use[desk.lang]);
  };
  if (more.length > 0) use();
  const { operator, key, remove, json, ...own } = options;
  const isOf = (...names: string[]): boolean =>
    Object.keys(own)
      .filter((one) => one !== 'lang')
      .every((one) => names.includes(one));
  const run = (work: (programs: Programs, admin: Parameters<Programs['list']>[0]) => Promise<void>) =>
    administer(boot, operatorIn(operator, desk), desk, ({ app }, admin) => work(app.get(Programs), admin));
  if (what === 'list' && name === undefined && isOf() && (key ?? remove) === undefined) {
    await run((programs, admin) => list(programs, admin, json, desk));
    return EXIT.done;
  }
  if (name === undefined || json) return use();
  if (what === 'close' && isOf() && (key ?? remove) === undefined) {
    await run((programs, admin) => programs.close(admin, name));
    say(PROGRAM_WORDS.closed[desk.lang]);
    return EXIT.done;
  }
  if (what === 'key' && isOf() && key === undefined && remove !== undefined) {
    await run((programs, admin) => programs.removeKey(admin, name, remove));
    say(PROGRAM_WORDS.removed[desk.lang]);
    return EXIT.done;
  }
  if (key === undefined || remove !== undefined) return use();
  const read = await keyIn(key, desk);
  if (what === 'key' && isOf()) await run((programs, admin) => programs.addKey(admin, name, read));
  else if (what === 'add') {
    const made = { name, ...newProgram(name, own, desk), key: read };
    await run((programs, admin) => programs.add(admin, made).catch(inWords));
  } else return use();
  say(keyAdded(name, read.kid)[desk.lang]);
  return EXIT.done;
}

/** What the database refuses, in words. */
function inWords(error: unknown): never {
  const sentence = refusalOf(error);
  throw sentence === undefined ? error : new Told(sentence, { cause: error });
}

function newProgram(
  name: string,
  { office, owner, until = '', school = [] }: ProgramOptions,
  { lang }: Desk,
) {
  if (!/^[a-z0-9][a-z0-9.-]{1,63}$/.test(name)) throw new Usage(HOST.accountName[lang]);
  const schools = school.map(parseSchoolNumber).filter((number) => number !== undefined);
  if (schools.length !== school.length || schools.length === 0) throw new Usage(HOST.accountSchools[lang]);
  const today = new Date().toISOString().slice(0, 10);
  const latest = `${Number(today.slice(0, 4)) + MOST_YEARS}${today.slice(4)}`;
  if (parseDay(until) === undefined || until < today || until > latest)
    throw new Usage(PROGRAM_WORDS.until[lang]);
  if (office === undefined || owner === undefined) throw new Usage(PROGRAM_WORDS.use[lang]);
  return { office, owner, until, schools };
}

async function keyIn(file: string, desk: Desk) {
  const text = Buffer.from(await readBytes(file, desk, KEY_BYTES)).toString('utf8');
  const read = await programKeyIn(text);
  if ('fault' in read) throw new Failure([PROGRAM_WORDS[read.fault][desk.lang]]);
  return read;
}

async function list(
  programs: Programs,
  admin: Parameters<Programs['list']>[0],
  json: true | undefined,
  { lang }: Desk,
): Promise<void> {
  const found = await programs.list(admin);
  if (json) {
    sayJson({ programs: found });
    return;
  }
  const [yes, no] = YES_NO[lang];
  const rows = found.map(({ name, office, owner, until, isOpen, schools, keys }) => [
    name,
    office,
    owner,
    until,
    isOpen ? yes : no,
    schools.join(' '),
    keys.join(' '),
  ]);
  for (const line of tableLines(
    PROGRAM_HEAD[lang],
    rows,
    rows[0]?.map(() => 'left') ?? PROGRAM_HEAD[lang].map(() => 'left'),
  ))
    say(line);
}

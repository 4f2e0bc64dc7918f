/** The built program as a person runs it: a process of its own, with these settings and no others. */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '../../src/access/actor.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import type { TestApp } from '../setup/app.ts';

const MAIN = fileURLToPath(new URL('../../dist/program/main.js', import.meta.url));
/** Bytes; a summary of all counties as JSON is some 200,000. */
const LONGEST = 16 * 1024 * 1024;

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `kanon` with these arguments; `input` is what stands on standard input, which is no terminal; `main` another program than the built one. */
export function kanon(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
  main = MAIN,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [main, ...args],
      { env: { PATH: process.env['PATH'] ?? '', TZ: 'Europe/Berlin', ...env }, maxBuffer: LONGEST },
      (error, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, out, err });
      },
    );
    // A command that is called wrongly may have ended before it is given anything to read.
    child.stdin?.on('error', () => undefined).end(input);
  });
}

/** The same at a terminal, where a person answers the first question; all that the terminal shows. */
export const kanonAtTerminal = (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  question: string,
  typed: string,
): Promise<{ code: number | null; shown: string }> => kanonInDialog(args, env, [[question, typed]]);

/** The same, where each question is answered when it has come, in this order. */
export function kanonInDialog(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  dialog: readonly (readonly [question: string, typed: string])[],
): Promise<{ code: number | null; shown: string }> {
  const command = [process.execPath, MAIN, ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    env: { PATH: process.env['PATH'] ?? '', TZ: 'Europe/Berlin', ...env },
  });
  let shown = '';
  let seen = 0;
  const left = [...dialog];
  child.stdout.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    const [question, typed] = left[0] ?? [];
    const at = question === undefined ? -1 : shown.indexOf(question, seen);
    if (question === undefined || at < 0) return;
    seen = at + question.length;
    left.shift();
    child.stdin.write(typed ?? '');
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, shown })));
}

export const PASSWORD = 'Zqx erfundenes Passwort 17';

/** An account that somebody can sign in to. */
export async function account(
  { app, admin }: TestApp,
  name: string,
  role: Role,
  scope: { region?: string; schools?: readonly string[] },
): Promise<void> {
  await app.get(Accounts).create(admin, [
    {
      name,
      role,
      office: `Erfundenes Amt ${name}`,
      password: PASSWORD,
      ...(scope.region ? { region: scope.region as RegionKey } : {}),
      schools: (scope.schools ?? []) as SchoolNumber[],
    },
  ]);
}

/** A folder for one test file, and files in it. */
export async function scratch() {
  const folder = await mkdtemp(join(tmpdir(), 'kanon-cli-'));
  return {
    at: (name: string) => join(folder, name),
    async file(name: string, content: string | Buffer): Promise<string> {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    },
    delete: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Part of every invented pseudonym, so that a test can see whether one got out. */
export const MARK = 'Zqx';

/** A sheet that does not say so could be one of several schemes. */
const SCHEME_LINE = '# Schema: but-counselling/1';

/** A tally sheet: so many invented children with one consultation each, per benefit; none of them asked twice. */
export function sheet(children: Readonly<Record<string, number>>): string {
  let serial = 0;
  const lines = Object.entries(children).flatMap(([benefit, count]) =>
    Array.from({ length: count }, () => `${MARK}${(serial += 1)},${benefit}`),
  );
  return [SCHEME_LINE, 'child,benefit', ...lines, ''].join('\n');
}

/** The worked example of the documents as a tally sheet: one child asked about lunch and about participation. */
export const EXAMPLE_SHEET = [
  SCHEME_LINE,
  'child,benefit',
  ...[1, 2, 3, 4, 5, 6, 7].flatMap((n) => [`${MARK}${n},LERNFOERDERUNG`, `${MARK}${n},LERNFOERDERUNG`]),
  ...[1, 2, 3, 4, 5].map((n) => `${MARK}${n},LERNFOERDERUNG`),
  ...['20,MITTAG', '20,MITTAG', '21,MITTAG', '22,MITTAG', '22,MITTAG', '23,MITTAG'].map((s) => MARK + s),
  ...['23,TEILHABE', '24,TEILHABE', '25,TEILHABE'].map((s) => MARK + s),
  '',
].join('\n');

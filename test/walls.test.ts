/** The walls of the house, torn down one by one in a scratch folder to see that each speaks up; and whole in the real tree. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const CRUISER = join(HERE, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const WALLS = join(HERE, '.dependency-cruiser.cjs');
const FOLDERS = ['src', 'test', 'migrations'];

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

/** What dependency-cruiser, run as in `npm run walls`, has to say about a folder laid out like this project. */
const cruise = (root: string, folders: readonly string[]): Promise<Cruise['summary']> =>
  new Promise((resolve, reject) => {
    const command = [CRUISER, '--config', WALLS, '--output-type', 'json', ...folders];
    execFile(process.execPath, command, { cwd: root, maxBuffer: 1 << 28 }, (_error, stdout, stderr) => {
      try {
        resolve((JSON.parse(stdout) as Cruise).summary);
      } catch (cause) {
        reject(new Error(stderr || 'dependency-cruiser said nothing', { cause }));
      }
    });
  });

/** [wall, file that breaks it, what it writes]; the reader of the list sees what is forbidden, and by which rule. */
const SABOTAGE: readonly (readonly [wall: string, file: string, text: string])[] = [
  // Floors: one import up or sideways from each.
  ['foundation-looks-down', 'src/foundation/http/edge.ts', `import '../../access/rights.ts';`],
  ['access-looks-down', 'src/access/rights-up.ts', `import '../identity/account.ts';`],
  ['formats-looks-down', 'src/formats/up.ts', `import '../identity/account.ts';`],
  ['audit-looks-down', 'src/audit/sideways.ts', `import '../identity/account.ts';`],
  ['identity-looks-down', 'src/identity/sideways.ts', `import '../reference/scheme.ts';`],
  ['identity-looks-down', 'src/identity/up.ts', `import '../collection/collect.ts';`],
  ['reference-looks-down', 'src/reference/sideways.ts', `import '../identity/account.ts';`],
  [
    'reference-looks-down',
    'src/reference/up.ts',
    `import type { T } from '../releases/publish.ts'; export type U = T;`,
  ],
  ['collection-looks-down', 'src/collection/up.ts', `export * from '../releases/publish.ts';`],
  [
    'releases-looks-down',
    'src/releases/up.ts',
    `export const late = () => import('../operations/metrics.ts');`,
  ],
  ['outcomes-looks-down', 'src/outcomes/sideways.ts', `import '../releases/publish.ts';`],
  ['operations-looks-down', 'src/operations/up.ts', `import '../portal/page.tsx';`],
  ['operations-looks-down', 'src/operations/roof.ts', `import '../app.module.ts';`],
  ['tables-looks-down', 'src/tables/up.ts', `import '../foundation/problem.ts';`],
  ['embedded-looks-down', 'src/embedded/sideways.ts', `import '../access/rights.ts';`],
  ['demo-looks-down', 'src/demo/up.ts', `import '../operations/metrics.ts';`],
  ['cli-looks-down', 'src/cli/up.ts', `import '../portal/page.tsx';`],
  ['portal-looks-down', 'src/portal/roof.ts', `import '../app.module.ts';`],
  ['every-room-has-a-floor', 'src/utils/helper.ts', `import '../rules/region.ts';`],
  ['every-room-has-a-floor', 'src/loose.ts', `import './rules/region.ts';`],
  // Circles, of values and of types; each is reported at one of its files.
  ['no-circles', 'src/collection/egg.ts', `import { hen } from './hen.ts'; export const egg = () => hen;`],
  ['no-circles', 'src/releases/noun.ts', `import type { Verb } from './verb.ts'; export type Noun = Verb[];`],
  // Pure rooms.
  ['pure-rooms-are-closed', 'src/rules/upwards.ts', `import '../foundation/problem.ts';`],
  [
    'pure-rooms-are-closed',
    'src/rules/typed.ts',
    `import type { T } from '../releases/publish.ts'; export type U = T;`,
  ],
  ['pure-rooms-are-closed', 'src/disclosure/program/package.ts', `import 'highs';`],
  [
    'pure-rooms-are-closed',
    'src/merkle/hash.ts',
    `import { createHash } from 'node:crypto'; export const h = createHash;`,
  ],
  ['pure-rooms-are-closed', 'src/merkle/file.ts', `import 'fs';`],
  ['pure-rooms-are-closed', 'src/rules/sly.ts', `export const fs = process.getBuiltinModule('node:fs');`],
  ['rules-use-only-disclosure', 'src/rules/proof.ts', `import '../merkle/tree.ts';`],
  [
    'disclosure-stands-alone',
    'src/disclosure/field.ts',
    `import type { T } from '../rules/region.ts'; export type U = T;`,
  ],
  ['tables-know-no-tree', 'src/tables/tree.ts', `import '../merkle/tree.ts';`],
  // Folders within a room: up, sideways, and the file beside them.
  ...Object.entries({
    'disclosure-problem': ['../program/solver.ts', '../search/suppression.ts'],
    'disclosure-program': ['../problem/table.ts'],
    'disclosure-table': ['../audit/whole.ts'],
    'disclosure-elimination': ['../table/grid.ts'],
    'disclosure-audit': ['../search/suppression.ts'],
    'disclosure-search': ['../proof/certificate.ts', '../disclosure.ts'],
    'disclosure-proof': ['../search/suppression.ts'],
    'disclosure-insiders': ['../disclosure.ts'],
    'cli-words': ['../terminal/say.ts'],
    'cli-terminal': ['../files/read.ts'],
    'cli-files': ['../service/ask.ts'],
    'cli-service': ['../commands/report.ts'],
    'cli-commands': ['../program.ts'],
  }).flatMap(([folder, imports]) =>
    imports.map((to): readonly [string, string, string] => [
      `${folder}-looks-down`,
      `src/${folder.replace('-', '/')}/against${to.replace(/[/.]+/g, '-')}.ts`,
      `import '${to}';`,
    ]),
  ),
  ['merkle-stands-alone', 'src/merkle/field.ts', `import '../disclosure/search/suppression.ts';`],
  // The portal.
  [
    'portal-is-a-guest',
    'src/portal/insider.tsx',
    `import type { T } from '../access/rights.ts'; export type U = T;`,
  ],
  // The package entry.
  ['client-looks-down', 'src/client/up.ts', `import '../portal/page.tsx';`],
  [
    'client-runs-anywhere',
    'src/client/insider.ts',
    `import type { T } from '../access/rights.ts'; export type U = T;`,
  ],
  ['client-runs-anywhere', 'src/client/file.ts', `import 'node:fs';`],
  ['client-runs-anywhere', 'src/client/package.ts', `import 'highs';`],
  // The offline verifier.
  ['verifier-looks-down', 'src/verifier/up.ts', `import '../access/rights.ts';`],
  ['verifier-stands-alone', 'src/verifier/package.ts', `import 'highs';`],
  ['verifier-stands-alone', 'src/verifier/field.ts', `import '../rules/region.ts';`],
  ['verifier-stands-alone', 'src/verifier/shared.ts', `import '../foundation/problem.ts';`],
  ['verifier-runs-anywhere', 'src/verifier/disk.ts', `import 'node:fs';`],
  [
    'verifier-runs-anywhere',
    'src/verifier/hurried.ts',
    `export const c = process.getBuiltinModule('node:crypto');`,
  ],
  // The witness.
  ['witness-looks-down', 'src/witness/up.ts', `import '../access/rights.ts';`],
  ['witness-stands-alone', 'src/witness/sideways.ts', `import '../foundation/problem.ts';`],
  [
    'witness-stands-alone',
    'src/witness/field.ts',
    `import type { T } from '../client/client.ts'; export type U = T;`,
  ],
  ['witness-stands-alone', 'src/witness/package.ts', `import 'highs';`],
  // The command line and the service.
  [
    'cli-knows-no-wire-shape',
    'src/cli/commands/shape.ts',
    `import type { T } from '../../collection/report.dto.ts'; export type U = T;`,
  ],
  ['cli-knows-no-wire-shape', 'src/cli/commands/rows.ts', `import '../../collection/report.store.ts';`],
  ['cli-knows-no-wire-shape', 'src/cli/files/handler.ts', `import '../../collection/report.controller.ts';`],
  ['cli-has-one-client', 'src/cli/service/second.ts', `import 'node:https';`],
  // Stores.
  ['stores-are-private', 'src/releases/reader.ts', `import '../collection/report.store.ts';`],
  [
    'stores-are-private',
    'src/collection/reader.ts',
    `import type { T } from '../reference/code-list.store.ts'; export type U = T;`,
  ],
  // The key to the data.
  [
    'only-the-transaction-mints',
    'src/foundation/database/forged.ts',
    `import { mint } from './tx.ts'; export const f = mint;`,
  ],
  [
    'only-the-transaction-mints',
    'src/access/forged.ts',
    `import { mint } from '../foundation/database/tx.ts'; export const f = mint;`,
  ],
  [
    'only-the-gate-opens-transactions',
    'src/collection/backdoor.ts',
    `import '../foundation/database/within.ts';`,
  ],
  [
    'only-the-gate-opens-transactions',
    'src/foundation/http/backdoor.ts',
    `import type { T } from '../database/within.ts'; export type U = T;`,
  ],
  [
    'unrecorded-in-named-places',
    'src/collection/silent.ts',
    `import '../foundation/database/unrecorded.ts';`,
  ],
  [
    'unrecorded-in-named-places',
    'src/identity/account-silent.ts',
    `import '../foundation/database/unrecorded.ts';`,
  ],
  ['database-behind-the-foundation', 'src/releases/pool.ts', `import pg from 'pg'; export const pool = pg;`],
  [
    'database-behind-the-foundation',
    'src/identity/entity.ts',
    `import type { T } from 'typeorm'; export type U = T;`,
  ],
  ['embedded-server-without-typeorm', 'src/embedded/source.ts', `import 'typeorm';`],
  ['migrations-stand-alone', 'migrations/2-codes.ts', `import '../src/rules/region.ts';`],
  // Packages, tests, leftovers.
  ['prepare-needs-nothing-installed', 'src/operations/prepare.mjs', `import 'highs';`],
  ['benchmarks-serve-nobody', 'test/chaos/load.ts', `import '../bench/scene.ts';`],
  ['production-without-tests', 'src/operations/demo-data.ts', `import '../../test/setup/cluster.ts';`],
  ['production-without-dev-packages', 'src/operations/fake.ts', `import 'fast-check';`],
  ['declared-packages', 'test/borrowed.test.ts', `import 'stowaway';`],
  ['resolvable', 'test/lost.test.ts', `import '../src/rules/nowhere.ts';`],
  ['no-orphans', 'src/collection/forgotten.ts', `export const nobody = 'asks for this';`],
];

/** The far halves of the two circles above. */
const ACCOMPLICES: Readonly<Record<string, string>> = {
  'src/collection/hen.ts': `import { egg } from './egg.ts'; export const hen = () => egg;`,
  'src/releases/verb.ts': `import type { Noun } from './noun.ts'; export type Verb = Noun[];`,
};

/** What the house allows, near each wall: none of it may be reported. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/main.ts': `import './app.module.ts'; import './foundation/problem.ts'; console.log('up');`,
  'src/app.module.ts': `import './collection/collect.ts'; import './collection/report.controller.ts'; import './releases/publish.ts'; import './identity/account.ts'; import './operations/metrics.ts';`,
  'src/portal/page.tsx': `import '../rules/region.ts'; import '../merkle/tree.ts'; import '../client/client.ts'; import 'highs';`,
  'src/verifier/main.ts': `import '../merkle/tree.ts'; import '../rules/canonical-json.ts'; import './bundle.ts'; import 'node:fs';`,
  'src/witness/round.ts': `import '../merkle/tree.ts'; import '../rules/region.ts'; import 'node:fs';`,
  'src/verifier/bundle.ts': `import '../merkle/tree.ts';`,
  'src/collection/report.dto.ts': `export type T = 1;`,
  'src/collection/report.controller.ts': `import './collect.ts'; import type { T } from './report.dto.ts'; export type U = T;`,
  'src/rules/canonical-json.ts': `export const canonical = 1;`,
  'src/client/client.ts': `import '../rules/region.ts'; export type T = 1;`,
  'src/operations/metrics.ts': `import '../releases/publish.ts'; import '../collection/collect.ts'; import '../access/rights.ts';`,
  'src/operations/health.ts': `import '../foundation/database/unrecorded.ts';`,
  'src/embedded/postgres.ts': `import 'pg'; import 'node:child_process';`,
  'src/releases/publish.ts': `import '../collection/collect.ts'; import '../disclosure/search/suppression.ts'; import 'highs'; export type T = 1;`,
  'src/collection/collect.ts': `import './report.store.ts'; import '../reference/scheme.ts'; import '../identity/account.ts';`,
  'src/collection/report.store.ts': `import type { Tx } from '../foundation/database/tx.ts'; export type Row = Tx;`,
  'src/identity/account.ts': `import '../access/rights.ts'; import './token-check.ts'; import './sign-in.ts';`,
  'src/identity/token-check.ts': `import '../foundation/database/unrecorded.ts';`,
  'src/identity/sign-in.ts': `import '../foundation/database/unrecorded.ts';`,
  'src/reference/scheme.ts': `import './code-list.store.ts'; import '../rules/region.ts';`,
  'src/reference/code-list.store.ts': `import '../foundation/database/unrecorded.ts'; export type T = 1;`,
  'src/audit/sequencer.ts': `import '../access/rights.ts'; import '../merkle/tree.ts'; import '../foundation/database/unrecorded.ts';`,
  'src/access/rights.ts': `import '../foundation/database/within.ts'; import '../merkle/tree.ts'; export type T = 1;`,
  'src/foundation/problem.ts': `import '../rules/region.ts';`,
  'src/foundation/database/tx.ts': `export interface Tx { a: 1 } export const mint = (): Tx => ({ a: 1 });`,
  'src/foundation/database/within.ts': `import 'pg'; import 'typeorm'; import { mint } from './tx.ts'; export type T = 1; export const w = mint;`,
  'src/foundation/database/unrecorded.ts': `import './within.ts';`,
  'src/foundation/database/migrate.ts': `import '../../../migrations/1-begin.ts'; import './within.ts';`,
  'src/rules/region.ts': `import '../disclosure/search/suppression.ts'; export type T = 1;`,
  'src/disclosure/search/suppression.ts': `import '../audit/whole.ts'; import '../problem/table.ts'; export const belowK = 1;`,
  'src/disclosure/problem/table.ts': `export const here = 1;`,
  'src/disclosure/program/solver.ts': `export const here = 1;`,
  'src/disclosure/table/grid.ts': `import '../problem/table.ts';`,
  'src/disclosure/audit/whole.ts': `import '../problem/table.ts'; import '../program/solver.ts';`,
  'src/disclosure/proof/certificate.ts': `import '../audit/whole.ts'; import '../table/grid.ts';`,
  'src/disclosure/disclosure.ts': `import './search/suppression.ts'; import './proof/certificate.ts';`,
  'src/cli/program.ts': `import './commands/report.ts'; import './words/en.ts';`,
  'src/cli/commands/report.ts': `import '../../collection/collect.ts'; import '../../witness/round.ts'; import '../service/ask.ts'; import '../files/read.ts'; import '../terminal/say.ts';`,
  'src/cli/service/ask.ts': `import '../files/read.ts'; import '../../client/client.ts';`,
  'src/cli/files/read.ts': `import '../terminal/say.ts';`,
  'src/cli/terminal/say.ts': `import '../words/en.ts';`,
  'src/cli/words/en.ts': `export const here = 1;`,
  'test/bench/scene.ts': `import '../setup/cluster.ts';`,
  'src/merkle/tree.ts': `export const root = 1;`,
  'migrations/1-begin.ts': `import 'typeorm';`,
  'test/setup/cluster.ts': `import '../../src/embedded/postgres.ts'; import 'pg';`,
  'test/rules/region.test.ts': `import '../../src/rules/region.ts'; import 'fast-check'; import '../../src/foundation/database/within.ts';`,
};

const PACKAGES = {
  dependencies: ['highs', 'pg', 'typeorm'],
  devDependencies: ['fast-check'],
  undeclared: ['stowaway'],
};

/** The allowed house and all sabotage in one tree: each piece of sabotage is a file of its own. */
async function build(root: string): Promise<void> {
  const versions = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const { dependencies, devDependencies, undeclared } = PACKAGES;
  const files: Record<string, string> = {
    'package.json': JSON.stringify({
      type: 'module',
      dependencies: versions(dependencies),
      devDependencies: versions(devDependencies),
    }),
    ...ALLOWED,
    ...ACCOMPLICES,
    ...Object.fromEntries(SABOTAGE.map(([, file, text]) => [file, text])),
  };
  for (const name of [...dependencies, ...devDependencies, ...undeclared]) {
    files[`node_modules/${name}/package.json`] = JSON.stringify({
      name,
      version: '1.0.0',
      exports: './index.js',
    });
    files[`node_modules/${name}/index.js`] = 'module.exports = {};';
  }
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), `${text}\n`);
  }
  await cp(join(HERE, 'tsconfig.json'), join(root, 'tsconfig.json'));
}

describe('the walls between the rooms', () => {
  let root: string;
  let said: Cruise['summary'];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'kanon-walls-'));
    await build(root);
    said = await cruise(root, FOLDERS);
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test.each(SABOTAGE)('%s stops %s', (wall, file) => {
    const walls = said.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);
    expect(walls).toContain(wall);
  });

  test('every wall has been attacked', () => {
    const attacked = new Set(SABOTAGE.map(([wall]) => wall));
    expect(said.ruleSetUsed.forbidden.map(({ name }) => name).filter((name) => !attacked.has(name))).toEqual(
      [],
    );
  });

  test('what the house allows is not reported', () => {
    expect(said.violations.filter(({ from }) => from in ALLOWED)).toEqual([]);
  });

  test('a room, a folder or a whole floor may be missing', async () => {
    await rm(join(root, 'src'), { recursive: true });
    await mkdir(join(root, 'src/merkle'), { recursive: true });
    await writeFile(join(root, 'src/main.ts'), 'export {};\n');
    expect((await cruise(root, ['src'])).violations).toEqual([]);
  });
});

describe('the house as it stands', () => {
  test('breaks no wall', async () => {
    const present = (await readdir(HERE)).filter((name) => FOLDERS.includes(name));
    const { violations, totalCruised } = await cruise(HERE, present);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(10);
  });
});

/** Walls inside a file, which imports do not show: eslint holds them. Each line is refused in `file` and fine in `butFineIn`. */
const PROSE: readonly (readonly [text: string, file: string, butFineIn: string])[] = [
  [`dataSource.query('SELECT 1');`, 'src/collection/a.service.ts', 'src/foundation/database/a.ts'],
  [`this.source.query('SELECT 1');`, 'src/access/a.ts', 'src/foundation/database/a.ts'],
  [`dataSource.getRepository(Report);`, 'src/releases/a.ts', 'src/foundation/database/a.ts'],
  [`dataSource.createQueryRunner();`, 'src/operations/a.ts', 'src/foundation/database/a.ts'],
  [`client.query('SELECT 1');`, 'src/identity/a.store.ts', 'src/embedded/postgres.ts'],
  [`const tx = {} as Tx;`, 'src/collection/a.service.ts', 'src/foundation/database/tx.ts'],
  [`const tx = {} as unknown as Tx;`, 'src/access/gate.ts', 'src/foundation/database/tx.ts'],
  [`const at = text as RegionKey;`, 'src/collection/a.controller.ts', 'src/rules/region.ts'],
  [`const at = text as unknown as SchoolNumber;`, 'src/tables/a.ts', 'src/rules/school.ts'],
  [`const at = text as PeriodKey;`, 'src/foundation/database/a.ts', 'src/rules/period.ts'],
  [`const at = <RegionKey>text;`, 'src/rules/a.ts', 'test/rules/region.test.ts'],
  [`const now = Date.now();`, 'src/rules/a.ts', 'src/collection/a.ts'],
  [`const now = new Date();`, 'src/merkle/a.ts', 'src/collection/a.ts'],
  [`const dice = Math.random();`, 'src/disclosure/a.ts', 'src/demo/demo.ts'],
  [`const place = process.env;`, 'src/rules/a.ts', 'src/foundation/settings.ts'],
  [`const bytes = Buffer.alloc(1);`, 'src/merkle/a.ts', 'src/access/a.ts'],
  [`console.log('a body');`, 'src/collection/a.ts', 'src/cli/kanon.ts'],
  [`const row = find()!;`, 'src/collection/a.ts', 'test/collection/a.ts'],
  [`export * from './report.ts';`, 'src/collection/a.ts', 'test/collection/a.ts'],
];

describe('the walls inside a file', () => {
  const RULES = [
    'no-restricted-syntax',
    'no-restricted-globals',
    'no-restricted-properties',
    'no-console',
    'max-lines',
  ];
  const eslint = new ESLint({
    cwd: HERE,
    // Without type information a file need not exist, and no wall here asks for it.
    overrideConfig: [tseslint.configs.disableTypeChecked],
  });
  const refusals = async (text: string, file: string): Promise<string[]> =>
    (await eslint.lintText(text, { filePath: join(HERE, file) }))
      .flatMap(({ messages }) => messages)
      .filter(({ ruleId, fatal }) => fatal === true || RULES.includes(ruleId ?? ''))
      .map(({ ruleId, message }) => ruleId ?? message);

  test.each(PROSE)('%j is refused in %s, not in %s', async (text, file, butFineIn) => {
    expect(await refusals(text, file)).not.toEqual([]);
    expect(await refusals(text, butFineIn)).toEqual([]);
  });

  test('a file of src/ ends at 300 lines, comments not counted', async () => {
    expect(await refusals('void 0;\n'.repeat(301), 'src/collection/a.ts')).toEqual(['max-lines']);
    expect(await refusals('void 0;\n'.repeat(300) + '// why\n'.repeat(50), 'src/collection/a.ts')).toEqual(
      [],
    );
  });

  test.each([
    `await tx.query({ text: 'SELECT 1' });`,
    `const row = rows[0]!;`,
    `const cell = cells.get(key)!;`,
  ])('%j is fine in a store', async (text) => {
    expect(await refusals(text, 'src/collection/report.store.ts')).toEqual([]);
  });
});

/**
 * The walls of the house: which file may import which. `npm run walls` checks them on the real tree,
 * and test/walls.test.ts tears each one down in a scratch folder to see that its rule speaks up.
 * Type-only imports count like any other: who knows a type, knows the room.
 */

/** The floors from the ground up. An import points down, never up and never sideways into another room. */
const FLOORS = [
  ['rules', 'disclosure', 'merkle'],
  ['tables'],
  ['foundation', 'verifier', 'witness', 'client'],
  ['access', 'embedded', 'formats'],
  ['audit', 'identity', 'reference'],
  ['collection'],
  ['releases', 'outcomes'],
  ['demo'],
  ['operations'],
  ['cli'],
  ['portal'],
];

/** Rooms without Nest, database, clock or I/O: values in, values out, in server, browser and command line. */
const PURE = [...FLOORS[0], ...FLOORS[1]];

/** The floors within two rooms, from the ground up: a folder of them may use those below it. */
const FOLDERS = {
  disclosure: [['problem', 'program'], ['table', 'elimination', 'audit'], ['search', 'proof'], ['insiders']],
  cli: [['words'], ['terminal'], ['files'], ['service'], ['commands']],
};

/** The only places that may touch the database without a line in the access log; each gives its reason there. */
const MAY_GO_UNRECORDED = [
  '^src/foundation/database/',
  '^src/access/',
  '^src/audit/',
  // Beside who somebody is: which key is ours, before anybody can ask.
  '^src/identity/(token|sign-in|sessions|own-password|known-keys|keyring|factors|once|administrators|mails|forgotten-passwords|unused-accounts|closed-names|reminders)[^/]*\\.ts$',
  '^src/reference/(reference|[^/]+\\.(store|service))\\.ts$',
  // It looks whether a release was asked for, every second; reading for one is recorded.
  '^src/releases/(publish|claim)\\.ts$',
  '^src/operations/health',
];

const rooms = (names) => `^src/(${names.join('|')})/`;
const DATABASE = '^src/foundation/database/';
/** Code that runs in production; tests may open every door. */
const OURS = '^(src|migrations)/';
/** A package, installed or not, or its types. */
const npm = (...names) => [`(^|/)node_modules/(@types/)?(${names.join('|')})/`, `^(${names.join('|')})(/|$)`];

/** One wall per floor above the ground: all that stands on a higher floor, or beside it on the same one, is out of reach. */
const floorWalls = FLOORS.slice(1).flatMap((floor, below) =>
  floor.map((room) => {
    const others = FLOORS.slice(below + 1)
      .flat()
      .filter((other) => other !== room);
    return {
      name: `${room}-looks-down`,
      comment: `${room}/ stands on floor ${below + 1}: it may not import its neighbours or what stands above it.`,
      severity: 'error',
      from: { path: rooms([room]) },
      to: { path: ['^src/[^/]+$', ...(others.length > 0 ? [rooms(others)] : [])] },
    };
  }),
);

/** Likewise within a room; the file beside its folders may use them all and is used by none of them. */
const folderWalls = Object.entries(FOLDERS).flatMap(([room, floors]) =>
  floors.flatMap((floor, below) =>
    floor.map((folder) => ({
      name: `${room}-${folder}-looks-down`,
      comment: `${room}/${folder}/ may use the folders of ${room}/ that stand below it, and none beside it or above.`,
      severity: 'error',
      from: { path: `^src/${room}/${folder}/` },
      to: {
        path: `^src/${room}/`,
        pathNot: `^src/${room}/(${[folder, ...floors.slice(0, below).flat()].join('|')})/`,
      },
    })),
  ),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...floorWalls,
    ...folderWalls,
    {
      name: 'every-room-has-a-floor',
      comment:
        'A new folder under src/ is no room until it has a floor in this file; beside the rooms stand only main.ts, application.ts and app.module.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: [rooms(FLOORS.flat()), '^src/(main|application|app\\.module)\\.ts$'] },
      to: {},
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one idea, or hide a third. Circles of types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure-rooms-are-closed',
      comment:
        'rules/, disclosure/, merkle/ and tables/ import no room above, no npm package and nothing of Node.',
      severity: 'error',
      from: { path: rooms(PURE) },
      to: { pathNot: rooms(PURE), couldNotResolve: false },
    },
    {
      name: 'rules-use-only-disclosure',
      comment: 'Of the pure rooms, rules/ may use disclosure/ alone.',
      severity: 'error',
      from: { path: rooms(['rules']) },
      to: { path: rooms(['merkle', 'tables']) },
    },
    {
      name: 'disclosure-stands-alone',
      comment: 'disclosure/ knows counts and bounds, no word of the field: it imports nothing of ours.',
      severity: 'error',
      from: { path: rooms(['disclosure']) },
      to: { path: rooms(['rules', 'merkle', 'tables']) },
    },
    {
      name: 'merkle-stands-alone',
      comment: 'merkle/ is RFC 6962 and nothing else: it imports nothing of ours.',
      severity: 'error',
      from: { path: rooms(['merkle']) },
      to: { path: rooms(['rules', 'disclosure', 'tables']) },
    },
    {
      name: 'tables-know-no-tree',
      comment: 'Of the pure rooms, tables/ may use rules/ and disclosure/: a release is no entry of the log.',
      severity: 'error',
      from: { path: rooms(['tables']) },
      to: { path: rooms(['merkle']) },
    },
    {
      name: 'portal-is-a-guest',
      comment:
        'The web client knows the REST API, the pure rooms it shares with the server, and the verifier, which shares nothing with it.',
      severity: 'error',
      from: { path: rooms(['portal']) },
      to: { path: '^(src|migrations)/', pathNot: rooms(['portal', 'client', 'verifier', ...PURE]) },
    },
    {
      name: 'client-runs-anywhere',
      comment:
        'client/ is the package entry for browsers too: the pure rooms, no npm package and nothing of Node.',
      severity: 'error',
      from: { path: rooms(['client']) },
      to: { pathNot: rooms(['client', ...PURE]), couldNotResolve: false },
    },
    {
      name: 'verifier-stands-alone',
      comment:
        'verifier/ checks the service, so it shares nothing with it but the tree and canonical JSON; and it needs Node alone.',
      severity: 'error',
      from: { path: rooms(['verifier']) },
      to: {
        pathNot: [rooms(['verifier', 'merkle']), '^src/rules/canonical-json\\.ts$'],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'verifier-runs-anywhere',
      comment:
        'A browser can run the verifier: of its files, those that read files of the disk and those that ask the crypto of Node are the only ones that know Node.',
      severity: 'error',
      from: { path: rooms(['verifier']), pathNot: '^src/verifier/(main|verify-file|node-crypto)\\.ts$' },
      to: { pathNot: [rooms(['verifier', 'merkle']), '^src/rules/canonical-json\\.ts$'] },
    },
    {
      name: 'witness-stands-alone',
      comment:
        'witness/ watches the service from elsewhere: the tree, the rules and Node are all it needs; words, keys and the service are handed in.',
      severity: 'error',
      from: { path: rooms(['witness']) },
      to: { pathNot: rooms(['witness', 'merkle', 'rules']), dependencyTypesNot: ['core'] },
    },
    {
      name: 'cli-knows-no-wire-shape',
      comment:
        'The command line asks a service through client/ and takes its shapes from there: no DTO, controller or store of a room.',
      severity: 'error',
      from: { path: rooms(['cli']) },
      to: { path: '\\.(dto|controller|store)\\.ts$' },
    },
    {
      name: 'cli-has-one-client',
      comment:
        'What the command line sends goes through client/: no HTTP of its own (eslint refuses it fetch). One file waits on loopback for a browser.',
      severity: 'error',
      from: { path: rooms(['cli']), pathNot: '^src/cli/service/browser-sign-in\\.ts$' },
      to: { path: ['^(node:)?(http|https|http2|net|tls)$', ...npm('undici', 'axios', 'got', 'node-fetch')] },
    },
    {
      name: 'stores-are-private',
      comment: 'The SQL of a room is its own: other rooms ask its services, never its *.store.ts.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/.*\\.store\\.ts$', pathNot: '^src/$1/' },
    },
    {
      name: 'only-the-transaction-mints',
      comment:
        'A Tx is made in within.ts alone; everybody else may name its type (import type), not make one.',
      severity: 'error',
      from: { path: OURS, pathNot: `${DATABASE}within\\.ts$` },
      to: { path: `${DATABASE}tx\\.ts$`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-gate-opens-transactions',
      comment:
        'within.ts hands out transactions; only access/ may ask it, so no row moves without a line in the access log.',
      severity: 'error',
      from: { path: OURS, pathNot: [DATABASE, rooms(['access'])] },
      to: { path: `${DATABASE}within\\.ts$` },
    },
    {
      name: 'unrecorded-in-named-places',
      comment:
        'Database work without a log entry is the exception: its places are listed at the top of this file.',
      severity: 'error',
      from: { path: OURS, pathNot: MAY_GO_UNRECORDED },
      to: { path: `${DATABASE}unrecorded\\.ts$` },
    },
    {
      name: 'database-behind-the-foundation',
      comment: 'No DataSource, repository or pool outside foundation/database and the migrations.',
      severity: 'error',
      from: { path: OURS, pathNot: [DATABASE, '^migrations/', '^src/embedded/'] },
      to: { path: npm('typeorm', '@nestjs/typeorm', 'pg', 'pg-[^/]+') },
    },
    {
      name: 'embedded-server-without-typeorm',
      comment: 'The launcher of the embedded PostgreSQL speaks to it through pg alone.',
      severity: 'error',
      from: { path: '^src/embedded/' },
      to: { path: npm('typeorm', '@nestjs/typeorm') },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration must still run when the code has moved on: it imports nothing from src/.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^src/' },
    },
    {
      name: 'prepare-needs-nothing-installed',
      comment: 'src/operations/prepare.mjs runs before the first npm install: Node built-ins only.',
      severity: 'error',
      from: { path: '^src/operations/prepare\\.mjs$' },
      to: { dependencyTypesNot: ['core'] },
    },
    {
      name: 'benchmarks-serve-nobody',
      comment: 'test/bench/ is a programme of its own: no other folder of tests imports it.',
      severity: 'error',
      from: { path: '^test/', pathNot: '^test/bench/' },
      to: { path: '^test/bench/' },
    },
    {
      name: 'production-without-tests',
      comment: 'What runs in production imports nothing from test/.',
      severity: 'error',
      from: { path: OURS },
      to: { path: '^test/' },
    },
    {
      name: 'production-without-dev-packages',
      comment:
        'What runs in production needs no devDependency. The portal is built before it runs, and bundle.mjs and portal.mjs are what builds.',
      severity: 'error',
      from: { path: OURS, pathNot: [rooms(['portal']), '^src/operations/(bundle|portal)\\.mjs$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
    {
      name: 'declared-packages',
      comment: 'A package that package.json does not name may vanish with the next install.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that imports nobody is forgotten; entry points are none.',
      severity: 'error',
      from: {
        path: OURS,
        orphan: true,
        pathNot: [
          '^src/main\\.ts$',
          '\\.d\\.ts$',
          '^src/operations/(prepare|package|portal)\\.mjs$',
          '^src/portal/frame/(paths|worker)\\.ts$',
        ],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|reports|\\.data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'require', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

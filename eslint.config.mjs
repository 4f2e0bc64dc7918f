/** What tsc does not see: promises left floating, holes in a switch, and the walls inside a file. */
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Node's globals in the few plain scripts; TypeScript checks its own files. */
const NODE = Object.fromEntries(
  [
    'console',
    'process',
    'URL',
    'Buffer',
    'setTimeout',
    'clearTimeout',
    'fetch',
    'AbortSignal',
    'performance',
  ].map((name) => [name, 'readonly']),
);

/** Habits of the house, everywhere in src/. */
const HABITS = [
  {
    selector: 'ExportAllDeclaration',
    message: 'No barrel files: name what you export, and import it from the file that holds it.',
  },
  {
    selector: 'CallExpression[callee.name="forwardRef"]',
    message: 'A forwardRef hides a circle between two rooms.',
  },
  {
    selector:
      'TSNonNullExpression:not([expression.type="MemberExpression"][expression.computed=true]):not([expression.callee.property.name="get"])',
    message:
      'A `!` stands only behind an index or a Map that this code has filled; elsewhere say what happens when the value is missing.',
  },
  {
    selector: 'MemberExpression[object.name="Scope"][property.name=/^(REQUEST|TRANSIENT)$/]',
    message: 'No request scope: what belongs to a request travels as an argument.',
  },
];

/** A key is what its parse function read; whoever casts one into being has read nothing. */
const KEYS_ARE_PARSED = [
  {
    selector:
      ':matches(TSAsExpression, TSTypeAssertion) > TSTypeReference > Identifier[name=/^(RegionKey|SchoolNumber|PeriodKey)$/]',
    message:
      'A key comes from its parse function in rules/, or from the class of a path or query; text of our own goes through regionKey, schoolNumber or periodKey.',
  },
];

/** No row moves without a Tx, and a Tx is made in one place. */
const ONLY_THROUGH_TX = [
  {
    selector: 'CallExpression[callee.property.name="query"]:not([callee.object.name="tx"])',
    message:
      'Statements run on a Tx, and a Tx is called tx; no DataSource, pool or client outside foundation/database.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(getRepository|getTreeRepository|createQueryBuilder|createQueryRunner|createEntityManager)$/]',
    message: 'No repository, query builder or query runner: stores write their SQL on a Tx.',
  },
  {
    selector: ':matches(TSAsExpression, TSTypeAssertion) > TSTypeReference > Identifier[name="Tx"]',
    message: 'A Tx is handed out by the gate; a cast would forge one.',
  },
];

/** Words that a pure room does not know: the clock, chance, the machine. Values in, values out. */
const IMPURE = {
  'no-restricted-globals': [
    'error',
    ...[
      'process',
      'Buffer',
      'console',
      'fetch',
      'performance',
      'require',
      'global',
      'globalThis',
      'window',
      'document',
      'navigator',
      'localStorage',
      'setTimeout',
      'setInterval',
      'setImmediate',
      'queueMicrotask',
    ].map((name) => ({
      name,
      message: 'A pure room takes values and returns values; hand it in as an argument.',
    })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'No clock in a pure room: the time is an argument.' },
    { object: 'Math', property: 'random', message: 'No chance in a pure room: hand in the numbers.' },
    {
      object: 'crypto',
      property: 'getRandomValues',
      message: 'No chance in a pure room: hand in the bytes.',
    },
    { object: 'crypto', property: 'randomUUID', message: 'No chance in a pure room: hand in the id.' },
  ],
};
const NO_CLOCK = [
  {
    selector:
      ':matches(NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"])',
    message: 'No clock in a pure room: the time is an argument.',
  },
];

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'reports/', '.data/', '.stryker-tmp/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { ...NODE, module: 'writable', require: 'readonly' } },
  },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // HABITS allow it behind an index or a Map, and nowhere else.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A Nest module is an empty class under a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An empty text counts as missing: `||` says so.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // A wire shape is a class for OpenAPI's sake; a handler answers with a plain object of that shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // It also refuses the step of a for loop.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // `Tx['query']<Row>` names what it returns, and nothing else can.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['src/**'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...HABITS, ...KEYS_ARE_PARSED, ...ONLY_THROUGH_TX],
    },
  },
  {
    // Those who speak to a person at a terminal.
    files: ['src/operations/**', 'src/cli/**', 'src/demo/**', 'src/embedded/**', 'src/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/cli/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'The command line asks a service through client/.' },
      ],
    },
  },
  {
    // Those who hold the connection itself.
    files: ['src/foundation/database/**', 'src/embedded/**'],
    rules: { 'no-restricted-syntax': ['error', ...HABITS, ...KEYS_ARE_PARSED] },
  },
  {
    // The statuses of the solver are its own; a new one is `default`, not a hole in ours.
    files: ['src/foundation/highs.ts'],
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/rules/**', 'src/disclosure/**', 'src/merkle/**', 'src/tables/**'],
    rules: {
      ...IMPURE,
      'no-restricted-syntax': ['error', ...HABITS, ...KEYS_ARE_PARSED, ...ONLY_THROUGH_TX, ...NO_CLOCK],
    },
  },
  {
    // Those who read the keys.
    files: ['src/rules/region.ts', 'src/rules/school.ts', 'src/rules/period.ts'],
    rules: { 'no-restricted-syntax': ['error', ...HABITS, ...ONLY_THROUGH_TX, ...NO_CLOCK] },
  },
  {
    // Tests read answers as they come, and know what they put in.
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // Parsed answers are any: a test says what it expects of them.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);

/**
 * Module hook that changes the built transaction while it is loaded: worse, for a control that must fail, or with
 * shorter limits. A change that does not find the words it replaces ends the process, so that no control rots into the
 * program itself.
 */
import { readdirSync, readFileSync } from 'node:fs';

const PROGRAM = new URL('../../dist/program/', import.meta.url);

/** How the bundle of the program marks where the transaction begins. */
const WITHIN = '// dist/src/foundation/database/within.js\n';

/** Per change: words of within.js, and what stands there instead. */
const CHANGES = {
  /** The answer leaves before COMMIT, which follows a moment later. */
  early: [
    ["client.query('COMMIT')]", "{ command: 'COMMIT' }]"],
    [
      'release(broken[0] ?? doubt);',
      "setTimeout(() => client.query('COMMIT').then(() => release(), (error) => release(error)), 300);",
    ],
  ],
  /** The server decides whether a commit outlives it. */
  'server-decides': [["ELSE 'on' END", "ELSE current_setting('synchronous_commit') END"]],
  /** Whoever stands still in a transaction loses it after a second, not after twenty. */
  'short-idle': [["idle_in_transaction_session_timeout: '20s'", "idle_in_transaction_session_timeout: '1s'"]],
};

/** The file of the program that holds the transaction, and what it becomes. */
let changed = { url: '', source: '' };

export function initialize(names) {
  const wanted = names.flatMap((name) => CHANGES[name] ?? [[`a change called ${name}`, '']]);
  const files = readdirSync(PROGRAM).filter((name) => name.endsWith('.js'));
  for (const { href } of files.map((name) => new URL(name, PROGRAM))) {
    const text = readFileSync(new URL(href), 'utf8');
    if (text.includes(WITHIN)) changed = { url: href, source: wanted.reduce(replaced, text) };
  }
  if (changed.url === '') throw new Error('chaos: no file of dist/program holds within.js');
}

/** The bundle writes strings in double quotes, where the source may have single ones. */
function replaced(text, [from, to]) {
  const found = [from, from.replaceAll("'", '"')].find((words) => text.includes(words));
  if (found === undefined) throw new Error(`chaos: within.js does not hold ${from}`);
  return text.replace(found, () => to);
}

export function load(url, context, next) {
  if (url !== changed.url) return next(url, context);
  return { format: 'module', source: changed.source, shortCircuit: true };
}

/**
 * Module hook that changes the built transaction while it is loaded: worse, for a control that must fail, or with
 * shorter limits. A change that does not find the words it replaces ends the process, so that no control rots into the
 * program itself.
 */
import { readFile } from 'node:fs/promises';

const WITHIN = /\/dist\/src\/foundation\/database\/within\.js$/;

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

let names = [];

export function initialize(given) {
  names = given;
}

export async function load(url, context, next) {
  if (!WITHIN.test(url)) return next(url, context);
  const wanted = names.flatMap((name) => CHANGES[name] ?? [[`a change called ${name}`, '']]);
  const source = wanted.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`chaos: within.js does not hold ${from}`);
      return text.replace(from, () => to);
    },
    await readFile(new URL(url), 'utf8'),
  );
  return { format: 'module', source, shortCircuit: true };
}

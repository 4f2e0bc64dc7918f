/**
 * Loads the built program with one protection changed, so that `shown` can tell its price. These are hooks of
 * `module.register`: a line of a built file is replaced by another one. Nothing of this is in the program.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const THIRD_RULE = 'hasKnownContributors(value, reporting, minimumSchools, k, width)';
const LEAST_BY_AMOUNTS =
  'Math.ceil((minimumSchools * ((minimumSchools - 1) * k + width)) / (minimumSchools - 1))';
const ADDED_ROWS = 'for (const [total, parts] of sumsOf(one.rows))';

/** Per name: file below dist/src, what stands there once, and what stands there instead. */
export const CHANGES = {
  'third primary rule': [['tables/table.js', THIRD_RULE, 'false']],
  'rule on amounts': [
    [
      'tables/table.js',
      THIRD_RULE,
      'Math.min(value - contributing * k, value - Math.max(...amounts) - (contributing - 1) * k) < width',
    ],
    // Known not to be sensitive, a cell is 21 at least: three contributors, the largest of them v / 3 or more.
    ['tables/row-system.js', 'k * minimumSchools + more', LEAST_BY_AMOUNTS],
    ['tables/public-domain.js', 'k * minimumSchools + (isOneMore ? width : 0)', LEAST_BY_AMOUNTS],
  ],
  'inner cells': [
    ['tables/table.js', THIRD_RULE, 'false'],
    [
      'tables/table-problem.js',
      ADDED_ROWS,
      `one.rows.forEach((row, at) => {
        const members = respondents[version][at];
        if (isPublished(row) || members.length < 2 || members.length > 4) return;
        system.sum(rows[at], members.map((member) => system.row('school ' + member.school, [member], { kind: 'inner' })));
      });
      ${ADDED_ROWS}`,
    ],
  ],
  'totals first': [['tables/table.js', 'TOTAL_FIRST[levelOf(row.region)]', '1']],
  'merged rows': [['tables/table.js', 'rowsOf(schools, policy.minimumSchools)', 'rowsOf(schools, 1)']],
  'pending rows': [
    [
      'tables/table.js',
      'contributorsAmong(respondents[row]) < policy.minimumSchools',
      'respondents[row].length === 0',
    ],
  ],
  // Of corrections, not of a first release: each is taken over, however few stand beside it.
  'changes of three': [['tables/corrections.js', 'contributors.size < input.policy.minimumSchools', 'false']],
  'causes known': [
    ['tables/row-system.js', 'this.raiseFloors();', ''],
    ['tables/public-domain.js', 'lower[left] = k * minimumSchools + (isOneMore ? width : 0);', ''],
  ],
};

let changes = [];

export function initialize(name) {
  if (!(name in CHANGES))
    throw new Error(`There is no protection ${name}; known are ${Object.keys(CHANGES).join(', ')}.`);
  changes = CHANGES[name];
}

export async function load(url, context, next) {
  const wanted = changes.filter(([file]) => url.endsWith(`/dist/src/${file}`));
  if (wanted.length === 0) return next(url, context);
  let source = await readFile(fileURLToPath(url), 'utf8');
  for (const [file, old, other] of wanted) {
    if (source.split(old).length !== 2) throw new Error(`${file} does not have this once: ${old}`);
    source = source.replace(old, () => other);
  }
  return { format: 'module', source, shortCircuit: true };
}

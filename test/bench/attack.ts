/** Attackers of their own kind on small worlds and on the real register: how close each comes to suppressed values. */
import { highsSolver } from '../../src/foundation/highs.ts';
import { ATTACKS } from '../attack/attacks.ts';
import { USUAL, type Effort } from '../attack/intervals.ts';
import { together, type Verdict } from '../attack/judge.ts';
import { HOLES } from '../attack/planted-holes.ts';
import { registerWorld } from '../attack/register-world.ts';
import { released, sceneOf, type Scene } from '../attack/scene.ts';
import { smallWorld } from '../attack/worlds.ts';
import type { Options } from './options.ts';
import { releasedAlone } from './shown.ts';
import { markdownTable } from './statistics.ts';

/** The register is too large for whole numbers all over: they are asked for only in what is cut out. */
const LARGE: Effort = { nodes: 200, rounds: 6, whole: 600, isCounted: true, reporters: 50 };

interface Line {
  readonly verdicts: Verdict[];
  seconds: number;
}

/** --worlds, --seed, --loads (`none` for no register), --parts for some attackers only. */
export async function attack(options: Options): Promise<string[]> {
  const solver = await highsSolver();
  const names = Object.keys(ATTACKS).filter(
    (name) => options.parts.length === 0 || options.parts.includes(name),
  );
  const lines = new Map<string, Line>();
  const told: string[] = [];
  const let1 = (on: string, name: string, scene: Scene, effort: Effort): void => {
    const line = lines.get(`${on}|${name}`) ?? { verdicts: [], seconds: 0 };
    lines.set(`${on}|${name}`, line);
    const before = process.cpuUsage();
    const verdict = ATTACKS[name]!(scene, solver, effort);
    const { user, system } = process.cpuUsage(before);
    line.seconds += (user + system) / 1e6;
    line.verdicts.push(verdict);
    for (const { what, low, high } of verdict.narrow.slice(0, 1)) told.push(`${scene.name}, ${name}: ${what} in [${low}, ${high}]`); // prettier-ignore
  };
  let unpublished = 0;
  for (let at = 0; at < options.worlds; at++) {
    if (at % 20 === 0) console.error(`attacking small world ${at + 1} of ${options.worlds}`);
    const scene = await released(smallWorld(options.seed + at, 1 + (at % 3)), solver);
    if (!scene) unpublished += 1;
    else for (const name of names) let1('small worlds', name, scene, USUAL);
  }
  for (const load of options.loads.filter((one) => one !== 'none')) {
    console.error(`attacking the register at ${load}`);
    const world = registerWorld(load, 'policy', options.seed, ['corrections']);
    const history = (await releasedAlone(world)).flatMap(({ rows, reports }) => (rows ? [{ schools: world.schools, reports, rows }] : [])); // prettier-ignore
    const scene = sceneOf(world, history);
    for (const name of names) let1(`register, ${load}`, name, scene, LARGE); // prettier-ignore
  }
  const found = (name: string): string => (ATTACKS[name]!(HOLES[name]!(), solver).exact > 0 ? 'yes' : 'NO');
  return [
    ...markdownTable(
      [
        'on',
        'attacker',
        'targets',
        'narrower than the width',
        'exact',
        'wide by fractions only',
        'not settled',
        'planted hole found',
        'CPU s',
      ],
      [...lines].map(([key, { verdicts, seconds }]) => {
        const { targets, narrow, exact, open, byFractions } = together(verdicts);
        const [on, name] = key.split('|') as [string, string];
        return [
          on,
          name,
          ...[targets, narrow.length, exact, byFractions, open].map(String),
          found(name),
          seconds.toFixed(0),
        ];
      }),
    ),
    '',
    `Small worlds from seed ${options.seed}; of ${unpublished} nothing could be released. Reporters that attack: ${USUAL.reporters} a`,
    `small world, ${LARGE.reporters} on the register, those among the fewest first; the register in its first release and after 40`,
    `corrections. Wide is what two whole tables show; in parts of more than ${USUAL.whole} unknowns (register: ${LARGE.whole}) also what`,
    'lies three times the width apart in fractions, which the column counts.',
    ...told.slice(0, 20).map((line) => `- ${line}`),
  ];
}

/** Where a table comes from, and its way into docs/benchmarks.md. */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { inRepository } from '../setup/children.ts';

/** One line: cores, memory, versions, commit, and how busy the machine is right now. */
export function machine(): string {
  const [{ model } = { model: 'unknown' }] = cpus();
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: inRepository(''), encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', 'src', 'migrations') === '' ? '' : ' with changes';
  const facts = [
    `${cpus().length} cores (${model.trim()})`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `Node ${process.versions.node}`,
    `load ${loadavg()[0]!.toFixed(1)} before the start`,
    `commit ${git('rev-parse', '--short', 'HEAD')}${changed}`,
    new Date().toISOString().slice(0, 10),
  ];
  return `Measured on ${facts.join(', ')}.`;
}

/** Puts the lines between the marks of that name; throws where the document has none. */
export async function writeSection(name: string, lines: readonly string[]): Promise<void> {
  const file = inRepository('docs/benchmarks.md');
  const text = await readFile(file, 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no place marked ${begin}.`);
  await writeFile(file, `${text.slice(0, from + begin.length)}\n\n${lines.join('\n')}\n\n${text.slice(to)}`);
}

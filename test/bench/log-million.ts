/** A bundle of very many entries, generated as docs/access-log.md says, and the one-file verifier timed on it. */
import { spawn } from 'node:child_process';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type FileHandle, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TAR_END, tarFile } from '../../src/foundation/http/tar.ts';
import { formatCheckpoint } from '../../src/merkle/checkpoint.ts';
import { append, type Edge, EMPTY_EDGE, rootOf } from '../../src/merkle/edge.ts';
import { leafHash } from '../../src/merkle/hash.ts';
import { formatVerifierKey } from '../../src/merkle/keys.ts';
import { formatNote } from '../../src/merkle/note.ts';
import { sign } from '../../src/merkle/signatures.ts';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import { sha256, signing } from '../merkle/primitives.ts';
import { keyOf, publicOf } from '../verifier/invented-log.ts';
import { inRepository } from '../setup/children.ts';
import type { Row } from './log-row.ts';
import type { Options } from './options.ts';

const KEY = keyOf('kanon.example/log/05');
const PER_FILE = 2_000;
/** As at 500 accesses a second. */
const PER_CHECKPOINT = 500;
const START = Date.UTC(2026, 0, 1);
/** Bytes of the bundle at which the control changes one, from its end. */
const NEAR_THE_END = 100_000;

export async function million({ entries }: Options): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'kanon-bench-'));
  try {
    const file = join(folder, 'bundle.tar');
    await writeFile(join(folder, 'log.vkey'), `${formatVerifierKey(publicOf(KEY))}\n`);
    await generate(file, entries);
    const { size } = await stat(file);
    const sound = await timed(folder, file);
    if (sound.code !== 0) throw new Error(`the bundle does not hold:\n${sound.said}`);
    if (!sound.said.includes(`: ${entries} entries`)) throw new Error(`not all was read:\n${sound.said}`);
    // The control: one letter of one entry.
    const tar = await open(file, 'r+');
    await changeOffice(tar, Math.max(0, size - NEAR_THE_END));
    await tar.close();
    const changed = await timed(folder, file);
    if (changed.code !== 1) throw new Error('the control was not found');
    const figure = `${sound.seconds.toFixed(1)} s, ${sound.cpu.toFixed(1)} CPU s, ${sound.megabytes.toFixed(0)} MB`;
    return {
      what: `${entries.toLocaleString('en-US')} entries verified offline (${(size / 1e6).toFixed(0)} MB): time, CPU, peak memory`,
      figure,
      goal: 'at most 60 s, 1 GiB',
      reached: sound.seconds <= 60 && sound.megabytes <= 1024,
      control: 'one letter of one entry changed: found',
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function generate(file: string, count: number): Promise<void> {
  const tar = await open(file, 'w');
  try {
    const manifest = canonicalJson({
      ...{ tenant: '05', created: '2026-11-01T00:00:00.000Z', months: 12, leavesPerFile: PER_FILE },
      ...{
        from: '2026-01-01T00:00:00.000Z',
        to: '2026-11-01T00:00:00.000Z',
        deleteBy: '2090-01-01T00:00:00.000Z',
      },
      trees: [
        {
          ...{ number: 1, origin: KEY.name, key: formatVerifierKey(publicOf(KEY)), first: 0, end: count },
          ...{ since: '2026-01-01T00:00:00.000Z', edge: [] },
        },
      ],
    });
    await tar.write(fileOf('manifest.note', signed(`kanon-bundle/1\n${manifest}\n`)));
    let edge = EMPTY_EDGE;
    for (let first = 0, part = 1; first < count; first += PER_FILE, part++)
      edge = await writePart(tar, edge, part, count);
    await tar.write(TAR_END);
  } finally {
    await tar.close();
  }
}

/** One run of leaves: two files. */
async function writePart(tar: FileHandle, edge: Edge, part: number, count: number): Promise<Edge> {
  const lines: string[] = [];
  const notes: string[] = [];
  const end = Math.min(edge.size + PER_FILE, count);
  let grown = edge;
  while (grown.size < end) {
    const leaves: Uint8Array[] = [];
    for (let index = grown.size; index < Math.min(end, grown.size + PER_CHECKPOINT); index++) {
      const { leaf, line } = leafAt(index);
      leaves.push(leaf);
      lines.push(line);
    }
    ({ edge: grown } = append(sha256, grown, leaves));
    const text = formatCheckpoint({ origin: KEY.name, size: grown.size, root: rootOf(sha256, grown) });
    notes.push(canonicalJson({ note: signed(text) }));
  }
  const name = `tree-1/${String(part).padStart(6, '0')}`;
  await tar.write(fileOf(`${name}-checkpoints.ndjson`, notes.map((line) => `${line}\n`).join('')));
  await tar.write(fileOf(`${name}-entries.ndjson`, lines.map((line) => `${line}\n`).join('')));
  return grown;
}

/** A line like one of a summary that was read. */
function leafAt(index: number): { leaf: Uint8Array; line: string } {
  const entry = {
    ...{
      version: 'kanon-entry/1',
      tenant: '05',
      id: randomUUID(),
      at: new Date(START + index * 20).toISOString(),
    },
    ...{
      account: randomUUID(),
      system: null,
      office: `Erfundenes Amt ${index % 50}`,
      role: 'district',
      scope: '051',
    },
    ...{ action: 'summary.read', region: '051', school: null, period: '2026-Q1', release: randomUUID() },
    ...{
      releaseVersion: 1,
      level: 'county',
      by: null,
      dryRun: false,
      purpose: 'PLANNING',
      decision: 'allowed',
    },
    ...{ rules: [], policy: 1, token: randomUUID(), commitment: null },
  };
  const key = randomBytes(32);
  const commitment = createHmac('sha256', key).update(canonicalJson(entry)).digest();
  const leaf = leafHash(sha256, Buffer.concat([Buffer.from('kanon-entry/1\n'), commitment]));
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return { leaf, line: canonicalJson({ entry, index, key: base64(key), leaf: base64(leaf) }) };
}

const signed = (text: string): string => formatNote({ text, signatures: [sign(signing, KEY, text)] });
const fileOf = (name: string, text: string): Buffer => tarFile(name, new Date(0), Buffer.from(text));

async function changeOffice(tar: FileHandle, from: number): Promise<void> {
  const { buffer, bytesRead } = await tar.read(Buffer.alloc(NEAR_THE_END), 0, NEAR_THE_END, from);
  const at = buffer.subarray(0, bytesRead).indexOf('Erfundenes Amt');
  await tar.write('e', from + at);
}

interface Timed {
  readonly code: number;
  readonly said: string;
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** The verifier in a process of its own; it says at its end what it has used. */
async function timed(folder: string, file: string): Promise<Timed> {
  const used = join(folder, 'used.json');
  const begin = performance.now();
  const args = [
    '--import',
    inRepository('test/bench/usage.mjs'),
    inRepository('dist/kanon-verify.mjs'),
    file,
  ];
  const child = spawn(process.execPath, [...args, '--key', join(folder, 'log.vkey'), '--lang', 'en'], {
    env: { BENCH_USAGE: used },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  const seconds = (performance.now() - begin) / 1000;
  const usage = JSON.parse(await readFile(used, 'utf8')) as NodeJS.ResourceUsage;
  const cpu = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
  console.error(`  ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} CPU s`);
  return { code, said, seconds, cpu, megabytes: usage.maxRSS / 1024 };
}

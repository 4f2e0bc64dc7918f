/** What `npm run test:whole` runs at full size: every suite that sends a sample otherwise, and none is forgotten. */
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../', import.meta.url));

/** Settings of tests that make nothing smaller: where something is, which numbers are drawn, what is kept. */
const NO_SAMPLE = [
  'CHANGES',
  'CHROMIUM',
  'CLUSTER',
  'KEEP',
  'OWNER',
  'PG_BIN',
  'PICTURES',
  'SEED',
  'STOP_AT',
];

test('the whole is told to every suite that sends a sample', async () => {
  const files = (await readdir(folder, { recursive: true })).filter((name) => /\.(ts|mjs)$/.test(name));
  const settings = await Promise.all(
    files.map(async (name) =>
      [...(await readFile(`${folder}/${name}`, 'utf8')).matchAll(/KANON_TEST_([A-Z_]+)\b/g)].map(
        ([, setting = '']) => setting,
      ),
    ),
  );
  const whole = [
    ...(await readFile(`${folder}/setup/whole.mjs`, 'utf8')).matchAll(/^ {2}KANON_TEST_([A-Z_]+):/gm),
  ];
  const known = [...NO_SAMPLE, ...whole.map(([, setting = '']) => setting)];
  expect([...new Set(settings.flat())].sort()).toEqual(known.sort());
});

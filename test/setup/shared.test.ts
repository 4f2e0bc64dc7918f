/** The shared folder: a missing file is never passed over in silence. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithShared, sharedFile } from './shared.ts';

const before = process.env['KANON_SHARED'];
const folder = mkdtempSync(join(tmpdir(), 'kanon-shared-'));
writeFileSync(join(folder, 'there.json'), '{}');
process.env['KANON_SHARED'] = folder;

afterAll(() => {
  if (before === undefined) delete process.env['KANON_SHARED'];
  else process.env['KANON_SHARED'] = before;
  rmSync(folder, { recursive: true });
});

describeWithShared(['there.json'], 'with its files there', (files) => {
  it('hands their full paths to the tests', () => {
    expect(files).toEqual([join(folder, 'there.json')]);
  });
});

it('knows no path for a file that is not there', () => {
  expect(sharedFile('gone.json')).toBeUndefined();
});

it('fails where the folder is there and a file is not', () => {
  expect(() => {
    describeWithShared(['there.json', 'gone.json'], 'vectors', mustNotRun);
  }).toThrow(/^gone\.json is missing in the shared folder .*: "vectors" cannot be tested\.$/);
});

function mustNotRun(): void {
  throw new Error('must not run');
}

/** The walk of README.md: its commands run against the built service, and its answers are what comes back. */
import { symlink } from 'node:fs/promises';
import { answering, launch } from '../setup/service.ts';
import { between, pathOf, readDoc } from './markdown.ts';
import { answersOf, type Stop, stopsOf, walk } from './walk.ts';

describe('the walk of README.md', () => {
  let stops: Stop[];
  let said: string[];

  beforeAll(async () => {
    stops = stopsOf(between(await readDoc('README.md'), '<!-- walk', '<!-- /walk -->'));
    const service = await launch({});
    try {
      await answering(service, 120);
      said = await walk(stops, { KANON_URL: service.url, KANON_DATA: service.data }, async (folder) => {
        await symlink(pathOf('docs'), `${folder}/docs`);
        await symlink(pathOf('dist'), `${folder}/dist`);
      });
    } catch (error) {
      throw new Error(service.output(), { cause: error });
    } finally {
      await service.end();
    }
  }, 240_000);

  test('holds the stations of a quarter, from sign-in to log', () => {
    const all = stops.map(({ commands }) => commands).join('\n');
    for (const station of [
      '/v1/sessions',
      'kanon tally',
      'kanon anonymise',
      'by meldung report',
      'kanon verify-receipt',
      'by koordination status',
      '/return',
      '/freeze',
      '/release',
      'by bezirk summary',
      'format=csv',
      '/certificate',
      '/access-log/',
    ])
      expect(all).toContain(station);
    expect(said).toHaveLength(stops.length);
  });

  test('answers what README shows, but for ids, times and the period', () => {
    expect(said.map(answersOf)).toEqual(stops.map(({ shown }) => answersOf(shown)));
  });
});

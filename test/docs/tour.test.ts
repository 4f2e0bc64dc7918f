/** The walk of docs/tour.md, and what README.md shows of it: run against the built service, and the answers compared. */
import { symlink } from 'node:fs/promises';
import { answering, launch } from '../setup/service.ts';
import { between, fences, pathOf, readDoc } from './markdown.ts';
import { answersOf, type Stop, stopsOf, walk } from './walk.ts';

/** What README.md takes for given: who asks. */
const TOKEN: Stop = { commands: 'TOKEN=$(token meldung)', shown: '' };
/** The table of README.md: what the demo released before, in German, as far as it is shown there. */
const picture = (shown: string): Stop => ({
  commands:
    `BEFORE=$(curl -s "$KANON_URL/v1/periods" | json 'a.periods.find((one) => one.state === "released").key')\n` +
    'KANON_PASSWORD=$(password bezirk) npx kanon summary --region 051 --period "$BEFORE" --level county ' +
    `--purpose GRANT_REVIEW --account bezirk --lang de | sed -n '3,10p;/^\\. =/p;/^5 bis/p;/^ab 5/p'`,
  shown,
});

describe('the tour', () => {
  let stops: Stop[];
  let said: string[];

  beforeAll(async () => {
    const readme = await readDoc('README.md');
    const page = await readDoc('docs/tour.md');
    const table = fences(between(readme, '<!-- picture', '<!-- /picture -->'))[0]!.text;
    const [first, ...tour] = stopsOf(between(page, '<!-- walk', '<!-- /walk -->'));
    // The tour releases the period in the end; README shows what is answered while it is open.
    const shown = stopsOf(between(readme, '<!-- walk', '<!-- /walk -->'));
    stops = [first!, TOKEN, ...shown, picture(table), ...tour];
    const service = await launch({});
    try {
      await answering(service, 400);
      said = await walk(stops, { KANON_URL: service.url, KANON_DATA: service.data }, async (folder) => {
        await symlink(pathOf('docs'), `${folder}/docs`);
        await symlink(pathOf('dist'), `${folder}/dist`);
      });
    } catch (error) {
      throw new Error(service.output(), { cause: error });
    } finally {
      await service.end();
    }
  }, 720_000);

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

  test('answers what the tour and README show, but for ids, times and the period', () => {
    expect(said.map(answersOf)).toEqual(stops.map(({ shown }) => answersOf(shown)));
  });
});

test('README.md fits three screens', async () => {
  expect((await readDoc('README.md')).split('\n').length).toBeLessThanOrEqual(130);
});

/** The yardstick runs Kanon's own statements: where these change and it does not, no comparison can be made. */
import { inRepository, type Server } from '../setup/children.ts';
import { Generator } from './pairs.ts';
import { openScene, type Scene } from './scene.ts';
import { serverOf, TYPESCRIPT } from './service.ts';
import { bare, putReports, readSummaries } from './works.ts';

describe('the yardstick', () => {
  let scene: Scene;
  let server: Server;
  const generator = new Generator();
  beforeAll(async () => {
    scene = await openScene();
    server = await serverOf(scene, 'bare', [...TYPESCRIPT, inRepository('test/bench/bare.ts')], {
      DATABASE_URL: scene.database.superUrl,
    });
  });
  afterAll(async () => {
    generator.end();
    await server.end();
    await scene.end();
  });

  test.each([
    ['takes reports', putReports],
    ['adds up a district', readSummaries],
  ] as const)('%s, and every answer is right', async (name, workOf) => {
    const work = bare(await workOf(scene, server.port));
    expect(await generator.measure({ name, work }, 2, 0.2)).toMatchObject({ errors: 0, wrong: '' });
  });
});

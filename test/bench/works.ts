/** What is asked of the servers: reports of every school in turn, and one district's summary. */
import { NEWEST_POLICY } from '../../src/rules/policy.ts';
import { codesOf, schemeId } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import type { Work } from './load.ts';
import { DISTRICT, OPEN, RELEASED, type Scene } from './scene.ts';

/**
 * Seven cells of one benefit each; the consultations of the last are another number than in the request before. Fifty
 * in all at most: with so few none is far above an earlier report.
 */
const report = {
  scheme: schemeId(BUT_COUNSELLING_1),
  policy: NEWEST_POLICY.number,
  none: [],
  withheld: [],
  cells: codesOf(BUT_COUNSELLING_1).map((code, at) => ({
    benefits: [code],
    pupils: 5,
    consultations: at === 6 ? NaN : 5,
  })),
};
// JSON writes NaN as null: that is where the number goes.
const [before = '', after = ''] = JSON.stringify(report).split('null');

/** Every school in turn corrects its report of the open period. */
export async function putReports(scene: Scene, port: number): Promise<Work> {
  const tokens = await scene.tokens(scene.reporters);
  const requests = scene.reporters.map(({ schools: [school] }, at) => ({
    method: 'PUT',
    path: `/v1/schools/${school}/reports/${OPEN}`,
    headers: `authorization: Bearer ${tokens[at]}\r\n`,
  }));
  return { port, requests, body: { before, after }, mark: '"outcome":"stored"' };
}

/** The 15 counties of a district out of the newest release. */
export async function readSummaries(scene: Scene, port: number): Promise<Work> {
  const [token] = await scene.tokens([scene.reader]);
  const request = {
    method: 'GET',
    path: `/v1/regions/${DISTRICT}/summaries/${RELEASED}?level=county`,
    headers: `authorization: Bearer ${token}\r\nkanon-purpose: PLANNING\r\n`,
  };
  return { port, requests: [request], mark: '"region":"05170"' };
}

/** The same without a token: the yardstick asks for none, and its answers have no receipt. */
export const bare = (work: Work): Work => ({
  ...work,
  requests: work.requests.map((request) => ({ ...request, headers: '' })),
  mark: work.body ? '"revisionNumber":' : work.mark,
});

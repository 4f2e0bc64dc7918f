/** A dry run is refused where storing would be, asks what storing would ask, and leaves nothing but its log entry. */
import { REPORT, signedIn } from '../setup/app.ts';
import { asking, MANY } from './asking.ts';
import { placeOf, reportWith, rows } from './scene.ts';
import { rowsAsText } from './traces.ts';

const { scene, send, stored, lastEntry } = asking();

describe('a dry run', () => {
  const tryOut = (
    report: object,
    headers: Record<string, string> = {},
    who = scene.reporter,
    confirm?: string,
  ) => send(`${placeOf()}?dryRun=true`, report, confirm, { headers, who });
  const problem = async (answer: ReturnType<typeof send>) => {
    const { status, body } = await answer;
    return [status, body.type];
  };
  const CHANGED = [412, 'urn:kanon:problem:revision-changed'];
  const NEEDED = [428, 'urn:kanon:problem:revision-needed'];
  const NONE = { 'if-match': '"00000000-0000-4000-8000-000000000000"' };
  const corrected = reportWith({ consultations: 10 });

  test('foresees 412 and 428 as storing answers them, with and without something unusual', async () => {
    const colleague = await signedIn(scene.kanon, 'reporter', { schools: ['990001'] });
    for (const report of [corrected, MANY]) {
      await rows(scene.kanon, 'TRUNCATE report, report_revision');
      const both = async (expected: unknown[], headers: Record<string, string>, who = scene.reporter) => {
        expect(await problem(tryOut(report, headers, who))).toEqual(expected);
        expect(await lastEntry()).toMatchObject({ dry_run: true, decision: 'refused' });
        expect(await problem(send(placeOf(), report, undefined, { headers, who }))).toEqual(expected);
      };
      await both(CHANGED, NONE); // nothing is there to be replaced
      const first = await send(placeOf(), REPORT);
      const etag = first.headers.get('etag')!;
      await both(CHANGED, NONE);
      await both(CHANGED, NONE, colleague);
      await both(NEEDED, {}, colleague);
      expect((await tryOut(report)).status).toBe(200);
      expect((await tryOut(report, { 'if-match': etag })).status).toBe(200);
      expect((await tryOut(report, { 'if-match': etag }, colleague)).status).toBe(200);
      // What stands there already is stored again by nobody, so nothing can be in the way of who sent it.
      expect((await tryOut(REPORT, NONE)).status).toBe(200);
      expect((await send(placeOf(), REPORT, undefined, { headers: NONE })).body.outcome).toBe('unchanged');
      // A colleague who sends the same learns nothing from the answer.
      expect(await problem(tryOut(REPORT, NONE, colleague))).toEqual(CHANGED);
      expect(await stored()).toMatchObject([{ pupils: [6, 7], consultations: [9, 19] }]);
    }
  });

  test('leaves its log entry and nothing else, whatever it asks', async () => {
    await send(placeOf(), REPORT);
    // The first request about a period fixes its schools, whoever sends it.
    const at = `${placeOf('990001', '2026-Q2')}?dryRun=true`;
    expect((await send(at, REPORT)).status).toBe(200);
    const before = await rowsAsText(scene.kanon.database.superUrl);
    const { body } = await send(at, MANY);
    expect(body.questions.map((question: { cause: string }) => question.cause)).toEqual(['roll', 'last']);
    const after = await rowsAsText(scene.kanon.database.superUrl);
    const changed = after.filter(({ text }, i) => text !== before[i]?.text).map(({ table }) => table);
    // Statistics are taken anew at each look.
    const SEQUENCED = /access_entry|log_|sequence|pg_catalog|pg_toast|^statistics of /;
    expect(changed.filter((table) => !SEQUENCED.test(table))).toEqual([]);
    for (const { text } of after) expect(text).not.toContain(body.confirm.slice(14));
  });
});

/** What an auditor can prove: with the answers of the API, the log's key, and code that shares nothing with the server. */
import { createHash, createHmac } from 'node:crypto';
import pg from 'pg';
import { parseVerifierKey } from '../../src/merkle/keys.ts';
import { parseLogProof } from '../../src/merkle/log-proof.ts';
import { parseNote } from '../../src/merkle/note.ts';
import { openCheckpoint } from '../../src/merkle/signed-checkpoint.ts';
import { isConsistent, isIncluded } from '../../src/merkle/verify.ts';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { canonicalJson } from '../../src/rules/canonical-json.ts';
import { checking, sha256 } from '../merkle/primitives.ts';
import { call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { ownerOf, type Owner } from '../access/house.ts';

describe('the provable log', () => {
  let kanon: TestApp;
  let owner: Owner;
  let auditor: Signed;
  /** Entries of the start; reading them adds others. */
  let ids: string[];
  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = await ownerOf(kanon);
    auditor = await signedIn(kanon, 'auditor');
    for (const region of ['051', '053', '055']) await signedIn(kanon, 'district', { region });
    await number();
    ids = (await owner.rows<{ id: string }>('SELECT id FROM access_entry')).map(({ id }) => id);
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const number = (): Promise<void> => kanon.app.get(Sequencer).sequence();
  const get = async (path: string) => call(kanon, 'GET', `/v1/access-log/${path}`, { token: auditor.token });
  const key = async () => {
    const [row] = await owner.rows<{ key: string }>('SELECT verifier_key AS key FROM log_tree');
    return parseVerifierKey(sha256, row!.key);
  };
  const checkpoint = async () =>
    (await openCheckpoint(checking, parseNote(Buffer.from((await get('checkpoint')).text)), await key()))
      .checkpoint;

  /** Everything an auditor checks of one entry; what does not hold. */
  async function faultsOf(body: any): Promise<string[]> {
    const { index, hashes, checkpoint: note } = parseLogProof(Buffer.from(body.proof));
    const head = (await openCheckpoint(checking, note, await key())).checkpoint;
    const leaf = Buffer.from(body.leaf, 'base64');
    const faults: string[] = [];
    if (!isIncluded(sha256, leaf, index, head, hashes)) faults.push('not included');
    if (body.entry !== null) {
      const commitment = createHmac('sha256', Buffer.from(body.key, 'base64'))
        .update(canonicalJson(body.entry))
        .digest();
      const hash = createHash('sha256')
        .update(Buffer.concat([Buffer.from([0]), Buffer.from('kanon-entry/1\n'), commitment]))
        .digest();
      if (!hash.equals(leaf)) faults.push('not what was written');
    }
    return faults;
  }

  async function allFaults(): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const id of ids) {
      const faults = await faultsOf((await get(`entries/${id}`)).body);
      if (faults.length > 0) found[id] = faults;
    }
    return found;
  }

  test('proves every entry to an auditor who recomputes it', async () => {
    expect(ids.length).toBeGreaterThan(5);
    expect(await allFaults()).toEqual({});
  });

  test('an entry not yet numbered says so, and is proven a moment later', async () => {
    await signedIn(kanon, 'admin');
    const [newest] = await owner.rows<{ id: string }>(
      `SELECT id FROM access_entry WHERE action = 'account.create' ORDER BY at DESC LIMIT 1`,
    );
    for (let tries = 0; tries < 3; tries++) {
      const { status, body } = await get(`entries/${newest!.id}`);
      expect([status, body.entry.id]).toEqual([200, newest!.id]);
      if (body.proof !== null) return expect(await faultsOf(body)).toEqual([]);
      await number();
    }
    throw new Error('it was never proven');
  });

  test('an id that no entry ever had is not found, and one that is no id is refused', async () => {
    expect((await get('entries/00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await get('entries/1')).status).toBe(400);
  });

  test('a checkpoint extends every earlier one, and sizes beyond the newest are refused', async () => {
    const earlier = await checkpoint();
    await signedIn(kanon, 'admin');
    await number();
    const later = await checkpoint();
    expect(later.size).toBeGreaterThan(earlier.size);
    const { body } = await get(`consistency?from=${earlier.size}&to=${later.size}`);
    const proof = body.proof.map((hash: string) => Buffer.from(hash, 'base64'));
    expect(isConsistent(sha256, earlier, later, proof)).toBe(true);
    expect(isConsistent(sha256, { ...earlier, root: sha256(earlier.root) }, later, proof)).toBe(false);
    for (const query of [
      `from=${later.size}&to=1`,
      'from=0&to=9007199254740991',
      'from=-1&to=1',
      'from=1',
      '',
    ])
      expect([query, (await get(`consistency?${query}`)).status]).toEqual([query, 400]);
  });

  test('each of these readings is an entry of its own', async () => {
    await get('checkpoint');
    await get('consistency?from=0&to=1');
    const actions = (await owner.entriesOf(auditor.actor.account)).map(({ action }) => action);
    expect(actions.slice(-2)).toEqual(['log.checkpoint', 'log.checkpoint']);
    expect(actions).toContain('log.entry');
  });

  test('the entry of such a reading names what was asked for, in words of a newer version that are proven as well', async () => {
    const [id] = ids as [string];
    await get(`entries/${id.toUpperCase()}`);
    await get(
      `entries?account=${auditor.actor.account}&case=COMPLAINT&region=051&school=990001&period=2026-Q1`,
    );
    await get('entries?region=Kevin');
    await number();
    const [entry, search, nothing] = (await owner.entriesOf(auditor.actor.account)).slice(-3);
    expect(entry).toMatchObject({ action: 'log.entry', subject: id, object: null });
    expect(search).toMatchObject({
      action: 'log.read',
      decision: 'allowed',
      subject: auditor.actor.account,
      region: '051',
      school: '990001',
      period: '2026-Q1',
      object: 'case=COMPLAINT what=entries',
    });
    const unnamed = { subject: null, object: null, region: null };
    expect(nothing).toMatchObject({ action: 'log.read', decision: 'refused', ...unnamed });
    for (const [stored, version] of [
      [entry, 'kanon-entry/2'],
      [search, 'kanon-entry/3'],
      [nothing, 'kanon-entry/1'],
    ] as const) {
      const { body } = await get(`entries/${stored!.id}`);
      const { subject = null, object = null } = body.entry;
      expect([body.entry.version, subject, object]).toEqual([version, stored!['subject'], stored!['object']]);
      expect(await faultsOf(body)).toEqual([]);
    }
  });

  describe('finds what somebody with all rights on the database did', () => {
    let superuser: pg.Client;
    beforeAll(async () => {
      superuser = new pg.Client({ connectionString: kanon.database.superUrl });
      await superuser.connect();
      await superuser.query('SET session_replication_role = replica');
    });
    afterAll(() => superuser.end());

    const two = async (): Promise<[string, string]> => {
      const { rows } = await superuser.query(
        `SELECT entry FROM log_node WHERE level = 0 ORDER BY index LIMIT 2`,
      );
      return rows.map(({ entry }) => entry as string) as [string, string];
    };

    test.each([
      ['time', `at = at + interval '1 second'`],
      ['office', `office = 'Anderes Amt'`],
      ['action', `action = 'log.read'`],
      ['decision', `decision = 'refused'`],
      ['rules', `rules = '{"shape"}'`],
      ['subject', 'subject = id'],
      ['key', `leaf_key = sha256(leaf_key)`],
    ])('an edited %s', async (_, change) => {
      const [id] = await two();
      const { rows } = await superuser.query(`SELECT * FROM access_entry WHERE id = $1`, [id]);
      await superuser.query(`UPDATE access_entry SET ${change} WHERE id = $1`, [id]);
      expect(await allFaults()).toEqual({ [id]: ['not what was written'] });
      const columns = Object.keys(rows[0] as object);
      await superuser.query(
        `UPDATE access_entry SET ${columns.map((name, at) => `"${name}" = $${at + 2}`).join(', ')} WHERE id = $1`,
        [id, ...Object.values(rows[0] as object)],
      );
      expect(await allFaults()).toEqual({});
    });

    test('two entries that changed places', async () => {
      const [one, other] = await two();
      const swap = () =>
        superuser.query(
          `UPDATE log_node SET entry = CASE entry WHEN $1::uuid THEN $2::uuid ELSE $1::uuid END WHERE entry IN ($1, $2)`,
          [one, other],
        );
      await superuser.query('DROP INDEX log_node_entry');
      await swap();
      expect(await allFaults()).toEqual({
        [one]: ['not what was written'],
        [other]: ['not what was written'],
      });
      await swap();
      expect(await allFaults()).toEqual({});
    });

    test('a deleted entry, whose leaf stays in its place', async () => {
      const [id] = await two();
      await superuser.query(`DELETE FROM access_entry WHERE id = $1`, [id]);
      const { status, body } = await get(`entries/${id}`);
      expect([status, body.entry, body.key]).toEqual([200, null, null]);
      expect(await faultsOf(body)).toEqual([]);
    });

    test('a rewritten tree: no signed checkpoint fits it', async () => {
      const [, id] = await two();
      await superuser.query(`UPDATE log_node SET hash = sha256(hash) WHERE entry = $1`, [id]);
      const faults = await allFaults();
      expect(faults[id]).toContain('not included');
    });
  });
});

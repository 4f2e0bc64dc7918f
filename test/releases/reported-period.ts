/** A period in which 24 invented schools have reported, so that it can be frozen and released. */
import { Reference } from '../../src/reference/reference.ts';
import type { PeriodKey } from '../../src/rules/period.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { SOUND_REPORT, insertion } from '../access/two-laender.ts';
import { startApp, type TestApp } from '../setup/app.ts';

const COUNTIES = ['05111', '05112', '05113', '05315', '05316', '05314'];
const SCHOOLS = COUNTIES.flatMap((region, county) =>
  [0, 1, 2, 3].map((n) => ({ number: 990_000 + 10 * county + n, region })),
);
const OTHERS = ['AUSFLUG', 'KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG', 'LERNFOERDERUNG', 'TEILHABE'];
/** Steps of the officers' requests, which no publisher reaches. */
export const REQUESTS = ['correction.opened', 'period.frozen', 'period.asked'];

export async function startWithSchools(): Promise<{ kanon: TestApp; owner: Owner }> {
  const kanon = await startApp();
  await kanon.app.get(Reference).putSchools(
    kanon.admin,
    SCHOOLS.map(({ number, region }) => ({
      number: String(number) as SchoolNumber,
      name: `Erfundene Grundschule ${number}`,
      type: 'Grundschule',
      region: region as RegionKey,
      roll: 300,
      validFrom: '1990-08-01',
      validTo: null,
    })),
  );
  return { kanon, owner: await ownerOf(kanon) };
}

/** The first quarter of that year, open since 2026, with a report of each school. */
export async function reportedPeriod(kanon: TestApp, owner: Owner, year: number): Promise<PeriodKey> {
  const period = `${year}-Q1` as PeriodKey;
  await kanon.app.get(Reference).openPeriod(kanon.admin, {
    key: period,
    scheme: BUT_COUNSELLING_1,
    policy: 1,
    opensOn: '2026-01-01',
    closesOn: '2090-01-01',
  });
  for (const [i, { number }] of SCHOOLS.entries()) {
    const pupils = 6 + (i % 7);
    const cells = {
      cells: ['MITTAG'],
      pupils: [pupils],
      consultations: [2 * pupils],
      none: OTHERS,
      withheld: [],
    };
    const report = insertion('report', {
      tenant: '05',
      period,
      school: String(number),
      ...SOUND_REPORT,
      ...cells,
    });
    await owner.rows(report.text, report.values);
  }
  return period;
}

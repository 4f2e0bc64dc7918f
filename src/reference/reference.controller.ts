/** Public code lists: regions, schools, schemes, periods. */
import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Open } from '../access/act.ts';
import { pageOf } from '../foundation/http/page.ts';
import { problems } from '../foundation/problem.ts';
import { levelOf } from '../rules/region.ts';
import { type Scheme, schemeId } from '../rules/scheme.ts';
import { schemeOf, SCHEMES } from '../rules/schemes/registry.ts';
import { CodeLists } from './code-lists.ts';
import type { CollectionPeriod, PeriodStanding } from './collection-period.ts';
import {
  PeriodBody,
  PeriodList,
  RegionBody,
  RegionList,
  RegionPlace,
  RegionQuery,
  SchemeBody,
  SchemeList,
  SchemePlace,
  SchoolBody,
  SchoolList,
  SchoolQuery,
} from './reference.dto.ts';
import type { RegionRow, SchoolEntry } from './reference.store.ts';
import { Reference } from './reference.ts';

const USUAL_PAGE = 500;

@ApiTags('code lists')
@Controller('v1')
export class ReferenceController {
  constructor(private readonly reference: Reference) {}

  /** Regions by official key; `within` and `level` narrow the list. */
  @Get('regions')
  @UseInterceptors(CodeLists)
  @Open('public code list')
  async regions(@Query() { within, level }: RegionQuery): Promise<RegionList> {
    const regions = (await this.reference.regions(within)).map(regionBody);
    return { regions: level ? regions.filter((region) => region.level === level) : regions };
  }

  /** One region by its official key. */
  @Get('regions/:key')
  @Open('public code list')
  async region(@Param() { key }: RegionPlace): Promise<RegionBody> {
    const row = await this.reference.region(key);
    if (!row) throw problems.notFound();
    return regionBody(row);
  }

  /** Schools within a region, by number, a page at a time. */
  @Get('schools')
  @UseInterceptors(CodeLists)
  @Open('public code list')
  async schools(@Query() { region, after, limit = USUAL_PAGE }: SchoolQuery): Promise<SchoolList> {
    const found = await this.reference.schools(region, after ?? '', limit + 1);
    const { page, next } = pageOf(found, limit, ({ number }) => number);
    return { schools: page.map(schoolBody), next };
  }

  /** Every scheme, whether a period uses it or not; what a period asks is told by the `scheme` that it names. */
  @Get('schemes')
  @UseInterceptors(CodeLists)
  @Open('public code list')
  schemes(): SchemeList {
    return { schemes: SCHEMES.map(schemeBody) };
  }

  /** A scheme: what is asked, with German and English labels and the legal norm of each benefit. */
  @Get('schemes/:code/:version')
  @Open('public code list')
  scheme(@Param() { code, version }: SchemePlace): SchemeBody {
    const scheme = schemeOf(`${code}/${version}`);
    if (!scheme) throw problems.notFound();
    return schemeBody(scheme);
  }

  /** Periods, newest first, each with the policy that was fixed when it opened. */
  @Get('periods')
  @Open('public code list')
  async periods(): Promise<PeriodList> {
    return { periods: (await this.reference.periods()).map(periodBody) };
  }
}

const regionBody = (row: RegionRow): RegionBody => ({
  ...row,
  level: levelOf(row.key),
  successors: [...row.successors],
});

const schemeBody = ({ benefits, ...scheme }: Scheme): SchemeBody => ({
  ...scheme,
  benefits: benefits.map(({ code, label, norm }) => ({ code, label, norm })),
});

const schoolBody = (row: SchoolEntry): SchoolBody => ({ ...row, successors: [...row.successors] });

const periodBody = ({
  standing,
  ...period
}: CollectionPeriod & { readonly standing: PeriodStanding }): PeriodBody => ({
  ...period,
  scheme: schemeId(period.scheme),
  state: standing,
});

/** Wire shapes of the code lists. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { IsRegion, IsSchool, IsWholeNumber } from '../access/forms.ts';
import { REGION_LEVELS, type RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { PERIOD_STANDINGS } from './collection-period.ts';

export class RegionQuery {
  /** Only regions within this one. */
  @IsOptional() @IsRegion() within?: RegionKey;
  @IsOptional() @IsIn(REGION_LEVELS) level?: string;
}

export class RegionPlace {
  /** Official key: 2 (state), 3 (district), 5 (county) or 8 digits (municipality). */
  @IsRegion() key!: RegionKey;
}

export class RegionBody {
  @ApiProperty({ example: '05111' }) key!: string;
  @ApiProperty({ example: 'Düsseldorf' }) name!: string;
  @ApiProperty({ enum: REGION_LEVELS }) level!: string;
  /** Official kind, such as `Kreisfreie Stadt`. */
  kind!: string;
  parent!: string | null;
  validFrom!: string;
  validTo!: string | null;
  /** Keys of the regions that took over when this one ended. */
  successors!: string[];
}

export class RegionList {
  regions!: RegionBody[];
}

export class SchoolQuery {
  /** Schools that lie within this region. */
  @IsRegion() region!: RegionKey;
  /** Number of the last school of the page before. */
  @IsOptional() @IsSchool() after?: SchoolNumber;
  @IsOptional() @IsWholeNumber(1, 1000) limit?: number;
}

export class SchoolBody {
  @ApiProperty({ example: '100011' }) number!: string;
  name!: string;
  /** Schulform, such as `Gesamtschule`. */
  type!: string;
  region!: string;
  /** Pupils on the roll as published, rounded to 5. */
  roll!: number | null;
  validFrom!: string;
  validTo!: string | null;
  /** Numbers of the schools that took over when this one ended. */
  successors!: string[];
}

export class SchoolList {
  schools!: SchoolBody[];
  /** Pass it as `after` for the next page; null at the end. */
  next!: string | null;
}

export class SchemePlace {
  @Matches(/^[a-z][a-z0-9-]{0,63}$/, {
    message: 'code must be the name of a scheme in small letters, digits and hyphens',
  })
  code!: string;
  @Matches(/^[1-9]\d{0,3}$/, { message: 'version must be a whole number from 1' }) version!: string;
}

export class LabelBody {
  de!: string;
  en!: string;
}

export class BenefitBody {
  @ApiProperty({ example: 'LERNFOERDERUNG' }) code!: string;
  label!: LabelBody;
  /** Legal norm. */
  norm!: string;
}

export class SchemeBody {
  @ApiProperty({ example: 'but-counselling' }) code!: string;
  @ApiProperty({ example: 1 }) version!: number;
  /** Length of its periods. */
  @ApiProperty({ enum: ['quarter', 'half-year', 'year'] }) frequency!: string;
  /** First day on which a period of the scheme may begin. */
  validFrom!: string;
  /** Last such day; null while the scheme is in force. */
  validTo!: string | null;
  /** In scheme order, which every list of benefits follows. */
  benefits!: BenefitBody[];
}

export class SchemeList {
  schemes!: SchemeBody[];
}

export class PolicyBody {
  number!: number;
  /** Smallest number of distinct pupils behind a stored cell. */
  k!: number;
  /** Fewest contributing schools behind a published cell. */
  minimumSchools!: number;
  poolingWeight!: number;
  width!: number;
  @ApiProperty({
    type: 'integer',
    enum: [1, 2],
    description:
      'Version of the anonymiser and of the rule derivable, by which reports of the period are pooled.',
  })
  anonymiser!: 1 | 2;
  /** Most schools that one reporter may have. */
  schoolsPerReporter!: number;
}

export class PeriodBody {
  @ApiProperty({ example: '2026-Q3' }) key!: string;
  /** Name and version of its scheme, as `GET /v1/schemes` lists them. */
  @ApiProperty({ example: 'but-counselling/1' }) scheme!: string;
  policy!: PolicyBody;
  /** First day on which reports are taken. */
  opensOn!: string;
  /** Last such day. */
  closesOn!: string;
  /**
   * Reports are taken while it is `open`, and then only: `upcoming` has not begun, of one that is `over` the last day
   * has passed. No report comes into a `frozen` one, and of a `released` one there are figures.
   */
  @ApiProperty({ enum: PERIOD_STANDINGS }) state!: string;
}

export class PeriodList {
  periods!: PeriodBody[];
}

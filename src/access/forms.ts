/** How addresses and queries are written, with a sentence in both languages for whoever wrote them otherwise. */
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { parseMoment } from '../rules/moment.ts';
import { type PeriodKey, parsePeriodKey } from '../rules/period.ts';
import { levelOf, type RegionKey, parseRegionKey } from '../rules/region.ts';
import { type SchoolNumber, parseSchoolNumber } from '../rules/school.ts';
import { parseWholeNumber } from '../rules/whole-number.ts';

interface Sentence {
  readonly de: string;
  readonly en: string;
}

/** The keys that say where something happens, as rules/ parses them. */
export interface Keys {
  readonly region: RegionKey;
  /** A region that is a county or a city without one. */
  readonly county: RegionKey;
  readonly school: SchoolNumber;
  readonly period: PeriodKey;
}

interface Form<Key> extends Sentence {
  readonly parse: (text: string) => Key | undefined;
}

const FORMS: { readonly [Name in keyof Keys]: Form<Keys[Name]> } = {
  region: {
    parse: parseRegionKey,
    de: 'region ist ein amtlicher Schlüssel aus 2, 3, 5 oder 8 Ziffern, etwa 05, 051 oder 05111',
    en: 'region must be an official region key of 2, 3, 5 or 8 digits, such as 05, 051 or 05111',
  },
  county: {
    parse: parseCounty,
    de: 'county ist der amtliche Schlüssel eines Kreises oder einer kreisfreien Stadt aus 5 Ziffern, etwa 05111',
    en: 'county must be the official key of a county or independent city, of 5 digits, such as 05111',
  },
  school: {
    parse: parseSchoolNumber,
    de: 'school ist eine amtliche Schulnummer aus sechs Ziffern',
    en: 'school must be an official school number of six digits',
  },
  period: {
    parse: parsePeriodKey,
    de: 'period ist ein Zeitraum wie 2026-Q3, 2026-S1 oder 2026',
    en: 'period must be a period such as 2026-Q3, 2026-S1 or 2026',
  },
};

function parseCounty(text: string): RegionKey | undefined {
  const key = parseRegionKey(text);
  return key !== undefined && levelOf(key) === 'county' ? key : undefined;
}

const MOMENT: Sentence = {
  de: '$property ist ein Zeitpunkt nach RFC 3339 mit Zone aus den Jahren 2000 bis 2099, etwa 2026-11-05T08:00:00Z oder 2026-11-05T09:00:00+01:00; in einer Adresse steht + als %2B',
  en: '$property must be a moment as in RFC 3339, with its zone, of the years 2000 to 2099, such as 2026-11-05T08:00:00Z or 2026-11-05T09:00:00+01:00; in an address + is written %2B',
};

/** Stands above properties of this type alone: what a class promises is what was parsed. */
type Above<Key> = <Name extends string>(
  target: Readonly<Partial<Record<Name, Key | undefined>>>,
  name: Name,
) => void;

/** The part of a path that says where, called by its name: `@KeyParam('school') school!: SchoolNumber`. */
export const KeyParam = <Name extends keyof Keys>(part: Name): Above<Keys[Name]> => spelled(part, part);

export const IsRegion = (): Above<RegionKey> => spelled('isRegion', 'region');
export const IsSchool = (): Above<SchoolNumber> => spelled('isSchool', 'school');
export const IsPeriod = (): Above<PeriodKey> => spelled('isPeriod', 'period');

/** The property becomes a Date. */
export const IsMoment = (): PropertyDecorator =>
  applyDecorators(
    read(parseMoment),
    holds('isMoment', (value) => value instanceof Date, MOMENT),
    ApiProperty({ type: String, format: 'date-time', example: '2026-11-05T08:00:00Z' }),
  );

/** The property becomes a number from `least` to `most`. */
export const IsWholeNumber = (least: number, most: number): PropertyDecorator => {
  const range = most === Number.MAX_SAFE_INTEGER ? [`ab ${least}`, `from ${least}`] : undefined;
  const [de, en] = range ?? [`von ${least} bis ${most}`, `from ${least} to ${most}`];
  return applyDecorators(
    read((text) => parseWholeNumber(text, least, most)),
    holds('isWholeNumber', (value) => typeof value === 'number', {
      de: `$property ist eine ganze Zahl ${de ?? ''}, nur aus Ziffern`,
      en: `$property must be a whole number ${en ?? ''}, of digits alone`,
    }),
    ApiProperty({ type: 'integer', minimum: least, maximum: most }),
  );
};

/** What a text spells; of one that spells nothing, or of two, the rule behind it says what was expected. */
const read = (parse: (text: string) => unknown): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (parse(value) ?? value) : value));

function spelled(rule: string, kind: keyof Keys): PropertyDecorator {
  const { parse, de, en } = FORMS[kind];
  return applyDecorators(
    holds(rule, (value) => typeof value === 'string' && parse(value) !== undefined, {
      de: de.replace(kind, '$property'),
      en: en.replace(kind, '$property'),
    }),
    ApiProperty({ type: String }),
  );
}

const holds = (
  name: string,
  validate: (value: unknown) => boolean,
  { de, en }: Sentence,
): PropertyDecorator => ValidateBy({ name, validator: { validate } }, { message: en, context: { de } });

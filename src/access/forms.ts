/** How addresses and queries are written, with a sentence in both languages for whoever wrote them otherwise. */
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { parseMoment } from '../rules/moment.ts';
import { parsePeriodKey } from '../rules/period.ts';
import { parseRegionKey } from '../rules/region.ts';
import { parseSchoolNumber } from '../rules/school.ts';
import { parseWholeNumber } from '../rules/whole-number.ts';

interface Sentence {
  readonly de: string;
  readonly en: string;
}

/** What a place in an address must be. */
export const PLACE_FORMS = {
  region: {
    de: 'region ist ein amtlicher Schlüssel aus 2, 3, 5 oder 8 Ziffern, etwa 05, 051 oder 05111',
    en: 'region must be an official region key of 2, 3, 5 or 8 digits, such as 05, 051 or 05111',
  },
  school: {
    de: 'school ist eine amtliche Schulnummer aus sechs Ziffern',
    en: 'school must be an official school number of six digits',
  },
  period: {
    de: 'period ist ein Zeitraum wie 2026-Q3, 2026-S1 oder 2026',
    en: 'period must be a period such as 2026-Q3, 2026-S1 or 2026',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

const MOMENT: Sentence = {
  de: '$property ist ein Zeitpunkt nach RFC 3339 mit Zone aus den Jahren 2000 bis 2099, etwa 2026-11-05T08:00:00Z oder 2026-11-05T09:00:00+01:00; in einer Adresse steht + als %2B',
  en: '$property must be a moment as in RFC 3339, with its zone, of the years 2000 to 2099, such as 2026-11-05T08:00:00Z or 2026-11-05T09:00:00+01:00; in an address + is written %2B',
};

export const IsRegion = (): PropertyDecorator => spelled('isRegion', parseRegionKey, renamed('region'));
export const IsSchool = (): PropertyDecorator => spelled('isSchool', parseSchoolNumber, renamed('school'));
export const IsPeriod = (): PropertyDecorator => spelled('isPeriod', parsePeriodKey, renamed('period'));

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

const spelled = (name: string, parse: (text: string) => unknown, sentence: Sentence): PropertyDecorator =>
  holds(name, (value) => typeof value === 'string' && parse(value) !== undefined, sentence);

const holds = (
  name: string,
  validate: (value: unknown) => boolean,
  { de, en }: Sentence,
): PropertyDecorator => ValidateBy({ name, validator: { validate } }, { message: en, context: { de } });

const renamed = (place: keyof typeof PLACE_FORMS): Sentence => ({
  de: PLACE_FORMS[place].de.replace(place, '$property'),
  en: PLACE_FORMS[place].en.replace(place, '$property'),
});

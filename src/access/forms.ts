/** How keys are written in addresses and queries, with a sentence for whoever wrote them otherwise. */
import { Matches } from 'class-validator';

export const IsRegion = (): PropertyDecorator =>
  Matches(/^(\d{2}|\d{3}|\d{5}|\d{8})$/, {
    message: '$property must be an official region key of 2, 3, 5 or 8 digits, such as 05, 051 or 05111',
  });

export const IsSchool = (): PropertyDecorator =>
  Matches(/^\d{6}$/, { message: '$property must be an official school number of six digits' });

export const IsPeriod = (): PropertyDecorator =>
  Matches(/^20\d{2}(-(Q[1-4]|S[12]))?$/, {
    message: '$property must be a period such as 2026-Q3, 2026-S1 or 2026',
  });

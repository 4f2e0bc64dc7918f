/** The part of a query that asks for one page of a list whose lines have ids. */
import { IsOptional, IsUUID } from 'class-validator';
import { IsWholeNumber } from './forms.ts';

/** Lines of one page where nobody asks for a number. */
export const USUAL_PAGE = 100;

export class PageQuery {
  /** Where the last page ended, as its `cursor` said. */
  @IsOptional()
  @IsUUID(undefined, {
    message: 'cursor must be as the last page gave it',
    context: { de: 'cursor ist so, wie die letzte Seite ihn nannte' },
  })
  cursor?: string;
  /** Lines of one page. */
  @IsOptional() @IsWholeNumber(1, 500) limit?: number;
}

/** The shapes of an entry are written out for OpenAPI; they are those of the one list of its fields. */
import { ENTRY_FIELDS, type EntryWords, type FilteredField } from '../../src/access/entry-fields.ts';
import type { EntryBody, EntryQuery } from '../../src/audit/access-log.dto.ts';

type Same<One, Other> = [One, Other] extends [Other, One] ? true : never;
type Filter = Exclude<keyof EntryQuery, 'from' | 'to' | 'case' | 'cursor' | 'limit' | 'format'>;

test('tsc refuses a body or a filter that differs from the list of fields', () => {
  const shapes: [Same<Required<EntryBody>, Required<EntryWords>>, Same<Filter, FilteredField>] = [true, true];
  expect(shapes).toHaveLength(2);
  // @ts-expect-error A body that lacks a field is another shape.
  const other: Same<Required<Omit<EntryBody, 'action'>>, Required<EntryWords>> = true;
  expect(other).toBe(true);
  expect(Object.keys(ENTRY_FIELDS)).toContain('action');
});

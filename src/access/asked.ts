/** What a request asks for beside its place: its query, read by the class that its handler declares. */
import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { NoQuery, fieldsOf } from '../foundation/http/query.ts';
import type { Facts } from './entry.ts';

/**
 * The class of a handler's query: that of its one whole `@Query()`, NoQuery where it has none; undefined where it reads
 * its query otherwise, in parts or by no class, so that nobody checks it.
 */
export function queryClassOf(controller: Type, handler: string): Type<object> | undefined {
  const declared = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) as
    Record<string, { readonly index: number; readonly data?: unknown }> | undefined;
  const queries = Object.entries(declared ?? {}).filter(([key]) =>
    key.startsWith(`${RouteParamtypes.QUERY}:`),
  );
  const [first] = queries;
  if (!first) return NoQuery;
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, handler) ??
    []) as unknown[];
  const type = types[first[1].index];
  const isWhole = queries.length === 1 && first[1].data === undefined;
  return isWhole && typeof type === 'function' && fieldsOf(type).size > 0
    ? (type as Type<object>)
    : undefined;
}

/** What the place of an entry names already; a cursor is told by the page that it begins. */
const ELSEWHERE = new Set(['region', 'school', 'period', 'level', 'by', 'cursor']);

/** Facts of an entry out of a query that was checked: whatever has no field of its own is a word of its object. */
export function factsAsked(query: object): Facts {
  const { dryRun, account, ...asked } = query as Readonly<Record<string, string | number | Date | undefined>>;
  const words = Object.entries(asked).filter(([name, value]) => value !== undefined && !ELSEWHERE.has(name));
  return {
    ...(dryRun === undefined ? {} : { dryRun: dryRun === 'true' }),
    ...(account === undefined ? {} : { subject: String(account) }),
    ...(words.length > 0 ? { object: Object.fromEntries(words) } : {}),
  };
}

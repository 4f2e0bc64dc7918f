/** What a request asks for: path and query, read by the classes that its handler declares. */
import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Nothing, fieldsOf } from '../foundation/http/query.ts';
import type { EntryFacts } from './entry.ts';

/**
 * The class of a handler's query: that of its one whole `@Query()`, Nothing where it has none; undefined where it reads
 * its query otherwise, in parts or by no class, so that nobody checks it.
 */
export const queryClassOf = (controller: Type, handler: string): Type<object> | undefined =>
  classOf(RouteParamtypes.QUERY, controller, handler);

/** The class of the named parts of a handler's path, likewise: that of its one whole `@Param()`. */
export const pathClassOf = (controller: Type, handler: string): Type<object> | undefined =>
  classOf(RouteParamtypes.PARAM, controller, handler);

function classOf(kind: RouteParamtypes, controller: Type, handler: string): Type<object> | undefined {
  const declared = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) as
    Record<string, { readonly index: number; readonly data?: unknown }> | undefined;
  const all = Object.entries(declared ?? {}).filter(([key]) => key.startsWith(`${kind}:`));
  const [first] = all;
  if (!first) return Nothing;
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, handler) ??
    []) as unknown[];
  const type = types[first[1].index];
  const isWhole = all.length === 1 && first[1].data === undefined;
  return isWhole && typeof type === 'function' && fieldsOf(type).size > 0
    ? (type as Type<object>)
    : undefined;
}

/** What the place of an entry names already; a cursor is told by the page that it begins. */
const ELSEWHERE = new Set(['region', 'school', 'period', 'level', 'by', 'cursor']);

/** Facts of an entry out of a query that was checked: whatever has no field of its own is a word of its object. */
export function factsAsked(query: object): EntryFacts {
  const { dryRun, account, ...asked } = query as Readonly<Record<string, string | number | Date | undefined>>;
  const words = Object.entries(asked).filter(([name, value]) => value !== undefined && !ELSEWHERE.has(name));
  return {
    ...(dryRun === undefined ? {} : { dryRun: dryRun === 'true' }),
    ...(account === undefined ? {} : { subject: String(account) }),
    ...(words.length > 0 ? { object: Object.fromEntries(words) } : {}),
  };
}

/** Checks bodies before a handler sees them, and says what is wrong in a request; findings name places, never values. */
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { ProblemFinding } from '../problem-shape.ts';
import { expectedInGerman } from './expected.ts';

/** A body class reads itself from the raw bytes, so nothing looser than its reader ever parses them. */
export interface ReadableBody<T> {
  new (): T;
  /** throws a Problem that names every place at fault */
  read(bytes: Uint8Array): T;
}

/** Path and query were read before the gate, which needs them: see query.ts. */
export const checkedInput = (): PipeTransform => ({
  transform: (value: unknown, metadata: ArgumentMetadata): unknown =>
    metadata.type === 'body' ? readBody(value, metadata) : value,
});

function readBody(value: unknown, { metatype }: ArgumentMetadata): unknown {
  const body = metatype as Partial<ReadableBody<unknown>> | undefined;
  if (typeof body?.read !== 'function') throw new TypeError('a body needs a class with a static read(bytes)');
  return body.read(Buffer.isBuffer(value) ? value : new Uint8Array());
}

/** Its name may be anything, so it is not repeated. */
export const UNKNOWN_FIELD: ProblemFinding = {
  rule: 'unknown-field',
  reason: {
    de: 'Ein unbekanntes Feld steht in der Anfrage.',
    en: 'The request has a field that is not known here.',
  },
};

/** The names of declared fields only. */
export function inputFindings(error: ValidationError): ProblemFinding[] {
  const rules = Object.entries(error.constraints ?? {});
  if (rules.some(([rule]) => rule === 'whitelistValidation')) return [UNKNOWN_FIELD];
  return rules.map(([rule, message]) => ({
    rule,
    pointer: `/${error.property}`,
    reason: { de: germanOf(error, rule, message), en: `${message}.` },
  }));
}

/** A rule brings its German sentence as the context `de`. */
function germanOf({ contexts, property }: ValidationError, rule: string, message: string): string {
  const { de } = (contexts?.[rule] ?? {}) as { de?: string };
  if (de !== undefined) return `${de.replaceAll('$property', property)}.`;
  return (
    expectedInGerman(property, message) ?? `Das Feld ${property} ist nicht so, wie es unter /docs steht.`
  );
}

/** Checks addresses, queries and bodies before a handler sees them; findings name places, never values. */
import { type ArgumentMetadata, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type Finding, problems } from '../problem.ts';
import { expectedInGerman } from './expected.ts';

/** A body class reads itself from the raw bytes, so nothing looser than its reader ever parses them. */
export interface ReadableBody<T> {
  new (): T;
  /** throws a Problem that names every place at fault */
  read(bytes: Uint8Array): T;
}

export const checkedInput = (): PipeTransform => {
  const validation = new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => problems.badRequest(errors.flatMap(findingsOf)),
  });
  return {
    transform(value: unknown, metadata: ArgumentMetadata): unknown {
      if (metadata.type === 'body') return readBody(value, metadata);
      // A query was read before the gate, which needs it: see query.ts.
      const isRead = metadata.metatype !== undefined && value instanceof metadata.metatype;
      return metadata.type === 'custom' || isRead ? value : validation.transform(value, metadata);
    },
  };
};

function readBody(value: unknown, { metatype }: ArgumentMetadata): unknown {
  const body = metatype as Partial<ReadableBody<unknown>> | undefined;
  if (typeof body?.read !== 'function') throw new TypeError('a body needs a class with a static read(bytes)');
  return body.read(Buffer.isBuffer(value) ? value : new Uint8Array());
}

/** Its name may be anything, so it is not repeated. */
export const UNKNOWN_FIELD: Finding = {
  rule: 'unknown-field',
  reason: {
    de: 'Ein unbekanntes Feld steht in der Anfrage.',
    en: 'The request has a field that is not known here.',
  },
};

/** The names of declared fields only. */
export function findingsOf(error: ValidationError): Finding[] {
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

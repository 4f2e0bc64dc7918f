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
      return metadata.type === 'custom' ? value : validation.transform(value, metadata);
    },
  };
};

function readBody(value: unknown, { metatype }: ArgumentMetadata): unknown {
  const body = metatype as Partial<ReadableBody<unknown>> | undefined;
  if (typeof body?.read !== 'function') throw new TypeError('a body needs a class with a static read(bytes)');
  return body.read(Buffer.isBuffer(value) ? value : new Uint8Array());
}

/** The names of declared fields only: an unknown one may be anything, so it is not repeated. */
function findingsOf(error: ValidationError): Finding[] {
  const rules = Object.entries(error.constraints ?? {});
  if (rules.some(([rule]) => rule === 'whitelistValidation'))
    return [
      {
        rule: 'unknown-field',
        reason: {
          de: 'Ein unbekanntes Feld steht in der Anfrage.',
          en: 'The request has a field that is not known here.',
        },
      },
    ];
  return rules.map(([rule, message]) => ({
    rule,
    pointer: `/${error.property}`,
    reason: {
      de:
        expectedInGerman(error.property, message) ??
        `Das Feld ${error.property} ist nicht so, wie es unter /docs steht.`,
      en: `${message}.`,
    },
  }));
}

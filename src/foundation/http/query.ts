/** Reads path and query of an address as strictly as a body: every parameter is known, stands there once, and is well spelled. */
import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import type { ProblemFinding } from '../problem-shape.ts';
import { problems } from '../problem.ts';
import { UNKNOWN_FIELD, inputFindings } from './input.pipe.ts';

/** Path or query of a route that names nothing there. */
export class Nothing {
  declare readonly nothing?: never;
}

const fields = new WeakMap<object, ReadonlySet<string>>();

/** The parameters that a class of queries declares, each by a rule of its own. */
export function fieldsOf(type: object): ReadonlySet<string> {
  const known = fields.get(type);
  if (known) return known;
  const rules = getMetadataStorage().getTargetValidationMetadatas(type as Type, '', false, false);
  const names = new Set(rules.map(({ propertyName }) => propertyName));
  fields.set(type, names);
  return names;
}

/**
 * The query of an address, as its class says. Throws bad-request; findings name declared parameters, never a value.
 *
 * url  path and query of the request as they came
 */
export function readQuery<T extends object>(type: Type<T>, url: string): T {
  const asked = new Map<string, string>();
  const findings: ProblemFinding[] = [];
  const declared = fieldsOf(type);
  for (const pair of pairsOf(url)) {
    const [name, value] = decoded(pair) ?? [undefined, ''];
    if (name === undefined) findings.push(MALFORMED);
    else if (!declared.has(name)) findings.push(UNKNOWN_FIELD);
    else if (asked.has(name)) findings.push(repeated(name));
    else asked.set(name, value);
  }
  if (findings.length > 0) throw problems.badRequest([...new Set(findings)]);
  return held(type, Object.fromEntries(asked));
}

/** The parts of a path that its pattern names, as their class says. Throws bad-request with every part at fault. */
export const readPath = <T extends object>(type: Type<T>, parts: object): T => held(type, parts);

function held<T extends object>(type: Type<T>, plain: object): T {
  const read = plainToInstance(type, plain);
  const errors = validateSync(read, {
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
  });
  if (errors.length > 0) throw problems.badRequest(errors.flatMap(inputFindings));
  return read;
}

function pairsOf(url: string): string[] {
  const start = url.indexOf('?');
  const text = start < 0 ? '' : url.slice(start + 1);
  return text === '' ? [] : text.split('&');
}

/** Name and value; undefined where it has no `=`, or its percents spell no UTF-8. */
function decoded(pair: string): [name: string, value: string] | undefined {
  const end = pair.indexOf('=');
  if (end < 1) return undefined;
  try {
    const [name, value] = [pair.slice(0, end), pair.slice(end + 1)].map((text) =>
      decodeURIComponent(text.replaceAll('+', ' ')),
    );
    return [name ?? '', value ?? ''];
  } catch {
    return undefined;
  }
}

const MALFORMED: ProblemFinding = {
  rule: 'query',
  reason: {
    de: 'Die Abfrage hinter dem Fragezeichen besteht aus Paaren name=wert, mit & dazwischen und in UTF-8 mit Prozentzeichen kodiert.',
    en: 'The query after the question mark consists of pairs name=value with & between them, percent-encoded in UTF-8.',
  },
};

const repeated = (name: string): ProblemFinding => ({
  rule: 'repeated-field',
  pointer: `/${name}`,
  reason: { de: `Das Feld ${name} steht zweimal da.`, en: `The field ${name} stands there twice.` },
});

/** Tells OpenAPI which refusals a route may answer with. */
import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemAnswer } from './problem.dto.ts';

const MEANING: Readonly<Record<number, string>> = {
  400: 'The request cannot be read; findings name the places.',
  401: 'No valid access token.',
  403: 'Role and scope do not include this; the refusal was recorded.',
  404: 'There is nothing at this address.',
  409: 'Not in this state.',
  412: 'Another revision stands there; read it again.',
  422: 'Refused by the rules; findings name places and rules. Nothing was stored.',
  429: 'Too many requests or attempts; wait as Retry-After says.',
  428: 'Another account reported here; send If-Match.',
  503: 'Not possible at this moment, and nothing was read or stored; or the outcome is unknown.',
};

/** RFC 9110 §10.2.3. */
const RETRY_AFTER = {
  'Retry-After': {
    description: 'Seconds after which another try makes sense.',
    schema: { type: 'integer' as const, examples: [900] },
  },
};

/** Statuses, each with what it means here where that is not what it means elsewhere. */
export const ApiProblems = (
  ...refusals: (number | readonly [status: number, meaning: string])[]
): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ApiExtraModels(ProblemAnswer),
    ...refusals.map((refusal) => {
      const [status, meaning = MEANING[status]] = typeof refusal === 'number' ? [refusal] : refusal;
      return ApiResponse({
        status,
        description: meaning ?? 'Refused.',
        ...(status === 429 && { headers: RETRY_AFTER }),
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemAnswer) } } },
      });
    }),
  );

/** The body of what an office hands in, from raw bytes: the rule `shape`, and the only way in. */
import type { Finding } from './finding.ts';
import { readJson, type JsonValue } from './json.ts';
import { type BodyOutcome, GAPS, type Gap, type GrantedCell, type Outcomes } from './outcome.ts';
import { BENEFIT_PATTERN, COUNT_MAX, SCHEME_PATTERN, Shape, textFinding } from './shape.ts';

/** Most bytes of it; four bodies in full have some 3,000. */
const OUTCOMES_BYTES = 16_384;

const FIELDS = ['scheme', 'policy', 'bodies'] as const;
const NUMBERS = ['body', 'cells', 'none', 'withheld'] as const;
const GAP_FIELDS = ['body', 'gap'] as const;
const CELL_FIELDS = ['benefits', 'children', 'grants'] as const;
/** Names that a pointer may repeat. */
const WORDS: ReadonlySet<string> = new Set([...FIELDS, ...NUMBERS, ...GAP_FIELDS, ...CELL_FIELDS]);

/** Most bodies that a list may name; no scheme comes near, and it bounds the findings that one body of a request can cause. */
const BODIES_MAX = 16;
const GAP_PATTERN = new RegExp(`^(${GAPS.join('|')})$`);

/**
 * Reads `{"scheme", "policy", "bodies": [{"body", "cells": [{"benefits", "children", "grants"}, …], "none", "withheld"},
 * {"body", "gap"}, …]}`.
 *
 * bytes    JSON text in UTF-8, at most 16 KiB
 * returns  the outcomes, or all findings of `shape`, repeating neither unknown field names nor values. Codes are held to
 *          their alphabet only; whether the scheme knows them, and whose bodies they are, is for `complete`.
 * throws   nothing
 */
export function readOutcomes(bytes: Uint8Array): { outcomes: Outcomes } | { findings: Finding[] } {
  const text = readJson(bytes, { bytes: OUTCOMES_BYTES, words: WORDS });
  if ('fault' in text) return { findings: [textFinding(text.fault)] };
  const shape = new Shape();
  const outcomes = outcomesIn(shape, text.value);
  return shape.findings.length > 0 ? { findings: shape.findings } : { outcomes };
}

function outcomesIn(shape: Shape, value: JsonValue): Outcomes {
  const body = shape.fields(value, '', FIELDS);
  return {
    scheme: shape.code(body.get('scheme'), '/scheme', SCHEME_PATTERN),
    policy: shape.integer(body.get('policy'), '/policy', 1, COUNT_MAX),
    bodies: shape.list(
      body.get('bodies'),
      '/bodies',
      1,
      (one, place) => readBody(shape, one, place),
      BODIES_MAX,
    ),
  };
}

/** With a gap there are no numbers: a body that has both is refused, as either could be meant. */
function readBody(shape: Shape, value: JsonValue, place: string): BodyOutcome {
  const hasGap = value instanceof Map && value.has('gap');
  const fields = shape.fields(value, place, hasGap ? GAP_FIELDS : NUMBERS);
  const body = shape.code(fields.get('body'), `${place}/body`, BENEFIT_PATTERN);
  if (hasGap) return { body, gap: shape.code(fields.get('gap'), `${place}/gap`, GAP_PATTERN) as Gap };
  return {
    body,
    cells: shape.list(fields.get('cells'), `${place}/cells`, 0, (one, at) => readCell(shape, one, at)),
    none: shape.benefits(fields.get('none'), `${place}/none`, 0),
    withheld: shape.benefits(fields.get('withheld'), `${place}/withheld`, 0),
  };
}

function readCell(shape: Shape, value: JsonValue, place: string): GrantedCell {
  const cell = shape.fields(value, place, CELL_FIELDS);
  return {
    benefits: shape.benefits(cell.get('benefits'), `${place}/benefits`, 1),
    children: shape.integer(cell.get('children'), `${place}/children`, 0, COUNT_MAX),
    grants: shape.integer(cell.get('grants'), `${place}/grants`, 0, COUNT_MAX),
  };
}

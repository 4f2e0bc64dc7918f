/** Bodies of forms, on the few routes that a standard wants to have them (RFC 6749 Appendix B); every other route takes JSON alone. */
import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes } from '@nestjs/swagger';
import { problems } from '../problem.ts';
import { FORM } from './request-headers.ts';

/** Bytes. */
const LONGEST = 16_384;

/** Stands above a handler; its route takes a form and no JSON. */
export const FormBody = (): MethodDecorator =>
  applyDecorators(RouteConfig({ isForm: true }), ApiConsumes(FORM));

/**
 * The parameters of these names; one that is empty is as good as none, and others are not looked at (RFC 6749 §3.2). Throws
 * token-request-refused where one stands twice, or the bytes are no form.
 */
export function readForm<Name extends string>(
  bytes: Uint8Array,
  names: readonly Name[],
): Readonly<Partial<Record<Name, string>>> {
  if (bytes.length > LONGEST) throw problems.tokenRequestRefused();
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw problems.tokenRequestRefused();
  }
  const form = new URLSearchParams(text);
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const [value, ...more] = form.getAll(name);
    if (more.length > 0) throw problems.tokenRequestRefused();
    if (value !== undefined && value !== '') found[name] = value;
  }
  return found;
}

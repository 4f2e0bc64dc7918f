/**
 * Types of the API out of the built service: `npm run generate:client` writes src/client/generated/api.ts, and with
 * --print they go to standard output; with --document DAY the description itself does. The service is looked at, not started: no database is needed.
 */
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const OUT = fileURLToPath(new URL('../../src/client/generated/api.ts', import.meta.url));
const HEAD = `/**
 * What the REST API takes and answers, as types. Made by \`npm run generate:client\` from /openapi.json of the
 * built service: do not edit. A test compares the two.
 */
/* eslint-disable */
`;

/** The OpenAPI document of dist/, where the swagger plugin has been at work. */
async function describeBuiltApi(day) {
  const built = (path) => import(new URL(`../../dist/src/${path}`, import.meta.url).href);
  const [{ AppModule }, { readSettings }, { describeApi }] = await Promise.all([
    built('app.module.js'),
    built('foundation/settings.js'),
    built('operations/openapi.js'),
  ]);
  // In a preview Nest makes no provider, so nobody opens the pool that this address stands for.
  const root = AppModule.with(readSettings({ DATABASE_URL: 'postgres://nobody@localhost/nothing' }));
  const app = await NestFactory.create(root, new FastifyAdapter(), {
    preview: true,
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  return describeApi(app, day);
}

/** Header names know no capitals: one that is described twice is one header, and optional where either says so. */
function withHeadersOnce(document) {
  for (const operation of Object.values(document.paths).flatMap(Object.values)) {
    const once = new Map();
    for (const parameter of operation.parameters ?? []) {
      const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
      const key = `${parameter.in} ${name}`;
      const other = once.get(key);
      const required = parameter.required === true && (other?.required ?? true);
      once.set(key, { ...other, ...parameter, name, required });
    }
    operation.parameters = [...once.values()];
  }
  return document;
}

if (process.argv.includes('--document')) {
  const text = JSON.stringify(await describeBuiltApi(process.argv.at(-1)));
  // A pipe takes a long text in parts: whoever ended now would leave with half of it.
  await new Promise((written) => process.stdout.write(text, written));
  process.exit();
}
// Always the same day: types must not change with the one on which they are made.
const tree = await openapiTS(withHeadersOnce(await describeBuiltApi('2026-11-28')), {
  immutable: true,
  alphabetize: true,
});
const text = await format(HEAD + astToString(tree), { ...(await resolveConfig(OUT)), parser: 'typescript' });
if (process.argv.includes('--print')) process.stdout.write(text);
else await writeFile(OUT, text);

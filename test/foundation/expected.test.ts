/** Every rule about a field of an address or query says in German too what it expects. */
import { getMetadataStorage, type ValidationError, validateSync } from 'class-validator';
import { ModulesContainer } from '@nestjs/core';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { expectedInGerman } from '../../src/foundation/http/expected.ts';
import { inputFindings } from '../../src/foundation/http/input.pipe.ts';
import { startApp, type TestApp } from '../setup/app.ts';
import { ENGLISH } from '../setup/english.ts';

let kanon: TestApp;
beforeAll(async () => {
  kanon = await startApp();
});
afterAll(() => kanon.close());

/** What is said of a field whose rule has no German. */
const unknown = (property: string): string | undefined =>
  inputFindings({ property, constraints: { none: 'is none that anybody knows' } })[0]?.reason.de;

/** Classes that stand before a handler as its parameters. */
function parameterClasses(): (new () => object)[] {
  const controllers = [...kanon.app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  const found = controllers.flatMap(({ metatype }) => {
    const controller = metatype as new () => object;
    return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
      if (!Reflect.hasMetadata(ROUTE_ARGS_METADATA, controller, name)) return [];
      return Reflect.getMetadata(
        'design:paramtypes',
        controller.prototype as object,
        name,
      ) as (new () => object)[];
    });
  });
  return [...new Set(found)].filter(
    (type) => getMetadataStorage().getTargetValidationMetadatas(type, '', false, false).length > 0,
  );
}

test('no field is only told that it is wrong', () => {
  const classes = parameterClasses();
  expect(classes.length).toBeGreaterThan(10);
  const without: string[] = [];
  for (const type of classes) {
    // What no rule takes: too small for each number, no text, no moment.
    const fields = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
    for (const wrong of ['Zqx!', -1, 1e300, new Date('1900-01-01'), new Date('2200-01-01')]) {
      const value = Object.assign(new type(), Object.fromEntries(fields.map((f) => [f.propertyName, wrong])));
      const errors: ValidationError[] = validateSync(value);
      for (const error of errors)
        for (const { reason } of inputFindings(error)) {
          const { de: german, en: english } = reason;
          if (german === unknown(error.property)) without.push(`${type.name}: ${english}`);
          else
            expect(german.replace(error.property, '').replaceAll(/eines von .*/g, '')).not.toMatch(ENGLISH);
          expect(`${german} ${english}`).not.toContain('$property');
        }
    }
  }
  expect([...new Set(without)]).toEqual([]);
});

test('a sentence keeps the values that are allowed', () => {
  expect(expectedInGerman('level', 'level must be one of the following values: state, county')).toBe(
    'level ist eines von state, county.',
  );
  expect(expectedInGerman('limit', 'limit must not be less than 1')).toBe('limit ist mindestens 1.');
  expect(expectedInGerman('x', 'x must be pink')).toBeUndefined();
});

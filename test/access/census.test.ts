/** The census of the routes: none without a right or a reason, and none with a body that nobody reads strictly. */
import { Controller, Get, Param, Post } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { ModulesContainer } from '@nestjs/core';
import { Act, Open } from '../../src/access/act.ts';
import { Census } from '../../src/access/census.ts';
import { everywhere } from '../../src/access/place.ts';
import { call, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { startWith } from './house.ts';

@Controller('stray')
class Stray {
  @Get()
  forgotten() {
    return { secret: true };
  }
}

@Controller('both')
class Both {
  @Post()
  @Act('log.read', everywhere)
  @Open('and closed at once')
  undecided() {
    return null;
  }
}

class Parent {
  @Get('inherited')
  inherited() {
    return { secret: true };
  }
}
@Controller('child')
class Child extends Parent {}

@Controller('unread')
class Unread {
  @Get(':school')
  @Open('and takes its path as it comes')
  raw(@Param('school') school: string) {
    return school;
  }
}

describe('the census', () => {
  test.each([
    ['without @Act or @Open', Stray, 'Stray.forgotten'],
    ['with both', Both, 'Both.undecided'],
    ['without either that it inherits', Child, 'Child.inherited'],
  ])('a route %s stops the start, by name', async (_, controller, name) => {
    await expect(startWith([controller])).rejects.toThrow(`These routes need either @Act or @Open: ${name}`);
  });

  test('a route stops the start whose path no class reads', async () => {
    await expect(startWith([Unread])).rejects.toThrow(
      'These routes need one @Param() of a class whose fields have rules, or none at all: Unread.raw',
    );
  });

  describe('of the service', () => {
    let kanon: TestApp;
    beforeAll(async () => {
      kanon = await startApp();
    });
    afterAll(() => kanon.close());

    test('finds every route that Fastify answers', () => {
      const server = kanon.app.getHttpAdapter().getInstance();
      const counted = kanon.app.get(Census).routes();
      expect(counted.length).toBeGreaterThan(10);
      for (const { method, path } of counted)
        expect([path, server.hasRoute({ method, url: path })]).toEqual([path, true]);
    });

    test('what is open says why, and is what may be open', () => {
      const open = kanon.app
        .get(Census)
        .routes()
        .filter((route) => route.open);
      expect(open.filter((route) => (route.open ?? '').length < 5)).toEqual([]);
      const changing = open.filter((route) => route.method !== 'GET').map((route) => route.path);
      expect(changing.sort()).toEqual([
        '/v1/activations',
        '/v1/demo/sessions',
        '/v1/device/authorizations',
        '/v1/passkeys/challenges',
        '/v1/password-resets',
        '/v1/passwords',
        '/v1/sessions',
        '/v1/sessions/passkey',
        '/v1/sessions/refresh',
        '/v1/tokens',
        '/v1/witness/cosignatures',
      ]);
      expect(open.filter((route) => /report|summar|release|log|account/.test(route.path))).toEqual([]);
    });

    test('every recorded route asks for a token before anything else', async () => {
      for (const { method, path } of kanon.app
        .get(Census)
        .routes()
        .filter((route) => route.act)) {
        const { status, headers } = await call(kanon, method, path.replace(/:\w+/g, 'nowhere'));
        expect([method, path, status, headers.get('www-authenticate')]).toEqual([
          method,
          path,
          401,
          'Bearer',
        ]);
      }
    });

    test('every body is a class that reads itself from the raw bytes', () => {
      const bodies = [...kanon.app.get(ModulesContainer).values()]
        .flatMap((module) => [...module.controllers.values()])
        .flatMap(({ metatype }) => bodiesOf(metatype as new () => object));
      expect(bodies.length).toBeGreaterThanOrEqual(2);
      expect(
        bodies.filter(({ type }) => typeof (type as { read?: unknown } | undefined)?.read !== 'function'),
      ).toEqual([]);
      expect(bodies.filter(({ type }) => type === Object || type === Function)).toEqual([]);
    });

    test('a token alone opens nothing that has no handler', async () => {
      const { token } = await signedIn(kanon, 'admin');
      for (const path of ['/v1', '/v1/', '/v1/account', '/v1/schools/990001/reports', '/V1/RELEASES'])
        expect([path, (await call(kanon, 'GET', path, { token })).status]).toEqual([path, 404]);
    });
  });
});

/** The types of all `@Body()` parameters of a controller. */
function bodiesOf(controller: new () => object): { handler: string; type: unknown }[] {
  const names = Object.getOwnPropertyNames(controller.prototype);
  return names.flatMap((name) => {
    const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
      string,
      { index: number }
    >;
    const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) ??
      []) as unknown[];
    return Object.entries(args)
      .filter(([key]) => key.startsWith(`${RouteParamtypes.BODY}:`))
      .map(([, { index }]) => ({ handler: `${controller.name}.${name}`, type: types[index] }));
  });
}

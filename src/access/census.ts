/** Counts the routes at start: one without an act or a reason to be open, or whose path or query no class checks, stops the service. */
import { Injectable, type OnModuleInit, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { ACT, type DeclaredAct, OPEN_ROUTE } from './act.ts';
import { pathClassOf, queryClassOf } from './asked.ts';

export interface Route {
  readonly handler: string;
  readonly method: string;
  /** Path pattern, such as `/v1/regions/:region/summaries/:period`. */
  readonly path: string;
  readonly act: DeclaredAct | undefined;
  readonly open: string | undefined;
  /** The class of its query: Nothing where it takes none; undefined where nobody checks it. */
  readonly query: Type<object> | undefined;
  /** The class of the named parts of its path, likewise. */
  readonly parts: Type<object> | undefined;
}

@Injectable()
export class Census implements OnModuleInit {
  constructor(
    private readonly modules: ModulesContainer,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const routes = this.routes();
    const none = (strays: Route[], what: string): void => {
      if (strays.length > 0) throw new Error(`${what}: ${strays.map((route) => route.handler).join(', ')}`);
    };
    none(
      routes.filter((route) => !route.act === !route.open),
      'These routes need either @Act or @Open',
    );
    none(
      routes.filter((route) => !route.query),
      'These routes need one @Query() of a class whose fields have rules, or none at all',
    );
    none(
      routes.filter((route) => !route.parts),
      'These routes need one @Param() of a class whose fields have rules, or none at all',
    );
  }

  /** Every route of every controller. */
  routes(): Route[] {
    const controllers = [...this.modules.values()].flatMap((module) => [...module.controllers.values()]);
    return controllers.flatMap(({ metatype }) => (metatype ? this.routesOf(metatype as Type) : []));
  }

  private routesOf(controller: Type): Route[] {
    const base = this.reflector.get<string | undefined>(PATH_METADATA, controller) ?? '';
    const prototype = controller.prototype as Record<string, () => void>;
    // As Nest itself looks for routes: inherited ones are routes too.
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name]!;
      const path = this.reflector.get<string | undefined>(PATH_METADATA, handler);
      if (path === undefined) return [];
      return [
        {
          handler: `${controller.name}.${name}`,
          method: RequestMethod[this.reflector.get<RequestMethod>(METHOD_METADATA, handler)],
          path: `/${base}/${path}`.replaceAll(/\/+/g, '/').replace(/(?<=.)\/$/, ''),
          act: this.reflector.get<DeclaredAct | undefined>(ACT, handler),
          open: this.reflector.get<string | undefined>(OPEN_ROUTE, handler),
          query: queryClassOf(controller, name),
          parts: pathClassOf(controller, name),
        },
      ];
    });
  }
}

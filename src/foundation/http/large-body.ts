/** Lets one route take another body than the others: a larger one, or a list as it was saved. */
import { RouteConfig } from '@nestjs/platform-fastify';

/** Stands above a handler; the edge gives its route this limit, in bytes. */
export const LargeBody = (largestBody: number): MethodDecorator => RouteConfig({ largestBody });

/** The body is a list as `text/csv` and nothing else; the edge gives its route this limit, in bytes. */
export const ListAsBody = (largestBody: number): MethodDecorator =>
  RouteConfig({ largestBody, takesList: true });

/** The body is many values as NDJSON, or a list as `text/csv`; the edge gives its route this limit, in bytes. */
export const LinesAsBody = (largestBody: number): MethodDecorator =>
  RouteConfig({ largestBody, takesLines: true });

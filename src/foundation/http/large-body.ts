/** Lets one route take a larger body than the others: a list. */
import { RouteConfig } from '@nestjs/platform-fastify';

/** Stands above a handler; the edge gives its route this limit, in bytes. */
export const LargeBody = (largestBody: number): MethodDecorator => RouteConfig({ largestBody });

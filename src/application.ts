/** The application on a database that is ready; not yet listening. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { edgeAdapter, fitEdge } from './foundation/http/edge.ts';
import type { Settings } from './foundation/settings.ts';
import { serveApiDescription } from './operations/openapi.ts';
import { servePortal } from './operations/portal.ts';

export async function createApplication(settings: Settings): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(settings),
    edgeAdapter(settings.publicUrl),
    {
      bodyParser: false,
      // Its lines would pass the allow-list of ours; what fails at start is thrown as well.
      logger: false,
      abortOnError: false,
    },
  );
  fitEdge(app, settings.publicUrl);
  serveApiDescription(app);
  servePortal(app);
  return app;
}

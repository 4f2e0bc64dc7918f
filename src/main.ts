#!/usr/bin/env node
/** Where Kanon begins: without arguments the service, with arguments one command. */
import { run } from './cli/kanon.ts';

// Rooms are loaded when a command needs them, so that small commands answer at once.
process.exitCode = await run(process.argv.slice(2), async (settings) =>
  (await import('./application.ts')).createApplication(settings),
);

#!/usr/bin/env node
/** Where Kanon begins: without arguments the service, with arguments one command. */
import { createApplication } from './application.ts';
import { run } from './operations/cli/kanon.ts';

process.exitCode = await run(process.argv.slice(2), createApplication);

/** Lets a child process of a test or benchmark run TypeScript: `node --import test/setup/typescript.mjs file.ts`. */
import { register } from 'node:module';

register('./run-typescript.mjs', import.meta.url);

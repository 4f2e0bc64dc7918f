/** Lets a child process of a benchmark run TypeScript: `node --import test/bench/typescript.mjs file.ts`. */
import { register } from 'node:module';

register('../setup/run-typescript.mjs', import.meta.url);

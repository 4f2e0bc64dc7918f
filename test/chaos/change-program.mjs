/** `KANON_TEST_CHANGES=early node --import test/chaos/change-program.mjs dist/program/main.js` runs a program changed on its way. */
import { register } from 'node:module';

const names = (process.env['KANON_TEST_CHANGES'] ?? '').split(',').filter((name) => name !== '');
delete process.env['KANON_TEST_CHANGES'];
if (names.length > 0) register('./changed-program.mjs', import.meta.url, { data: names });

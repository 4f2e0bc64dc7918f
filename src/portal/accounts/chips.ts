/** How the state of an account looks; the word stands in it. */
import type { Schemas } from '../../client/wire.ts';

export const CHIPS: Readonly<Record<Schemas['AccountBody']['state'], string>> = {
  active: 'chip ok',
  invited: 'chip warn',
  closed: 'chip off',
};

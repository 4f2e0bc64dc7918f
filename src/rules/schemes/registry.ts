/** Every scheme that this program knows, side by side: a new one is its file and its line here (docs/schemes.md). */
import { BUT_COUNSELLING_1 } from './but-counselling-1.ts';
import { BUT_COUNSELLING_2 } from './but-counselling-2.ts';
import { BUT_COUNSELLING_3 } from './but-counselling-3.ts';
import { registryOf } from './registry-of.ts';

export const { SCHEMES, schemeOf, schemesFor } = registryOf([
  BUT_COUNSELLING_1,
  BUT_COUNSELLING_2,
  BUT_COUNSELLING_3,
]);

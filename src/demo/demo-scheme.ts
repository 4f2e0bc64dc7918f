/** The one scheme that is chosen in the code: under it the demo collects, and a rehearsal that names no other. */
import { BUT_COUNSELLING_1 } from '../rules/schemes/but-counselling-1.ts';

/** Quarterly, as the demo shows the quarter before this one and this one. */
export const DEMO_SCHEME = BUT_COUNSELLING_1;

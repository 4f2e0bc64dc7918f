/** Which report a new one may take the place of. */

/**
 * What a report may replace: one of these revisions; any that the same account reported, if one stands there (`own`);
 * nothing at all; or, where nothing is said, what the same account reported, if anything.
 */
export type Replaces = readonly string[] | 'own' | 'nothing' | undefined;

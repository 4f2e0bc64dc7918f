/** What a call throws, to be looked at; undefined if it throws nothing. */
export function failure(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

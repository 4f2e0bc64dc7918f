/** The opened keys of what is kept on this device lie in a store of their own: deleting it locks everything. */
export const OPENED = 'kanon-opened';

/** Nobody is signed in any more: from now on it takes a sign-in to open what is kept here. */
export const lock = (): void => {
  indexedDB.deleteDatabase(OPENED);
};

/** Seconds for which an access token is valid. */
export const TOKEN_LIFE = 15 * 60;

/** SHA-256 and Ed25519 as the service gives them to src/merkle, so that the vectors try those too. */
export { secretOf, sha256, signing } from '../../src/access/log-crypto.ts';
export { nodeChecking as checking } from '../../src/verifier/node-crypto.ts';

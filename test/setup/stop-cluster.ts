/** After all tests, failed ones too: the throw-away PostgreSQL ends and its folder goes. */
export default async function stopCluster(): Promise<void> {
  await (globalThis as { stopTestCluster?: () => Promise<void> }).stopTestCluster?.();
}

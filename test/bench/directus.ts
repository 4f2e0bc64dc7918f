/** stub */
export async function directus(): Promise<string[]> {
  return [];
}

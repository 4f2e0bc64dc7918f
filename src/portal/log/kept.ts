/** What the device of an auditor keeps between visits: the last seal and the key of the log. Neither is secret, and neither names anybody. */

const slot = (name: string) => ({
  read: (): string | undefined => localStorage.getItem(name) ?? undefined,
  write: (text: string): void => {
    localStorage.setItem(name, text);
  },
});

export const sealStore = slot('kanon.log.seal');
export const keyStore = slot('kanon.log.key');

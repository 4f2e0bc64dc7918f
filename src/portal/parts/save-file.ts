/** Hands a text or bytes to the browser as a file; nothing of it goes anywhere else. */
export const saveFile = (name: string, text: string, type: string): void =>
  save(name, new Blob([text], { type }));

export const saveBytes = (name: string, bytes: Uint8Array, type: string): void =>
  save(name, new Blob([new Uint8Array(bytes)], { type }));

function save(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

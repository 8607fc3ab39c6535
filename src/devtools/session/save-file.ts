const keepMs = 60_000;

/** Hands a file to the browser, which saves it as it saves downloads. */
export function saveFile(name: string, type: string, pieces: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this, and does not say when.
  setTimeout(() => URL.revokeObjectURL(url), keepMs);
}

const keepMs = 60_000;

/** Saves a file as a download. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the URL later and does not report when it has finished.
  setTimeout(() => URL.revokeObjectURL(url), keepMs);
}

/**
 * Copies text to the clipboard. Resolves with false if the browser did not allow it. Chrome does not delegate
 * the Clipboard API to the frame of a DevTools panel, so `execCommand` is the fallback.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const { activeElement } = document;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'clipboard';
  area.setAttribute('aria-hidden', 'true');
  // Everything outside an open dialog is inert and cannot be selected or copied.
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
  return isCopied;
}

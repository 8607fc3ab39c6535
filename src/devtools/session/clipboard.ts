/**
 * Puts text on the clipboard; says whether the browser let it. A DevTools panel is a frame to which Chrome
 * does not delegate the Clipboard API, so the old way is tried after it.
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
  // Beside an open dialog everything is inert, and can neither be selected nor copied.
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
  return isCopied;
}

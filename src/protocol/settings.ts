/** Under which key `storage.local` has the settings. */
export const settingsKey = 'settings';

/** Out of stored settings, whether scripts may run in the page's own world: unless somebody said no. */
export function parsePageWorld(settings: unknown): boolean {
  if (typeof settings !== 'object' || settings === null) return true;
  return (settings as { readonly pageWorld?: unknown }).pageWorld !== false;
}

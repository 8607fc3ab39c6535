import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built extension with one content script more, in which a page plays a compromised renderer. */
export interface RendererExtension {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Copies the build for that browser, and adds `renderer.js` to every frame. */
export async function buildWithRenderer(target: 'chrome' | 'firefox'): Promise<RendererExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'corscope-renderer-'));
  await cp(`dist/${target}`, folder, { recursive: true });
  await cp(new URL('./renderer.js', import.meta.url), join(folder, 'renderer.js'));
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  const script = { matches: ['<all_urls>'], js: ['renderer.js'], all_frames: true, run_at: 'document_start' };
  await writeFile(path, JSON.stringify({ ...manifest, content_scripts: [script] }));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Script for a page: resolves with what its renderer answers, `{ value }` or `{ error }`. */
export function inRenderer(action: string, ...args: readonly unknown[]): string {
  return `new Promise((resolve) => {
    const id = Math.random().toString(36).slice(2);
    addEventListener('answer-' + id, ({ detail }) => resolve(JSON.parse(detail)), { once: true });
    const detail = { id, action: ${JSON.stringify(action)}, args: ${JSON.stringify(args)} };
    dispatchEvent(new CustomEvent('renderer', { detail: JSON.stringify(detail) }));
  })`;
}

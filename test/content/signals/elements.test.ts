import { afterEach, expect, test, vi } from 'vitest';
import { observeElements } from '../../../src/content/signals/elements';
import type { PageHint } from '../../../src/protocol/page-hints';

afterEach(() => vi.unstubAllGlobals());

class FakeImage {
  readonly localName = 'img';
  constructor(
    public src: string,
    readonly complete = true,
    readonly naturalWidth = 1,
  ) {}
}

/** A document with these images. Returns what dispatches an event to the listeners of either target. */
function pageWith(images: readonly FakeImage[]) {
  const listeners = new Map<string, (event: object) => void>();
  const targetOf = (name: string) => ({
    addEventListener: (type: string, listener: (event: object) => void) =>
      listeners.set(`${name} ${type}`, listener),
  });
  vi.stubGlobal('Element', FakeImage);
  vi.stubGlobal('SVGAnimatedString', class {});
  vi.stubGlobal('document', { ...targetOf('document'), images });
  vi.stubGlobal('window', targetOf('window'));
  const hints: Pick<PageHint, 'type'>[] = [];
  observeElements((hint) => hints.push(hint)).listen();
  return {
    hints,
    dispatch: (name: string, event: object) => listeners.get(name)?.({ isTrusted: true, ...event }),
  };
}

test('an image whose event was not shown is reported when the page has loaded', () => {
  const images = [
    new FakeImage('https://a.example/seen'),
    new FakeImage('https://a.example/not-seen'),
    new FakeImage('https://a.example/loading', false),
    new FakeImage('https://a.example/broken', true, 0),
    new FakeImage('data:,'),
  ];
  const { hints, dispatch } = pageWith(images);
  const loaded = () => hints.filter(({ type }) => type === 'call').map((hint) => Reflect.get(hint, 'url'));

  dispatch('document load', { target: images[0] });
  dispatch('window load', { isTrusted: false });
  expect(loaded()).toEqual(['https://a.example/seen']);
  dispatch('window load', {});
  expect(loaded()).toEqual(['https://a.example/seen', 'https://a.example/not-seen']);
  expect(hints.at(-1)).toMatchObject({ type: 'ended', how: 'load' });
});

test('an image whose event follows the load of the page is reported once, and its next one again', () => {
  const image = new FakeImage('https://a.example/cached');
  const { hints, dispatch } = pageWith([image]);
  dispatch('window load', {});
  dispatch('document load', { target: image });
  expect(hints.filter(({ type }) => type === 'call')).toHaveLength(1);
  image.src = 'https://a.example/next';
  dispatch('document load', { target: image });
  expect(hints.filter(({ type }) => type === 'call')).toHaveLength(2);
});

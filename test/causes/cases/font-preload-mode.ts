import { page } from '../answers';
import type { CauseCase } from '../case';

/** A font of one glyph. */
const font = Buffer.from(
  [
    'AAEAAAAKAIAAAwAgT1MvMkFYQf0AAAEoAAAAYGNtYXAADAC0AAABkAAAADRnbHlmLhAuDgAAAcwAAAAsaGVhZC90dzAAAACsAAAA',
    'NmhoZWEFFgH2AAAA5AAAACRobXR4AlgAAAAAAYgAAAAGbG9jYQAWAAsAAAHEAAAABm1heHAABAAFAAABCAAAACBuYW1lAHcIhAAA',
    'AfgAAAAicG9zdAADAAAAAAIcAAAAIAABAAAAAQAAV8K4NV8PPPUAAwPoAAAAAOc1Gi4AAAAA5zUaLgAAAAAB9AH0AAAAAwACAAAA',
    'AAAAAAEAAAMg/zgAAAJYAAAAZAH0AAEAAAAAAAAAAAAAAAAAAAABAAEAAAACAAMAAQAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAwJY',
    'AZAABQAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAPz8/PwAAAGEAYQAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAgAAACWAAAAAAAAAAAAAIAAAADAAAAFAADAAEAAAAUAAQAIAAAAAQABAABAAAAYf//AAAAYf///6AAAQAA',
    'AAAAAAALABYAAAABAAAAAAH0AfQAAgAAMSERAfQB9AAAAQAAAAAB9AH0AAIAADEhEQH0AfQAAAAAAgAeAAMAAQQJAAEAAgAAAAMA',
    'AQQJAAIAAgACAGYAUgAAAAMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  ].join(''),
  'base64',
);

export const fontPreloadMode: CauseCase = {
  cause: 'font-preload-mode',
  title: 'A preloaded font is downloaded twice',
  why: 'The preload has no crossorigin, and fonts are always requested with CORS, without credentials.',
  sources: ['GoogleChromeLabs/critters#18', 'bluesky-social/social-app#6992', 'lodash/lodash.com!304'],
  server: 'imitated',
  twin: { differs: 'The preload has crossorigin, but the URL of another version of the font.', cause: null },
  fix: 'crossorigin on the preload.',
  origins: { page: 'read.news', cdn: 'cdn.type' },
  page: 'page:/',
  row: { at: 'cdn:/serif.ttf', outcome: 'allowed' },
  works: ({ downloads }) => downloads === '1',
  servers: {
    page(_, { at, variant }) {
      const url = at('cdn', '/serif.ttf');
      const attribute = variant === 'broken' ? '' : ' crossorigin';
      return page(
        `addEventListener('load', async () => {
          await document.fonts.load('16px serif2').catch(() => {});
          window.result = { downloads: await (await fetch('${at('cdn', '/count')}')).text() };
        });`,
        {
          head: `<link rel="preload" href="${url}${variant === 'twin' ? '?v=1' : ''}" as="font" type="font/ttf"${attribute}>
            <style>@font-face { font-family: serif2; src: url(${url}${variant === 'twin' ? '?v=2' : ''}) format('truetype'); }</style>`,
        },
      );
    },
    cdn({ path }, { state }) {
      const cors = { 'Access-Control-Allow-Origin': '*' };
      if (path === '/count') return { headers: cors, body: String(state.fonts ?? 0) };
      state.fonts = (state.fonts ?? 0) + 1;
      return {
        headers: { ...cors, 'Content-Type': 'font/ttf', 'Cache-Control': 'no-store' },
        body: font,
      };
    },
  },
};

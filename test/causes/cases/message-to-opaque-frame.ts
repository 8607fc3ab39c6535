import { page } from '../answers';
import type { CauseCase } from '../case';

export const messageToOpaqueFrame: CauseCase = {
  cause: 'message-to-opaque-frame',
  title: 'Messages between a page and its sandboxed srcdoc frame never arrive, in either direction',
  why: 'The origin of the frame is opaque: no target origin matches it, and postMessage(data, "null") throws.',
  sources: [
    'razzant/ouroboros!52',
    'open-circle/valibot!1406',
    'koala73/worldmonitor#3544',
    'davidjbradshaw/iframe-resizer#771',
    'whatwg/html#3105',
  ],
  server: 'imitated',
  twin: {
    differs: "The frame is not sandboxed, so it has the page's origin; the target origin has another port.",
    cause: 'target-origin-mismatch',
  },
  fix: "'*' to the opaque frame, the page's origin back.",
  origins: { page: 'wizard.app', other: { host: 'wizard.app', port: 1 } },
  page: 'page:/',
  row: null,
  works: ({ down, up }) => down === true && up === true,
  servers: {
    page(_, { variant, origin }) {
      const down = { broken: 'location.origin', twin: `'${origin('other')}'`, fix: "'*'" }[variant];
      const up = { broken: 'window.origin', twin: `'${origin('other')}'`, fix: `'${origin('page')}'` }[
        variant
      ];
      const inFrame = `<script>addEventListener('message', () => parent.postMessage('got it', '*'));
        try { parent.postMessage('done', ${up}); } catch (error) { parent.postMessage('threw ' + error.name, '*'); }</script>`;
      return page(
        `const got = { down: false, up: false };
        addEventListener('message', ({ data }) => {
          if (data === 'got it') got.down = true;
          if (data === 'done') got.up = true;
          if (String(data).startsWith('threw')) got.threw = data;
        });
        document.querySelector('iframe').onload = ({ target }) => {
          target.contentWindow.postMessage('step 1', ${down});
          setTimeout(() => { window.result = got; }, 500);
        };`,
        {
          body: `<iframe ${variant === 'twin' ? '' : 'sandbox="allow-scripts"'} srcdoc="${inFrame.replaceAll('"', '&quot;')}"></iframe>`,
        },
      );
    },
    other: () => ({}),
  },
};

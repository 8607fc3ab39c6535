import { describe, expect, test } from 'vitest';
import { scenarios } from '../../playground/scenarios';
import { expected } from '../agreement/expected';

// What the classic text on cross-origin techniques, which this program completes, says about the same-origin policy
// and of CORS, and the scenarios that show each of its examples.

type Example = readonly [section: string, example: string, works: boolean, ids: readonly string[]];

// biome-ignore format: a table
const examples: readonly Example[] = [
  // section, example                                                           works  scenarios
  ['1.2', 'DOM, JavaScript objects, storage and IndexedDB of another origin',   false, ['read-frame']],
  ['1.2', 'AJAX to another origin',                                             false, ['read-fetch']],
  ['1.4', 'another domain: www.a.com, www.b.com',                               false, ['rule-other-domain']],
  ['1.4', 'another port: www.a.com:8080, www.a.com:8081',                       false, ['rule-other-port']],
  ['1.4', 'another scheme: http://www.a.com, https://www.a.com',                false, ['rule-other-scheme']],
  ['1.4', 'another subdomain: a.b.com, c.b.com',                                false, ['rule-subdomain']],
  ['1.5', 'http://www.a.com/a.js, http://www.a.com/b.js',                       true,  ['rule-same-folder']],
  ['1.5', 'http://www.a.com/lab/a.js, http://www.a.com/script/b.js',            true,  ['rule-other-folder']],
  ['1.5', 'http://www.a.com:8000/a.js, http://www.a.com/b.js',                  false, ['rule-other-port']],
  ['1.5', 'http://www.a.com/a.js, https://www.a.com/b.js',                      false, ['rule-other-scheme']],
  ['1.5', 'http://www.a.com/a.js, http://74.125.136.136/b.js',                  false, ['rule-ip-of-host']],
  ['1.5', 'http://www.a.com/a.js, http://script.a.com/b.js',                    false, ['rule-subdomain']],
  ['1.5', 'http://www.a.com/a.js, http://www.b.com/b.js',                       false, ['rule-other-domain']],
  ['1.6', 'writes: links, redirects, form posts',                               true,  ['write-link', 'write-redirect', 'write-form']],
  ['1.6', 'embedding: pictures, scripts, frames',                               true,  ['embed-image', 'embed-script', 'embed-frame']],
  ['1.6', 'reads',                                                              false, ['read-fetch', 'read-frame']],
  ['1.7', 'document.cookie = "name=liam", another port',                        true,  ['cookie-other-port']],
  ['1.7', 'document.cookie = "name=liam", another scheme',                      true,  ['cookie-other-scheme']],
  ['1.7', 'document.cookie = "name=liam; domain=.a.com", another subdomain',    true,  ['cookie-domain']],
  ['7.1', 'HEAD, GET, POST; safelisted headers; a form’s content types',        true,  ['simple-head', 'simple-exact', 'simple-post-form', 'simple-headers']],
  ['7.1', 'other methods, headers and content types are preflighted',      true,  ['preflighted-put', 'preflighted-custom-header', 'preflighted-json']],
  ['7.1', 'Last-Event-ID: simple then, preflighted today',                 true,  ['preflighted-last-event-id']],
  ['7.2', 'no Access-Control-Allow-Origin',                                     false, ['allow-origin-missing']],
  ['7.2', 'Allow-Origin, Allow-Credentials, Expose-Headers: FooBar',            true,  ['simple-expose-headers']],
  ['7.3', 'xhr.withCredentials with Access-Control-Allow-Credentials: true',    true,  ['xhr-with-credentials']],
  ['7.3', 'xhr.withCredentials without it',                                     false, ['allow-credentials-missing']],
  ['7.3', 'xhr.withCredentials with Access-Control-Allow-Origin: *',            false, ['xhr-with-credentials-wildcard']],
  ['7.4', 'xhr.open("PUT"), X-Custom-Header: value',                            true,  ['preflighted-custom-header']],
  ['7.4', 'Access-Control-Max-Age',                                             true,  ['preflight-cache-hit']],
  ['7.5', 'the Express policy app.all("*")',                                    true,  ['express-policy']],
  ['7.5', 'the same, with credentials',                                         false, ['express-policy-with-credentials']],
];

describe('the classic examples', () => {
  test.each(examples)('§%s %s', (_section, _example, works, ids) => {
    for (const id of ids) {
      expect(scenarios.map((scenario) => scenario.id)).toContain(id);
      const row = expected.find((one) => one.id === id);
      expect(row, id).toBeDefined();
      expect(/Error|error/.test(row?.page ?? ''), id).toBe(!works);
    }
  });
});

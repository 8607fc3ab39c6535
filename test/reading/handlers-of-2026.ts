import type { Handler } from './handlers';

// Checks with `Origin`, `URLPattern`, sets, maps and hashes, checks that do not decide about each use of a
// message, and idioms of widely used libraries in our own words.

const raw = String.raw;

const originObjects: readonly Handler[] = [
  {
    what: 'Origin.from(event), same origin',
    text: raw`e => { if (!Origin.from(e).isSameOrigin(Origin.from('https://a.example'))) return; go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'Origin.from(event.origin), the other way round',
    text: raw`({ origin, data }) => { const ours = Origin.from('https://a.example'); if (ours.isSameOrigin(Origin.from(origin))) go(data) }`,
    verdict: 'exact',
  },
  {
    what: 'the origin of the window',
    text: raw`function (event) { const sender = Origin.from(event); if (!sender.isSameOrigin(Origin.from(window))) return; go(event.data) }`,
    verdict: 'exact',
  },
  {
    what: 'a list of Origin objects',
    text: raw`e => { const sender = Origin.from(e); if (!this.trusted.some((each) => each.isSameOrigin(sender))) return; go(e.data) }`,
    verdict: 'list',
  },
  {
    what: 'a list made by Origin.from',
    text: raw`e => { const ok = ['https://a.example', 'https://b.example'].map(Origin.from); if (ok.some((o) => o.isSameOrigin(Origin.from(e)))) go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'same site',
    text: raw`e => { if (!Origin.from(e).isSameSite(Origin.from('https://app.a.example'))) return; go(e.data) }`,
    verdict: 'site',
    reach: 'subdomains',
  },
  {
    what: 'same site as a user of github.io',
    text: raw`e => { if (!Origin.from(e).isSameSite(Origin.from('https://me.github.io'))) return; go(e.data) }`,
    verdict: 'site',
    reach: 'subdomains',
  },
  {
    what: 'same site as a local server: any port',
    text: raw`e => { if (Origin.from(e).isSameSite(Origin.from('http://localhost:3000'))) go(e.data) }`,
    verdict: 'site',
    reach: 'scheme-or-port',
  },
  {
    what: 'same site as the page',
    text: raw`e => Origin.from(e.origin).isSameSite(Origin.from(location.origin)) && go(e.data)`,
    given: { location: { origin: 'https://trusted.example' } },
    verdict: 'site',
    reach: 'subdomains',
  },
  {
    what: 'same origin as the data claims',
    text: raw`e => { if (Origin.from(e).isSameOrigin(Origin.from(e.data.origin))) go(e.data) }`,
    verdict: 'exact',
    reach: 'anyone',
  },
  {
    what: 'opaque origins rejected',
    text: raw`e => { if (Origin.from(e).opaque) return; go(e.data) }`,
    verdict: 'deny-list',
    reach: 'anyone',
  },
  {
    what: 'a text instead of an Origin, which throws',
    text: raw`e => { if (Origin.from(e).isSameOrigin('https://a.example')) go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'an Origin passed on',
    text: raw`e => { if (!isPartner(Origin.from(e))) return; go(e.data) }`,
    verdict: 'delegated',
    to: 'isPartner',
  },
  {
    what: 'an Origin that is only logged',
    text: raw`e => { console.log(Origin.from(e)); go(e.data) }`,
    verdict: 'unknown',
    because: 'not-compared',
  },
];

const urlPatterns: readonly Handler[] = [
  {
    what: 'a URLPattern of one origin',
    text: raw`e => { if (!new URLPattern('https://app.example.com').test(e.origin)) return; go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'a URLPattern with a base URL',
    text: raw`e => { if (new URLPattern('/*', 'https://app.example.com').test(e.origin)) go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'a URLPattern of subdomains',
    text: raw`const_ => { const p = new URLPattern('https://*.example.com/*'); if (!p.test(const_.origin)) return; go(const_.data) }`,
    verdict: 'url-pattern',
    reach: 'subdomains',
  },
  {
    what: 'a URLPattern with an asterisk before a name',
    text: raw`e => { if (!new URLPattern('https://*example.com').test(e.origin)) return; go(e.data) }`,
    verdict: 'url-pattern',
    reach: 'anyone',
  },
  {
    what: 'a URLPattern with an asterisk after a name',
    text: raw`e => { if (!new URLPattern('https://example.*').test(e.origin)) return; go(e.data) }`,
    verdict: 'url-pattern',
    reach: 'anyone',
  },
  {
    what: 'a URLPattern of a scheme',
    text: raw`e => { if (new URLPattern({ protocol: 'https' }).test(e.origin)) go(e.data) }`,
    verdict: 'url-pattern',
    reach: 'anyone',
  },
  {
    what: 'a URLPattern of a host: any scheme and port',
    text: raw`e => { if (new URLPattern({ hostname: 'app.example.com' }).exec(e.origin) === null) return; go(e.data) }`,
    verdict: 'url-pattern',
    reach: 'scheme-or-port',
  },
  {
    what: 'a URLPattern of a host from a setting',
    text: raw`e => { if (!new URLPattern({ protocol: 'https', hostname: settings.host }).test(e.origin)) return; go(e.data) }`,
    given: { settings: { host: 'trusted.example' } },
    verdict: 'url-pattern',
    reach: 'scheme-or-port',
  },
  {
    what: 'a URLPattern with an optional scheme letter',
    text: raw`e => { if (new URLPattern('http{s}?://app.example.com').test(e.origin)) go(e.data) }`,
    verdict: 'url-pattern',
    reach: 'scheme-or-port',
  },
  {
    what: 'a URLPattern of named hosts',
    text: raw`e => { if (new URLPattern('https://:app(www|shop).example.com').test(e.origin)) go(e.data) }`,
    verdict: 'url-pattern',
  },
  {
    what: 'a list of URLPatterns',
    text: raw`e => { const all = ['https://a.com', 'https://*.b.com'].map((p) => new URLPattern(p)); if (all.some((p) => p.test(e.origin))) go(e.data) }`,
    verdict: 'url-pattern',
    reach: 'subdomains',
  },
  {
    what: 'a URLPattern that is set elsewhere',
    text: raw`e => { if (!new URLPattern(config.pattern).test(e.origin)) return; go(e.data) }`,
    verdict: 'url-pattern',
  },
];

const urls: readonly Handler[] = [
  {
    what: 'the origin of a URL',
    text: raw`e => { if (new URL(e.origin).origin !== 'https://app.example.com') return; go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'a URL as text',
    text: raw`e => { if (new URL(e.origin).toString() !== 'https://app.example.com/') return; go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'host and port: any scheme',
    text: raw`e => { const { host } = new URL(e.origin); if (host === 'app.example.com') go(e.data) }`,
    verdict: 'exact',
    reach: 'scheme-or-port',
  },
  {
    what: 'the scheme alone',
    text: raw`e => { if (new URL(e.origin).protocol !== 'https:') return; go(e.data) }`,
    verdict: 'exact',
    reach: 'anyone',
  },
  {
    what: 'the origin resolved against the page: the null origin becomes its own',
    text: raw`e => { if (new URL(e.origin, location.href).origin !== location.origin) return; go(e.data) }`,
    given: { location: { href: 'https://trusted.example/app', origin: 'https://trusted.example' } },
    verdict: 'exact',
    reach: 'anyone',
  },
  {
    what: 'the host name of a link',
    text: raw`function (e) { var a = document.createElement('a'); a.href = e.origin; if (a.hostname === 'app.example.com') { go(e.data); } }`,
    code: {
      document: '{ createElement: () => ({ set href(url) { this.hostname = new URL(url).hostname } }) }',
    },
    verdict: 'exact',
    reach: 'scheme-or-port',
  },
  {
    what: 'Object.is',
    text: raw`e => { if (Object.is(e.origin, 'https://app.example.com')) go(e.data) }`,
    verdict: 'exact',
  },
];

const collections: readonly Handler[] = [
  {
    what: 'a set literal',
    text: raw`e => { if (!new Set(['https://a.com', 'https://b.com']).has(e.origin)) return; go(e.data) }`,
    verdict: 'list',
  },
  {
    what: 'a set of host names',
    text: raw`e => { const hosts = new Set(['a.com']); if (!hosts.has(new URL(e.origin).hostname)) return; go(e.data) }`,
    verdict: 'list',
    reach: 'scheme-or-port',
  },
  {
    what: 'a map literal',
    text: raw`e => { const role = new Map([['https://a.com', 'admin'], ['null', 'guest']]).get(e.origin); if (!role) return; go(e.data) }`,
    verdict: 'list',
    reach: 'anyone',
  },
  {
    what: 'a map of functions',
    text: raw`e => { const peer = this.peers.get(e.origin); peer?.(e.data); if (peer) go(e.data) }`,
    verdict: 'list',
  },
  {
    what: 'a function that is chosen by the origin, or another one',
    text: raw`e => { const receive = peers[e.origin] || fallback; receive(e.data) }`,
    code: { peers: '{}', fallback: 'go' },
    verdict: 'list',
    loophole: 'other-condition',
  },
];

const hashes: readonly Handler[] = [
  {
    what: 'a comparison in constant time',
    text: raw`e => { if (!timingSafeEqual(encoder.encode(e.origin), trusted)) return; go(e.data) }`,
    verdict: 'delegated',
    to: 'timingSafeEqual',
  },
  {
    what: 'a comparison in constant time, written out',
    text: raw`e => { const a = e.origin; let d = a.length ^ known.length; for (let i = 0; i < known.length; i++) d |= a.charCodeAt(i) ^ known.charCodeAt(i); if (d !== 0) return; go(e.data) }`,
    verdict: 'delegated',
    to: 'a.length ^ known.length',
  },
  {
    what: 'a comparison in constant time in a helper of its own',
    text: raw`e => { const same = (a, b) => { if (a.length !== b.length) return false; let d = 0; for (let i = 0; i < b.length; i++) d |= a.charCodeAt(i) ^ b.charCodeAt(i); return d === 0 }; if (!same(e.origin, known)) return; go(e.data) }`,
    verdict: 'delegated',
    to: 'a.charCodeAt(i) ^ b.charCodeAt(i)',
  },
  {
    what: 'a hash of the origin',
    text: raw`async e => { const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(e.origin)); if (toHex(hash) !== KNOWN) return; go(e.data) }`,
    verdict: 'delegated',
    to: 'toHex',
  },
  {
    what: 'a hash of the origin, by then()',
    text: raw`e => { crypto.subtle.digest('SHA-256', encode(e.origin)).then((hash) => { if (!equal(hash, KNOWN)) return; go(e.data) }) }`,
    verdict: 'delegated',
    to: 'equal',
  },
];

const unchecked: readonly Handler[] = [
  {
    what: 'data stored before the check',
    text: raw`e => { state.last = go(e.data); if (e.origin !== 'https://app.example.com') return; state.ok = 1 }`,
    given: { state: {} },
    verdict: 'exact',
    loophole: 'unchecked-use',
  },
  {
    what: 'data used before the check',
    text: raw`function (event) { go(event.data); if (event.origin !== 'https://app.example.com') return; render(event.data) }`,
    verdict: 'exact',
    loophole: 'unchecked-use',
  },
  {
    what: 'a command without a check before it',
    text: raw`e => { if (e.data.type === 'reset') { go(); return } if (e.origin !== 'https://app.example.com') return; set(e.data) }`,
    sent: () => ({ type: 'reset' }),
    verdict: 'exact',
    loophole: 'unchecked-use',
  },
  {
    what: 'one case of a switch without a check',
    text: raw`e => { switch (e.data.type) { case 'pay': if (e.origin !== 'https://app.example.com') return; pay(e.data); break; case 'size': go(e.data.px) } }`,
    sent: () => ({ type: 'size' }),
    verdict: 'exact',
    loophole: 'unchecked-use',
  },
  {
    what: 'a check for some data alone',
    text: raw`e => { if (e.data.type === 'pay') { if (e.origin !== 'https://app.example.com') return } go(e.data) }`,
    verdict: 'exact',
    loophole: 'unchecked-use',
  },
  {
    what: 'an exception that is caught',
    text: raw`e => { try { if (e.origin !== 'https://app.example.com') throw new Error('origin') } catch {} go(e.data) }`,
    verdict: 'exact',
    loophole: 'unchecked-use',
  },
  {
    what: 'a caught assertion',
    text: raw`e => { try { assert(e.origin === 'https://app.example.com') } catch (error) { console.warn(error) } go(e.data) }`,
    code: { assert: '(ok) => { if (!ok) throw new Error() }' },
    verdict: 'exact',
    loophole: 'unchecked-use',
  },
  {
    what: 'a use in finally',
    text: raw`e => { try { if (e.origin !== 'https://app.example.com') return; other(e.data) } finally { go(e.data) } }`,
    verdict: 'exact',
    loophole: 'unchecked-use',
  },
  {
    what: 'the others after the trusted one',
    text: raw`e => { if (e.origin === 'https://app.example.com') { admin(e.data); return } go(e.data) }`,
    verdict: 'exact',
    loophole: 'unchecked-use',
  },
  {
    what: 'data for another window before the check',
    text: raw`e => { frame.postMessage(go(e.data), '*'); if (e.origin !== 'https://app.example.com') return; set(e.data) }`,
    code: { frame: '{ postMessage: go }' },
    verdict: 'exact',
    loophole: 'unchecked-use',
  },
  {
    what: 'each item of the data before the check',
    text: raw`e => { e.data.items.forEach((each) => go(each)); if (e.origin !== 'https://app.example.com') return; set(e.data) }`,
    sent: () => ({ items: [1] }),
    verdict: 'exact',
    loophole: 'unchecked-use',
  },
  {
    what: 'data stored under a weaker check',
    text: raw`e => { if (e.source !== frame.contentWindow) return; this.last = e.data; if (e.origin !== 'https://app.example.com') return; go(e.data) }`,
    verdict: 'source',
  },
  {
    what: 'the event given away before the check',
    text: raw`e => { queue.add(e); if (e.origin !== 'https://app.example.com') return; go(e.data) }`,
    verdict: 'delegated',
    to: 'queue.add',
  },
];

const otherConditions: readonly Handler[] = [
  {
    what: 'a text that is always true',
    text: raw`e => { if (e.origin === 'https://app.example.com' || 'https://x.example') go(e.data) }`,
    verdict: 'exact',
    reach: 'anyone',
  },
  {
    what: 'a text that is always true, as a rejection',
    text: raw`e => { if (!(e.origin === 'https://app.example.com' || 'https://x.example')) return; go(e.data) }`,
    verdict: 'exact',
    reach: 'anyone',
  },
  {
    what: 'no check while a page is debugged',
    text: raw`e => { if (e.origin !== 'https://app.example.com' && !env.debug) return; go(e.data) }`,
    given: { env: { debug: true } },
    verdict: 'exact',
    loophole: 'other-condition',
  },
  {
    what: 'a switch before the check',
    text: raw`e => { if (isLocal || e.origin === 'https://app.example.com') go(e.data) }`,
    given: { isLocal: true },
    verdict: 'exact',
    loophole: 'other-condition',
  },
  {
    what: 'any origin by a setting',
    text: raw`e => { if (allowed !== '*' && allowed !== e.origin) return; go(e.data) }`,
    given: { allowed: '*' },
    verdict: 'exact',
    loophole: 'other-condition',
  },
  {
    what: 'no check without a setting',
    text: raw`function (e) { if (this.origin && e.origin !== this.origin) return; go(e.data) }`,
    verdict: 'exact',
    loophole: 'other-condition',
  },
  {
    what: 'data that needs no check',
    text: raw`e => { if (e.data.isPublic || list.includes(e.origin)) go(e.data) }`,
    sent: () => ({ isPublic: true }),
    verdict: 'list',
    loophole: 'other-condition',
  },
  {
    what: 'a result that is changed later',
    text: raw`e => { let ok = e.origin === 'https://app.example.com'; if (isLocal) ok = true; if (!ok) return; go(e.data) }`,
    given: { isLocal: true },
    verdict: 'exact',
    loophole: 'other-condition',
  },
  {
    what: 'a helper that allows everything by a setting',
    text: raw`e => { const ok = (o) => { if (allowAll) return true; return o === 'https://app.example.com' }; if (!ok(e.origin)) return; go(e.data) }`,
    given: { allowAll: true },
    verdict: 'exact',
    loophole: 'other-condition',
  },
  {
    what: 'a helper whose exception is caught',
    text: raw`e => { const ok = (o) => { try { if (o !== 'https://app.example.com') throw 1 } catch {} return true }; if (!ok(e.origin)) return; go(e.data) }`,
    verdict: 'exact',
    reach: 'anyone',
  },
  {
    what: 'a conditional by a setting',
    text: raw`e => { const ok = isLocal ? true : e.origin === 'https://app.example.com'; if (ok) go(e.data) }`,
    given: { isLocal: true },
    verdict: 'exact',
    loophole: 'other-condition',
  },
];

/** Checks that look like the ones above, and decide. */
const decided: readonly Handler[] = [
  {
    what: 'another condition that must hold too',
    text: raw`e => { if (!ready || e.origin !== 'https://app.example.com' || !e.data) return; go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'a test whether there is an origin',
    text: raw`e => { if (e.origin && e.origin !== 'https://app.example.com') return; go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'a test whether the origin is a text',
    text: raw`e => { if (typeof e.origin === 'string' && e.origin !== 'https://app.example.com') return; go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'a caught exception that ends the listener',
    text: raw`e => { try { if (e.origin !== 'https://app.example.com') throw new Error('origin') } catch (error) { report(error); return } go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'a return in try',
    text: raw`e => { try { if (e.origin !== 'https://app.example.com') return } catch {} go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'data that is only parsed before the check',
    text: raw`e => { let d = e.data; if (typeof d === 'string') { try { d = JSON.parse(d) } catch { return } } if (e.origin !== 'https://app.example.com') return; go(d) }`,
    verdict: 'exact',
  },
  {
    what: 'a message without a type that is counted',
    text: raw`e => { if (!e.data.type) { stats.bad++; return } if (e.origin !== 'https://app.example.com') return; go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'a reply to a ping of any sender',
    text: raw`e => { if (e.data === 'ping') { e.source.postMessage('pong', e.origin); return } if (e.origin !== 'https://app.example.com') return; go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'a function for later that is made before the check',
    text: raw`e => { const later = () => go(e.data); if (e.origin !== 'https://app.example.com') return; queueMicrotask(later) }`,
    verdict: 'exact',
  },
  {
    what: 'a flag that a loop sets',
    text: raw`e => { var ok = !1; for (var i = 0; i < list.length; i++) if (list[i] === e.origin) { ok = !0; break } if (!ok) return; go(e.data) }`,
    verdict: 'list',
  },
  {
    what: 'a function that is chosen by the origin',
    text: raw`e => { let receive; if (e.origin === 'https://app.example.com') receive = ours; if (!receive) return; receive(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'a helper that rejects what is not a URL',
    text: raw`e => { const ok = (o) => { try { return new URL(o).origin === 'https://app.example.com' } catch { return false } }; if (!ok(e.origin)) return; go(e.data) }`,
    verdict: 'exact',
  },
];

/** What libraries do, in our own words. */
const libraries: readonly Handler[] = [
  {
    what: 'an RPC over windows: allowed origins as texts and patterns',
    text: raw`function receive(ev) {
      const isAllowed = (all, origin) => {
        for (const each of all) {
          if (origin === each || each === '*') return true;
          if (each instanceof RegExp && each.test(origin)) return true;
        }
        return false;
      };
      if (!ev || !ev.data || !isAllowed(origins, ev.origin)) { console.warn('Invalid origin ' + ev.origin); return; }
      go(ev.data);
    }`,
    given: { origins: ['*'] },
    verdict: 'delegated',
    to: 'each.test',
    loophole: 'other-condition',
  },
  {
    what: 'a parent and its frame that agreed on an origin',
    text: raw`(e) => {
      const { data, origin, source } = e;
      if (source !== child || !(childOrigin === '*' || origin === childOrigin)) return;
      if (data.kind === 'reply') calls.get(data.id)(data.value);
      go(data);
    }`,
    code: { child: 'event.source', childOrigin: "'*'" },
    verdict: 'exact',
    loophole: 'other-condition',
  },
  {
    what: 'a frame that is resized, with a list of origins or none',
    text: raw`function (event) {
      var msg = event.data, origin = event.origin;
      function isFrom() {
        var check = settings.checkOrigin;
        if (check && '' + origin !== 'null' && origin !== check) throw new Error('Unexpected message from ' + origin);
        return true;
      }
      if (isFrom()) go(msg);
    }`,
    code: { settings: "{ checkOrigin: event.origin === 'null' && 'https://app.example.com' }" },
    verdict: 'exact',
    reach: 'anyone',
    loophole: 'other-condition',
  },
  {
    what: 'a sign-in popup',
    text: raw`function (event) {
      if (event.origin !== window.location.origin) return;
      if (event.data && event.data.type === 'authorization_response') { cleanup(); go(event.data.response); }
    }`,
    verdict: 'exact',
  },
  {
    what: 'a web message of a silent sign-in',
    text: raw`(e) => {
      if (e.origin != eventOrigin) return;
      if (!e.data || e.data.type !== 'authorization_response') return;
      const eventSource = e.source;
      if (eventSource) eventSource.close();
      e.data.response.error ? reject(e.data.response) : go(e.data.response);
    }`,
    verdict: 'exact',
  },
  {
    what: 'a video player',
    text: raw`function (event) {
      if (!/^https:\/\/(player\.)?video\.example$/.test(event.origin)) return false;
      if (this.origin === '*') this.origin = event.origin;
      go(parse(event.data));
    }`,
    verdict: 'regex',
  },
  {
    what: 'a hot reload client: only the type counts',
    text: raw`(e) => { if (typeof e.data === 'string' && e.data.indexOf('webpackHotUpdate') === 0) go(e.data) }`,
    verdict: 'none',
  },
  {
    what: 'a worker-like proxy: allowed origins, then a path of names',
    text: raw`function callback(ev) {
      if (!ev || !ev.data) return;
      if (!allowed.some((each) => each === '*' || each === ev.origin)) return;
      const { id, type, path } = Object.assign({ path: [] }, ev.data);
      go(path.reduce((at, name) => at[name], target));
    }`,
    given: { allowed: ['*'], target: {} },
    sent: () => ({}),
    verdict: 'list',
    loophole: 'other-condition',
  },
];

/** The second half of the corpus. */
export const handlersOf2026: readonly Handler[] = [
  ...originObjects,
  ...urlPatterns,
  ...urls,
  ...collections,
  ...hashes,
  ...unchecked,
  ...otherConditions,
  ...decided,
  ...libraries,
];

import type { LoopholeKind, OriginVerdict, Reach, UnknownBecause } from '../../src/reading/listener';
import { handlersOf2026 } from './handlers-of-2026';

/** A typical listener with the expected reading of its origin check. `go` stands for the use of a message. */
export interface Handler {
  readonly what: string;
  readonly text: string;
  readonly verdict: OriginVerdict;
  /** Who else passes. */
  readonly reach?: Reach;
  /** How `https://attacker.example` is used without the check. */
  readonly loophole?: LoopholeKind;
  readonly because?: UnknownBecause;
  readonly to?: string;
  readonly named?: Readonly<Record<string, string>>;
  /** The values of the handler's free names when it runs with the example. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** The same, as JavaScript. */
  readonly code?: Readonly<Record<string, string>>;
  /** The data that it runs with. */
  readonly sent?: (origin: string) => unknown;
}

const raw = String.raw;

const exact: readonly Handler[] = [
  {
    what: 'an early return',
    text: raw`function (event) { if (event.origin !== 'https://app.example.com') return; go(event.data); }`,
    verdict: 'exact',
  },
  {
    what: 'an early return in a block, with a warning',
    text: raw`function onMessage(event) {
      if (event.origin !== "https://pay.example.com") {
        console.warn("Unexpected origin", event.origin);
        return;
      }
      var payload = JSON.parse(event.data);
      go(payload);
    }`,
    verdict: 'exact',
  },
  {
    what: 'its own origin',
    text: raw`(e) => { if (e.origin === window.location.origin) { go(e.data); } }`,
    verdict: 'exact',
  },
  {
    what: 'a comparison with a setting',
    text: raw`({ origin, data }) => { if (origin !== config.iframeOrigin) return; go(data.type); }`,
    verdict: 'exact',
  },
  {
    what: 'two values in one condition',
    text: raw`function (e) { if (e.origin !== "https://a.com" && e.origin !== "https://b.com") return false; go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'two values in two branches',
    text: raw`(ev) => {
      if (ev.origin === 'https://checkout.shop.com') { go(ev.data.cart); }
      else if (ev.origin === 'https://login.shop.com') { go(ev.data.user); }
    }`,
    verdict: 'exact',
  },
  {
    what: 'jQuery, by the original event',
    text: raw`function (e) {
      var origin = e.originalEvent.origin || e.origin;
      if (origin != 'https://widget.example.org') { return; }
      go(e.originalEvent.data);
    }`,
    verdict: 'exact',
  },
  {
    what: 'jQuery, as the parameter is called',
    text: raw`function(jqEvent){ var ev = jqEvent.originalEvent; if(ev.origin===TRUSTED){ go(ev.data) } }`,
    verdict: 'exact',
  },
  {
    what: 'a renamed part',
    text: raw`({ data: msg, origin: from }) => { if (from === 'https://a.com') go(msg); }`,
    verdict: 'exact',
  },
  {
    what: 'the original event taken apart',
    text: raw`({ originalEvent: { data, origin } }) => { if (origin !== 'https://a.com') return; go(data); }`,
    verdict: 'exact',
  },
  {
    what: 'after an await',
    text: raw`async (event) => { const cfg = await loadConfig(); if (event.origin !== cfg.origin) return; await go(event.data); }`,
    verdict: 'exact',
  },
  {
    what: 'handleEvent of an object',
    text: raw`handleEvent(event) { if (event.origin !== this.origin) { return; } go(event.data); }`,
    verdict: 'exact',
  },
  {
    what: 'a private method of a class',
    text: raw`#onMessage(event) { if (event.origin !== this.#origin) return; this.emit = go(event.data); }`,
    verdict: 'exact',
  },
  {
    what: 'an async method of a class',
    text: raw`async handleMessage({ origin, data }) {
      if (origin !== this.options.origin) throw new Error('bad origin');
      await go(data);
    }`,
    verdict: 'exact',
  },
  {
    what: 'a warning with the data in the other branch',
    text: raw`e => { if (e.origin === 'https://a.com') { go(e.data) } else { console.warn('odd', e.data) } }`,
    verdict: 'exact',
  },
  {
    what: 'a switch over the origin',
    text: raw`function (e) {
      switch (e.origin) {
        case 'https://a.com': go(e.data); break;
        case 'https://b.com': go(e.data.inner); break;
        default: return;
      }
    }`,
    verdict: 'exact',
  },
  {
    what: 'a switch that lets some go on',
    text: raw`function (e) {
      switch (e.origin) { case "https://a.com": case "https://b.com": break; default: return; }
      go(e.data);
    }`,
    verdict: 'exact',
  },
  {
    what: 'a result stored in a variable',
    text: raw`e => { const isTrusted = e.origin === ORIGIN; if (!isTrusted) return; go(e.data); }`,
    verdict: 'exact',
  },
  {
    what: 'minified, with a comma and &&',
    text: raw`function(t){var n=t.data,r=t.origin;r===o&&n&&"resize"===n.type&&go(n.height)}`,
    verdict: 'exact',
  },
  {
    what: 'minified, with ? : and void',
    text: raw`e=>{e.origin!==t?void 0:go(e.data)}`,
    verdict: 'exact',
  },
  {
    what: 'minified, the constant first',
    text: raw`function(e){if("https://js.example.com"===e.origin&&"string"==typeof e.data){var t=JSON.parse(e.data);go(t)}}`,
    verdict: 'exact',
  },
  {
    what: 'TypeScript output for ES5, async',
    text: raw`function (event) { return __awaiter(_this, void 0, void 0, function () {
      var data;
      return __generator(this, function (_a) {
        switch (_a.label) {
          case 0:
            if (event.origin !== this.allowed) { return [2 /*return*/]; }
            data = event.data;
            return [4 /*yield*/, go(data)];
          case 1: _a.sent(); return [2 /*return*/];
        }
      });
    }); }`,
    verdict: 'exact',
  },
  {
    what: 'TypeScript output of destructuring',
    text: raw`function (_a) { var data = _a.data, origin = _a.origin; if (origin !== exports.ORIGIN) return; go(data); }`,
    verdict: 'exact',
  },
  {
    what: 'origin and source together',
    text: raw`(e) => { if (e.source !== frame.contentWindow || e.origin !== frameOrigin) return; go(e.data); }`,
    verdict: 'exact',
  },
  {
    what: 'a handshake, Penpal-like',
    text: raw`(event) => {
      if (event.source !== remoteWindow) return;
      if (childOrigin !== '*' && event.origin !== childOrigin) {
        log('Handshake refused from origin ' + event.origin);
        return;
      }
      if (event.data.penpal !== 'synAck') return;
      go(event.data.methodNames);
    }`,
    given: { childOrigin: '*' },
    code: { remoteWindow: 'event.source', log: 'console.log' },
    sent: () => ({ penpal: 'synAck' }),
    verdict: 'exact',
    loophole: 'other-condition',
  },
  {
    what: 'a read before the check',
    text: raw`function (e) {
      var msg; try { msg = JSON.parse(e.data); } catch (e) { return; }
      if (e.origin !== API_ORIGIN) return;
      go(msg);
    }`,
    verdict: 'exact',
  },
  {
    what: 'the window’s own event',
    text: raw`function () { if (event.origin !== 'https://a.com') return; go(event.data); }`,
    verdict: 'exact',
  },
  {
    what: 'arguments instead of a parameter',
    text: raw`function () { var e = arguments[0]; if (e.origin !== 'https://a.com') return; go(e.data); }`,
    verdict: 'exact',
  },
  {
    what: 'an assertion',
    text: raw`(e) => { invariant(e.origin === ORIGIN, 'unexpected origin'); go(e.data); }`,
    verdict: 'exact',
  },
  {
    what: 'a promise of the result',
    text: raw`(e) => new Promise((resolve, reject) => {
      if (e.origin !== ORIGIN) { reject(new Error('Origin ' + e.origin)); return; }
      resolve(go(e.data));
    })`,
    verdict: 'exact',
  },
  {
    what: 'a helper whose text is known',
    text: raw`e => { if (!isTrusted(e)) return; go(e.data); }`,
    named: {
      isTrusted: raw`function isTrusted(e) { if (e.origin === 'https://a.com') return true; return false; }`,
    },
    verdict: 'exact',
  },
  {
    what: 'passed to a function whose text is known',
    text: raw`e => this.receive(e)`,
    named: { 'this.receive': raw`receive(e) { if (e.origin !== this.origin) return; go(e.data); }` },
    verdict: 'exact',
  },
  {
    what: 'the host name alone',
    text: raw`(e) => { if (new URL(e.origin).hostname !== 'app.example.com') return; go(e.data); }`,
    verdict: 'exact',
    reach: 'scheme-or-port',
  },
  {
    what: 'a host name that is set elsewhere',
    text: raw`e => { const { hostname } = new URL(e.origin); if (hostname !== settings.host) return; go(e.data); }`,
    given: { settings: { host: 'trusted.example' } },
    verdict: 'exact',
    reach: 'scheme-or-port',
  },
  {
    what: 'the registrable part alone',
    text: raw`e => { if (new URL(e.origin).hostname.split('.').slice(-2).join('.') === 'example.com') go(e.data) }`,
    verdict: 'exact',
    reach: 'subdomains',
  },
  {
    what: 'the null origin',
    text: raw`e => { if (e.origin === 'null') go(e.data); }`,
    verdict: 'exact',
    reach: 'anyone',
  },
  {
    what: 'a value from the sender',
    text: raw`e => { if (e.data.origin === e.origin) go(e.data); }`,
    verdict: 'exact',
    reach: 'anyone',
  },
  {
    what: 'a result that depends on the window, minified',
    text: raw`e => { let ok = e.origin === A; ok &&= e.source === w; if (!ok) return; go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'a result of bitwise operators',
    text: raw`e => { let bad = e.origin !== A; bad |= e.source !== w; if (bad) return; go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'a captured group',
    text: raw`e => {
      const m = /^https:\/\/([^./]+)\.a\.com$/.exec(e.origin);
      if (!m || m[1] !== 'app') return;
      go(e.data);
    }`,
    verdict: 'exact',
  },
  {
    what: 'a named captured group',
    text: raw`e => { if (/^https:\/\/(?<at>\w+)\.a\.com$/.exec(e.origin)?.groups.at === tenant) go(e.data) }`,
    verdict: 'exact',
  },
  {
    what: 'a captured group of a pattern without anchors',
    text: raw`e => { const [, name] = e.origin.match(/([a-z]+)\.com/) || []; if (name === 'a') go(e.data) }`,
    verdict: 'exact',
    reach: 'anyone',
  },
];

const lists: readonly Handler[] = [
  {
    what: 'a named array',
    text: raw`(event) => { if (!ALLOWED_ORIGINS.includes(event.origin)) return; go(event.data); }`,
    verdict: 'list',
  },
  {
    what: 'an array literal',
    text: raw`e => { if (['https://a.com', 'https://b.com'].indexOf(e.origin) === -1) { return } go(e.data) }`,
    verdict: 'list',
  },
  {
    what: 'a set',
    text: raw`(e) => { if (!this.trusted.has(e.origin)) { return; } go(e.data); }`,
    verdict: 'list',
  },
  { what: 'an object', text: raw`function(e){ allowed[e.origin] && go(e.data) }`, verdict: 'list' },
  {
    what: 'an object of handlers',
    text: raw`e => { const handler = handlers[e.origin]; if (!handler) return; handler(e.data); go(e.data) }`,
    verdict: 'list',
  },
  { what: 'in', text: raw`e => { if (!(e.origin in registry)) return; go(e.data); }`, verdict: 'list' },
  {
    what: 'hasOwnProperty, borrowed',
    text: raw`function (e) { if (Object.prototype.hasOwnProperty.call(PEERS, e.origin)) { go(e.data); } }`,
    verdict: 'list',
  },
  {
    what: 'some()',
    text: raw`e => { if (!origins.some(o => o === e.origin)) return; go(e.data); }`,
    verdict: 'list',
  },
  {
    what: 'a loop in a separate function',
    text: raw`function (e) {
      function ok(origin) { for (var i = 0; i < list.length; i++) { if (list[i] === origin) return true; } return false; }
      if (!ok(e.origin)) return;
      go(e.data);
    }`,
    verdict: 'list',
  },
  {
    what: 'jQuery’s inArray',
    text: raw`e => { if ($.inArray(e.origin, list) < 0) return; go(e.data) }`,
    verdict: 'list',
  },
  {
    what: 'a map by origin, optional call',
    text: raw`e => { const peer = peers.get(e.origin); if (peer === undefined) return; peer.receive(e.data); go(e.data) }`,
    verdict: 'list',
  },
  {
    what: 'a captured group',
    text: raw`e => {
      const m = e.origin.match(/^https:\/\/(\w+)\.a\.com$/);
      if (!m || !tenants.includes(m[1])) return;
      go(e.data);
    }`,
    verdict: 'list',
  },
  {
    what: 'a role by origin',
    text: raw`e => { if (roles[e.origin] !== 'admin') return; go(e.data) }`,
    verdict: 'list',
  },
  {
    what: 'a list from the sender',
    text: raw`e => { if (e.data.allowed.includes(e.origin)) go(e.data) }`,
    verdict: 'list',
    reach: 'anyone',
    sent: (origin) => ({ allowed: [origin] }),
  },
  {
    what: 'a list whose text is known',
    text: raw`e => { if (trusted.includes(e.origin)) go(e.data) }`,
    named: { trusted: raw`['https://a.com', 'null']` },
    given: { trusted: ['https://a.com', 'null'] },
    verdict: 'list',
    reach: 'anyone',
  },
];

const weak: readonly Handler[] = [
  {
    what: 'indexOf anywhere',
    text: raw`function (e) { if (e.origin.indexOf('example.com') === -1) return; go(e.data); }`,
    verdict: 'indexOf',
    reach: 'anyone',
  },
  {
    what: 'indexOf with a tilde',
    text: raw`function(e){~e.origin.indexOf("https://example.com")&&go(e.data)}`,
    verdict: 'indexOf',
    reach: 'anyone',
  },
  {
    what: 'indexOf at the start',
    text: raw`(e) => { if (e.origin.indexOf('https://example.com') === 0) { go(e.data); } }`,
    verdict: 'indexOf',
    reach: 'anyone',
  },
  {
    what: 'indexOf with reversed operands',
    text: raw`e => { if ('https://example.com https://example.org'.indexOf(e.origin) > -1) go(e.data) }`,
    verdict: 'indexOf',
    reach: 'anyone',
  },
  {
    what: 'indexOf as a condition',
    text: raw`e => { if (e.origin.indexOf('https://example.com')) return; go(e.data) }`,
    verdict: 'indexOf',
    reach: 'anyone',
  },
  {
    what: 'startsWith without an end',
    text: raw`(e) => { if (!e.origin.startsWith('https://app.example.com')) return; go(e.data); }`,
    verdict: 'startsWith',
    reach: 'anyone',
  },
  {
    what: 'startsWith of the scheme',
    text: raw`(e) => { if (!e.origin.startsWith('https://')) return; go(e.data); }`,
    verdict: 'startsWith',
    reach: 'anyone',
  },
  {
    what: 'startsWith of a local address',
    text: raw`(e) => { if (e.origin.startsWith('http://localhost')) go(e.data); }`,
    verdict: 'startsWith',
    reach: 'anyone',
  },
  {
    what: 'a slice of the start',
    text: raw`e => { if (e.origin.slice(0, 23) !== 'https://app.example.com') return; go(e.data); }`,
    verdict: 'startsWith',
    reach: 'anyone',
  },
  {
    what: 'endsWith without a dot',
    text: raw`(e) => { if (e.origin.endsWith('example.com')) go(e.data); }`,
    verdict: 'endsWith',
    reach: 'anyone',
  },
  {
    what: 'endsWith with a dot',
    text: raw`(e) => { if (!e.origin.endsWith('.example.com')) { return } go(e.data); }`,
    verdict: 'endsWith',
    reach: 'subdomains',
  },
  {
    what: 'endsWith of the host name, lower case',
    text: raw`e => { const host = new URL(e.origin).hostname.toLowerCase(); if (host.endsWith('example.co.uk')) go(e.data) }`,
    verdict: 'endsWith',
    reach: 'anyone',
  },
  {
    what: 'a start and an end',
    text: raw`e => { if (e.origin.startsWith('https://') && e.origin.endsWith('.example.com')) { go(e.data) } }`,
    verdict: 'endsWith',
    reach: 'subdomains',
  },
  {
    what: 'an exact value or an end',
    text: raw`e => { if (!(e.origin === location.origin || e.origin.endsWith('example.com'))) return; go(e.data) }`,
    verdict: 'endsWith',
    reach: 'anyone',
    given: { location: { origin: 'https://page.example' } },
  },
  {
    what: 'an end that is set elsewhere',
    text: raw`e => { if (!e.origin.endsWith(suffix)) return; go(e.data) }`,
    verdict: 'endsWith',
    reach: 'anyone',
    given: { suffix: 'trusted.example' },
  },
  {
    what: 'includes',
    text: raw`({origin, data}) => { if (origin.includes('example')) { go(data); } }`,
    verdict: 'includes',
    reach: 'anyone',
  },
  {
    what: 'includes for each item of a list',
    text: raw`e => { if (['example.com', 'example.org'].some(d => e.origin.includes(d))) go(e.data) }`,
    verdict: 'includes',
    reach: 'anyone',
  },
  {
    what: 'a regex without anchors',
    text: raw`e => { if (!/https:\/\/app\.example\.com/.test(e.origin)) return; go(e.data) }`,
    verdict: 'regex',
    reach: 'anyone',
  },
  {
    what: 'a regex without an end',
    text: raw`e => { if (e.origin.match(/^https:\/\/(www\.)?example\.com/)) go(e.data) }`,
    verdict: 'regex',
    reach: 'anyone',
  },
  {
    what: 'a regex without a start',
    text: raw`e => { if (/example\.com$/.test(e.origin)) go(e.data) }`,
    verdict: 'regex',
    reach: 'anyone',
  },
  {
    what: 'a regex with an unescaped dot',
    text: raw`e => { if (!/^https:\/\/www.example\.com$/.test(e.origin)) { return } go(e.data) }`,
    verdict: 'regex',
    reach: 'anyone',
  },
  {
    what: 'a regex with .* before a name',
    text: raw`e => { if (!e.origin.match(/^https?:\/\/.*example\.com$/)) { return } go(e.data) }`,
    verdict: 'regex',
    reach: 'anyone',
  },
  {
    what: 'a regex for subdomains',
    text: raw`e => { if (!/^https:\/\/([a-z0-9-]+\.)*example\.com$/.test(e.origin)) { return } go(e.data) }`,
    verdict: 'regex',
    reach: 'subdomains',
  },
  {
    what: 'a regex for any port',
    text: raw`e => { if (!/^https:\/\/example\.com(:\d+)?$/.test(e.origin)) { return } go(e.data) }`,
    verdict: 'regex',
    reach: 'scheme-or-port',
  },
  {
    what: 'a correct regex',
    text: raw`e => { if (!/^https:\/\/(app|www)\.example\.com$/.test(e.origin)) { return } go(e.data) }`,
    verdict: 'regex',
  },
  {
    what: 'a RegExp from a string, its dots gone',
    text: raw`e => { if (!new RegExp('^https://www\.example\.com$').test(e.origin)) return; go(e.data) }`,
    verdict: 'regex',
    reach: 'anyone',
  },
  {
    what: 'search()',
    text: raw`e => { if (e.origin.search(/example\.com/) < 0) return; go(e.data) }`,
    verdict: 'regex',
    reach: 'anyone',
  },
  {
    what: 'a regex that is set elsewhere',
    text: raw`e => { if (!new RegExp(pattern).test(e.origin)) return; go(e.data) }`,
    verdict: 'regex',
  },
  {
    what: 'a list of patterns whose text is known',
    text: raw`e => { if (!patterns.some((p) => p.test(e.origin))) return; go(e.data) }`,
    named: { patterns: raw`[/^https:\/\/a\.com$/, /\.b\.com/]` },
    given: { patterns: [/^https:\/\/a\.com$/, /\.b\.com/] },
    verdict: 'regex',
    reach: 'anyone',
  },
  {
    what: 'some origins rejected',
    text: raw`e => { if (e.origin === 'https://evil.example') return; go(e.data) }`,
    verdict: 'deny-list',
    reach: 'anyone',
  },
  {
    what: 'everything but null',
    text: raw`e => { if (e.origin !== 'null') { go(e.data) } }`,
    verdict: 'deny-list',
    reach: 'anyone',
  },
];

const elsewhere: readonly Handler[] = [
  {
    what: 'a function of its own',
    text: raw`e => { if (!isAllowedOrigin(e.origin)) return; go(e.data); }`,
    verdict: 'delegated',
    to: 'isAllowedOrigin',
  },
  {
    what: 'a method',
    text: raw`(e) => { if (this.validator.accepts(e.origin)) { go(e.data); } }`,
    verdict: 'delegated',
    to: 'this.validator.accepts',
  },
  {
    what: 'its own origin or a function',
    text: raw`(e) => { if (e.origin === location.origin || isPartner(e.origin)) go(e.data) }`,
    verdict: 'delegated',
    to: 'isPartner',
  },
  {
    what: 'the event passed on',
    text: raw`function (e) { bus.receive(e); }`,
    verdict: 'delegated',
    to: 'bus.receive',
  },
  {
    what: 'a bare wrapper',
    text: raw`function(){return fn.apply(this,arguments)}`,
    verdict: 'delegated',
    to: 'fn',
  },
  {
    what: 'jQuery’s own listener',
    text: raw`function(e){return typeof jQuery!=="undefined"&&jQuery.event.triggered!==e.type?jQuery.event.dispatch.apply(elem,arguments):void 0}`,
    verdict: 'delegated',
    to: 'jQuery.event.dispatch',
  },
  {
    what: 'zone.js’s own listener',
    text: raw`function (event) { return globalCallback(this, event, false); }`,
    verdict: 'delegated',
    to: 'globalCallback',
  },
  { what: 'an emitter', text: raw`(e) => this.emit('message', e)`, verdict: 'delegated', to: 'this.emit' },
  {
    what: 'each of many listeners',
    text: raw`e => { for (const l of [...listeners]) l(e); }`,
    verdict: 'delegated',
    to: 'l',
  },
  {
    what: 'a router, post-robot-like',
    text: raw`function(event){ try { event.data } catch (err) { return } var messageEvent = { source: event.source || event.sourceElement, origin: event.origin || (event.originalEvent && event.originalEvent.origin), data: event.data }; receiveMessage(messageEvent, {on: on, send: send}) }`,
    verdict: 'unknown',
    because: 'not-compared',
  },
  {
    what: 'a check that throws',
    text: raw`async e => { await this.assertTrusted(e.origin); go(e.data); }`,
    verdict: 'delegated',
    to: 'this.assertTrusted',
  },
  {
    what: 'a start, and a sum of the whole',
    text: raw`e => { if (!e.origin.startsWith('https://a.com') || sum(e.origin) !== SUM) return; go(e.data) }`,
    verdict: 'delegated',
    to: 'sum',
  },
  {
    what: 'a start, and the length of the whole',
    text: raw`e => { if (e.origin.length !== 13 || !e.origin.startsWith('https://a.com')) return; go(e.data) }`,
    verdict: 'delegated',
    to: 'e.origin.length !== 13',
  },
  {
    what: 'all arguments, spread',
    text: raw`(...args) => this.handler(...args)`,
    verdict: 'delegated',
    to: 'this.handler',
  },
  {
    what: 'all arguments, stored',
    text: raw`function (...args) { queue.push(args) }`,
    verdict: 'delegated',
    to: 'queue.push',
  },
  {
    what: 'an event that a function returns',
    text: raw`e => { const own = (ev) => ev.originalEvent || ev; const it = own(e); if (it.origin !== A) return; go(it.data) }`,
    verdict: 'delegated',
  },
  {
    what: 'the event as this',
    text: raw`function (e) { handler.call(e, e.data); }`,
    verdict: 'delegated',
    to: 'handler',
  },
];

const sources: readonly Handler[] = [
  {
    what: 'the window of a frame',
    text: raw`e => { if (e.source !== iframe.contentWindow) return; go(e.data); }`,
    verdict: 'source',
  },
  {
    what: 'its own window',
    text: raw`function(e){ if (e.source == window && e.data.direction === 'page') { go(e.data.message) } }`,
    verdict: 'source',
  },
  {
    what: 'the window of a frame, own messages left out',
    text: raw`e => { if (e.origin === location.origin) return; if (e.source !== iframe.contentWindow) return; go(e.data) }`,
    verdict: 'source',
  },
  {
    what: 'a set of windows',
    text: raw`e => { if (!this.frames.has(e.source)) return; go(e.data) }`,
    verdict: 'source',
  },
];

const unknowns: readonly Handler[] = [
  { what: 'bound', text: raw`function () { [native code] }`, verdict: 'unknown', because: 'native' },
  {
    what: 'text that is not JavaScript',
    text: raw`function (e) { if (e.origin === }`,
    verdict: 'unknown',
    because: 'unparsable',
  },
  {
    what: 'a class',
    text: raw`class Listener { handleEvent(e) {} }`,
    verdict: 'unknown',
    because: 'not-a-function',
  },
  {
    what: 'obfuscated names',
    text: raw`function(_0x1){ if(_0x1[_0x2f('0x3')]!==_0x2f('0x4'))return; go(_0x1[_0x2f('0x5')]) }`,
    verdict: 'unknown',
    because: 'computed-name',
  },
  {
    what: 'evaluated code',
    text: raw`function(e){ eval(template) }`,
    verdict: 'unknown',
    because: 'evaluates',
  },
  {
    what: 'an origin that is only logged',
    text: raw`e => { console.log(e.origin); go(e.data) }`,
    verdict: 'unknown',
    because: 'not-compared',
  },
  {
    what: 'the window’s own event, by its other name',
    text: raw`() => { seen.add(globalThis.event.origin); go(globalThis.event.data) }`,
    verdict: 'unknown',
    because: 'not-compared',
  },
  {
    what: 'a test for a non-zero length',
    text: raw`e => { if (e.origin.length > 0) go(e.data) }`,
    verdict: 'unknown',
    because: 'not-compared',
  },
  {
    what: 'a message that is used either way',
    text: raw`e => { if (e.origin === 'https://a.com') { go(e.data) } else { go(e.data.inner) } }`,
    verdict: 'unknown',
    because: 'either-way',
  },
  {
    what: 'a message that is used either way, the others first',
    text: raw`e => { e.origin !== 'https://a.com' ? go(e.data) : own(e.data) }`,
    verdict: 'unknown',
    because: 'either-way',
  },
  {
    what: 'a return that only leaves a callback',
    text: raw`e => { allowed.forEach((origin) => { if (origin !== e.origin) return; }); go(e.data) }`,
    verdict: 'unknown',
    because: 'not-compared',
  },
  {
    what: 'a reply to any sender',
    text: raw`e => { e.source.postMessage(go(e.data), e.origin) }`,
    verdict: 'unknown',
    because: 'not-compared',
  },
  {
    what: 'a warning without a return',
    text: raw`e => { if (e.origin !== 'https://a.com') console.warn('odd'); go(e.data) }`,
    verdict: 'unknown',
    because: 'not-compared',
  },
  {
    what: 'an origin read in a class inside',
    text: raw`e => { class Peer { get origin() { return e.origin } } peers.push(new Peer()); go(e.data) }`,
    verdict: 'unknown',
    because: 'not-compared',
  },
];

const none: readonly Handler[] = [
  { what: 'data alone', text: raw`e => go(e.data)`, verdict: 'none' },
  {
    what: 'a type in data',
    text: raw`function (event) { if (event.data && event.data.type === 'setHeight') { go(event.data.height); } }`,
    verdict: 'none',
  },
  {
    what: 'data by destructuring',
    text: raw`({ data }) => { const { type, payload } = JSON.parse(data); switch (type) { case 'x': go(payload); } }`,
    verdict: 'none',
  },
  {
    what: 'an origin that the data claims',
    text: raw`e => { if (e.data.origin === 'https://a.com') go(e.data) }`,
    verdict: 'none',
  },
  {
    what: 'another event of the same name inside',
    text: raw`function(e){ items.forEach(function(e){ if (e.origin === x) go(e) }); go(e.data) }`,
    verdict: 'none',
  },
  { what: 'evaluated data', text: raw`e => { eval(e.data) }`, verdict: 'none' },
  {
    what: 'isTrusted, which does not identify the sender',
    text: raw`e => { if (!e.isTrusted) return; document.body.innerHTML = e.data; go(e.data) }`,
    verdict: 'none',
  },
  {
    what: 'minified, data alone',
    text: raw`function(t){"object"==typeof t.data&&t.data&&"iframe-resize"===t.data.kind&&go(t.data.px)}`,
    verdict: 'none',
  },
];

/** The corpus. */
export const handlers: readonly Handler[] = [
  ...exact,
  ...lists,
  ...weak,
  ...elsewhere,
  ...sources,
  ...unknowns,
  ...none,
  ...handlersOf2026,
];

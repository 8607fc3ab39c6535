// window.name, the fragment, the history.

const described = () => Object.getOwnPropertyDescriptor(window, 'name');
/** Records that many steps: the events of the history and the fragment, and the end of `work`. */
const noted = async ({ turn, until }, count, work) => {
  const log = [];
  const undo = new AbortController();
  for (const type of ['hashchange', 'popstate']) {
    addEventListener(
      type,
      (event) =>
        log.push([
          type,
          event.isTrusted,
          event.constructor.name,
          event.state ?? null,
          [event.oldURL, event.newURL].map((url) => url?.split('#')[1] ?? null),
        ]),
      { signal: undo.signal },
    );
  }
  await work();
  log.push('after');
  await until(() => log.length >= count);
  await turn();
  undo.abort();
  return log;
};
const attributesOf = (object) => (key) => {
  const descriptor = Object.getOwnPropertyDescriptor(object, key);
  return [
    String(key),
    descriptor.enumerable,
    descriptor.configurable,
    typeof descriptor.get,
    typeof descriptor.set,
    typeof descriptor.value,
    descriptor.value?.length ?? null,
  ];
};

behaviours({
  'a name is always text': () => {
    const given = [
      'text',
      5,
      true,
      null,
      undefined,
      '',
      [1, 2],
      { toString: () => 'object' },
      'é😀\u0000',
      5n,
    ];
    const got = given.map((value) => {
      window.name = value;
      return window.name;
    });
    window.name = '';
    return got;
  },
  'a name that cannot become text is rejected, and the old one stays': ({ thrown }) => {
    window.name = 'old';
    const own = new RangeError('own');
    const refused = [
      thrown(() => (window.name = Symbol('s'))),
      thrown(
        () =>
          (window.name = {
            toString: () => {
              throw own;
            },
          }),
      ),
      thrown(() => (window.name = Object.create(null))).split(':')[0],
    ];
    const kept = window.name;
    window.name = '';
    return [refused, kept];
  },
  'a name is converted to text once': ({ text }) => {
    const log = [];
    window.name = text('converted', log);
    log.push(window.name);
    window.name = {
      [Symbol.toPrimitive]: (hint) => {
        log.push(hint);
        return 'primitive';
      },
    };
    log.push(window.name);
    window.name = {
      valueOf: () => 'value',
      toString: () => {
        log.push('text');
        return 'text';
      },
    };
    log.push(window.name);
    window.name = '';
    return log;
  },
  'an exception of a name’s conversion is unchanged, without a frame of the extension': ({
    namesExtension,
  }) => {
    const own = new RangeError('own');
    let inside;
    try {
      window.name = {
        toString: () => {
          inside = new Error('inside');
          throw own;
        },
      };
    } catch (error) {
      return [error === own, namesExtension(inside), namesExtension(error)];
    }
  },
  'a name of a million characters': () => {
    window.name = 'n'.repeat(1_000_000);
    const { length } = window.name;
    window.name = '';
    return length;
  },
  'the attributes of the property are unchanged': ({ attributes, isNative }) => {
    const { get, set } = described();
    return [
      attributes(window, 'name'),
      get.name,
      set.name,
      get.length,
      set.length,
      isNative(get),
      isNative(set),
      [get, set].map((own) => Reflect.ownKeys(own).map(String)),
      'name' in window,
      Object.keys(window).includes('name'),
    ];
  },
  'the accessors work with unusual receivers': ({ thrown, realm }) => {
    const { get, set } = described();
    const other = realm();
    return [
      thrown(() => get.call({})),
      thrown(() => set.call({}, 'x')),
      thrown(() => get.call(undefined)),
      thrown(() => set.call(undefined, '')),
      thrown(() => set.call(null, '')),
      thrown(() => set.call(window)),
      thrown(() => set.call(other, 'given')),
      other.name,
      thrown(() => get.call(other)),
      thrown(() => new set('x')),
    ];
  },
  'a name can be set in every way': () => {
    const log = [];
    const note = () => log.push(window.name);
    name = 'global';
    note();
    self.name = 'self';
    note();
    globalThis.name = 'global this';
    note();
    Reflect.set(window, 'name', 'reflect');
    note();
    Object.assign(window, { name: 'assigned' });
    note();
    (0, eval)('var name = "var"');
    note();
    new Function('with (window) { name = "with" }')();
    note();
    window.name += ' more';
    note();
    window.name = '';
    return log;
  },
  'the page can hide the property': ({ realm }) => {
    const other = realm();
    Object.defineProperty(other, 'name', { value: 5, configurable: true });
    const hidden = other.name;
    return [hidden, delete other.name, typeof other.name];
  },
  'the page can delete the property': ({ realm }) => {
    const other = realm();
    return [Reflect.deleteProperty(other, 'name'), typeof other.name, 'name' in other];
  },
  'the name of a frame comes from its element, then from assignments': async ({ loaded }) => {
    const frame = await loaded('same', () => (globalThis.atFirst = name));
    frame.contentWindow.name = 'by the parent';
    const log = [frame.name, frame.contentWindow.name];
    frame.name = 'by the element';
    return [...log, frame.contentWindow.name, window['by the element'] === frame.contentWindow];
  },
  'a frame is found by its name': ({ realm }) => {
    const other = realm();
    other.name = 'found';
    return [window.found === other, frames.found === other, 'found' in window];
  },
  'a name survives same-origin and cross-origin navigations': async ({ loaded, origins, next, thrown }) => {
    const frame = await loaded('same', () => (window.name = 'kept'));
    const log = [frame.contentWindow.name];
    const go = async (url) => {
      frame.src = url;
      await next(frame, 'load');
    };
    await go('/frame?code=');
    log.push(frame.contentWindow.name);
    await go(`${origins.api}/frame?code=${encodeURIComponent('name += " and more"')}`);
    log.push(thrown(() => frame.contentWindow.name).split(':')[0]);
    await go('/frame?code=');
    log.push(frame.contentWindow.name);
    return log;
  },
  'a popup has the name it was opened with': async ({ popup, next }) => {
    const told = next(window, 'message');
    popup(() => opener.postMessage(name, '*'), 'named-popup');
    return (await told).data;
  },

  'a change of the fragment fires one event, later': async (tools) => {
    location.hash = '';
    return noted(tools, 5, () => {
      location.hash = 'one';
      location.hash = '#one';
      location.hash = 'two';
    });
  },
  'a fragment is what is set, encoded': () => {
    const got = ['plain', '#with', '', 'sp ace', 'é', '%zz', '<b>', 'a#b', null, undefined, 5].map(
      (value) => {
        location.hash = value;
        return location.hash;
      },
    );
    return got;
  },
  'a fragment is converted to text once, which can throw': ({ text }) => {
    const log = [];
    location.hash = text('text', log);
    const own = new RangeError('own');
    try {
      location.hash = {
        toString: () => {
          throw own;
        },
      };
    } catch (error) {
      log.push(error === own);
    }
    return [...log, location.hash];
  },
  'onhashchange runs in its place': async ({ turn, until }) => {
    const log = [];
    const listener = () => log.push('listener');
    addEventListener('hashchange', listener);
    window.onhashchange = () => log.push('handler');
    location.hash = `#${log.length}place`;
    Promise.resolve().then(() => log.push('microtask'));
    await until(() => log.length >= 3);
    await turn();
    window.onhashchange = null;
    removeEventListener('hashchange', listener);
    return log;
  },
  'location.replace, href and assign with a fragment': (tools) =>
    noted(tools, 7, () => {
      location.replace('#replaced');
      location.href = '#href';
      location.assign('#assigned');
    }),
  'a link to a fragment': (tools) =>
    noted(tools, 3, async () => {
      const link = document.createElement('a');
      link.href = '#linked';
      document.body.append(link);
      link.click();
      link.remove();
    }),
  'pushState and replaceState fire no event': (tools) =>
    noted(tools, 1, () => {
      history.pushState({ pushed: 1 }, '', '#pushed');
      history.replaceState({ replaced: 1 }, '', '#replaced-state');
    }),
  'going back fires both events': async (tools) => {
    history.pushState({ n: 1 }, '', '#back-one');
    history.pushState({ n: 2 }, '', '#back-two');
    const told = tools.next(window, 'popstate');
    return [
      await noted(tools, 3, () => {
        history.back();
        return told.then(() => {});
      }),
      history.state,
      location.hash,
    ];
  },
  'the history rejects invalid arguments': ({ thrown }) => [
    thrown(() => history.pushState({}, '', 'http://other.example/')),
    thrown(() => history.pushState(() => {}, '')),
    thrown(() => history.replaceState()),
    thrown(() => history.pushState({}, '', 'http://')),
    thrown(() => History.prototype.pushState.call({}, {}, '')),
    thrown(() => new history.pushState()),
  ],
  'a state is cloned, and getters run once': ({ noting, text }) => {
    const log = [];
    const state = { inner: noting({ a: 1, b: 2 }, log) };
    history.replaceState(state, text('title', log), text('#state', log));
    return [log, history.state, history.state === state];
  },
  'the properties of the history are unchanged': () => [
    Reflect.ownKeys(History.prototype).map(attributesOf(History.prototype)),
    Reflect.ownKeys(location).map(String),
    Reflect.ownKeys(history).map(String),
    Object.prototype.toString.call(location),
  ],
  'the properties of Location are unchanged': ({ thrown }) => [
    ['hash', 'href', 'assign', 'replace'].map(attributesOf(location)),
    thrown(() => (location.href = 'http://')),
    thrown(() => Object.getOwnPropertyDescriptor(location, 'hash').set.call({}, 'x')),
    thrown(() => Object.defineProperty(location, 'hash', { value: 1 })),
  ],
  'a parent changes the fragment of its frame': async ({ loaded, gather, next }) => {
    const frame = await loaded('same', () => {
      addEventListener('hashchange', ({ newURL, isTrusted }) =>
        parent.postMessage([newURL.split('#')[1], isTrusted], '*'),
      );
    });
    const messages = gather(window, 'message', 2, ({ data }) => data);
    const first = next(window, 'message');
    frame.contentWindow.location.hash = 'by-parent';
    await first;
    frame.src = `${frame.src.split('#')[0]}#by-element`;
    return messages;
  },
  'the fragment of a cross-origin frame can be set but not read': async ({ frame, gather, thrown }) => {
    const messages = gather(window, 'message', 2, ({ data }) => data);
    const child = frame('cross', () => {
      addEventListener('hashchange', () => parent.postMessage(location.hash, '*'));
      parent.postMessage('ready', '*');
    });
    await new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    child.src = `${child.src}#from-above`;
    return [await messages, thrown(() => child.contentWindow.location.hash).split(':')[0]];
  },
  'three pages can relay a value by fragments': async ({ frame, origins, next }) => {
    const told = next(window, 'relayed');
    window.relayed = (text) => dispatchEvent(new CustomEvent('relayed', { detail: text }));
    frame(
      'cross',
      `const inner = document.createElement('iframe');
      inner.src = '${location.origin}/frame?code=' + encodeURIComponent('parent.parent.relayed(location.hash)') + '#liam';
      document.documentElement.append(inner);`,
    );
    const { detail } = await told;
    delete window.relayed;
    return [detail, Object.keys(origins).length];
  },
  'the Navigation API fires the same events': async ({ turn, until }) => {
    if (!globalThis.navigation) return 'there is none';
    const log = [];
    const undo = new AbortController();
    for (const type of ['navigate', 'navigatesuccess', 'navigateerror', 'currententrychange']) {
      navigation.addEventListener(
        type,
        (event) =>
          log.push([
            type,
            event.navigationType ?? null,
            event.hashChange ?? null,
            event.userInitiated ?? null,
            event.canIntercept ?? null,
          ]),
        { signal: undo.signal },
      );
    }
    location.hash = 'navigated';
    log.push('after');
    await until(() => log.length >= 4);
    history.pushState(null, '', '#pushed-again');
    await until(() => log.length >= 7);
    await turn();
    undo.abort();
    return log;
  },
  'a navigation can be intercepted and cancelled': async ({ turn, until }) => {
    if (!globalThis.navigation) return 'there is none';
    const log = [];
    navigation.addEventListener('navigate', (event) => event.preventDefault(), { once: true });
    location.hash = 'prevented';
    log.push(location.hash);
    navigation.addEventListener(
      'navigate',
      (event) => event.intercept({ handler: async () => void log.push('handled') }),
      { once: true },
    );
    location.hash = 'intercepted';
    await until(() => log.length >= 2);
    await turn();
    return [...log, location.hash];
  },
  'names, fragments and URLs are text, and URLs agree': () => [
    typeof name,
    typeof location.hash,
    location.hash.length > 0,
    String(location) === location.href,
    document.URL === location.href,
  ],
});

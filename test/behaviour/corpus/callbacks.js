// Functions of the page that are called by cross-origin scripts: JSONP.

/**
 * Loads a cross-origin script with `code`, under a URL with that query. Resolves with the type of its end.
 */
const load = ({ origins }, code, query) =>
  new Promise((resolve) => {
    const script = document.createElement('script');
    const c = `b${Math.random()}`;
    script.src = `${origins.api}/x?c=${c}&k=js&b=${encodeURIComponent(code)}&${query}`;
    script.onload = script.onerror = ({ type }) => resolve(type);
    document.head.append(script);
  });
/** Defines a global function while `work` runs. */
const withGlobal = async (name, value, work) => {
  globalThis[name] = value;
  try {
    return await work();
  } finally {
    delete globalThis[name];
  }
};

behaviours({
  'a callback gets the arguments of the script': (tools) => {
    const log = [];
    const note = (...args) => log.push(args);
    return withGlobal('corpusCall', note, async () => {
      await load(tools, 'corpusCall({ a: [1, null] }, "b", undefined)', 'callback=corpusCall');
      return log;
    });
  },
  'a callback is called on the window or on its object': (tools) => {
    const log = [];
    function note() {
      log.push(this === window, this === globalThis.corpusCall?.inner);
    }
    note.inner = { take: note };
    return withGlobal('corpusCall', note, async () => {
      await load(tools, 'corpusCall()', 'callback=corpusCall');
      await load(tools, 'corpusCall.inner.take()', 'callback=corpusCall.inner.take');
      return log;
    });
  },
  'a callback has the usual arguments object': (tools) => {
    const log = [];
    function note() {
      // biome-ignore lint/complexity/noArguments: they are what is asked about
      log.push(arguments.length, arguments[0], new.target === undefined);
    }
    return withGlobal('corpusCall', note, async () => {
      await load(tools, 'corpusCall(undefined); corpusCall(); new corpusCall(1)', 'callback=corpusCall');
      return log;
    });
  },
  'a callback returns its value to the script': (tools) =>
    withGlobal(
      'corpusCall',
      (value) => ({ value }),
      async () => {
        await load(tools, 'globalThis.corpusGot = corpusCall(5).value', 'callback=corpusCall');
        const got = globalThis.corpusGot;
        delete globalThis.corpusGot;
        return got;
      },
    ),
  'a script catches what a callback throws': (tools) => {
    const error = new RangeError('own');
    const fail = () => {
      throw error;
    };
    return withGlobal('corpusCall', fail, async () => {
      const code = 'try { corpusCall() } catch (error) { globalThis.corpusGot = error }';
      await load(tools, code, 'callback=corpusCall');
      const isSame = globalThis.corpusGot === error;
      delete globalThis.corpusGot;
      return isSame;
    });
  },
  'a callback can delete itself': (tools) => {
    const log = [];
    const once = () => {
      log.push(delete globalThis.corpusCall);
      document.currentScript.remove();
    };
    return withGlobal('corpusCall', once, async () => [
      await load(tools, 'corpusCall(1)', 'callback=corpusCall'),
      'corpusCall' in globalThis,
      log,
    ]);
  },
  'a callback can replace itself': (tools) => {
    const other = () => {};
    const first = () => {
      globalThis.corpusCall = other;
    };
    return withGlobal('corpusCall', first, async () => {
      await load(tools, 'corpusCall(1)', 'callback=corpusCall');
      return globalThis.corpusCall === other;
    });
  },
  'a callback is the same afterwards, with the same attributes': ({ attributes, ...tools }) => {
    const own = () => {};
    const named = { configurable: false, enumerable: false, writable: true, value: own };
    const holder = Object.defineProperty({}, 'take', named);
    return withGlobal('corpusHolder', holder, async () => {
      await load(tools, 'corpusHolder.take(1)', 'callback=corpusHolder.take');
      return [holder.take === own, attributes(holder, 'take')];
    });
  },
  'a callback keeps its attributes while the script runs': ({ attributes, ...tools }) => {
    const log = [];
    const note = () => log.push(attributes(globalThis, 'corpusCall'), globalThis.corpusCall.name);
    return withGlobal('corpusCall', note, async () => {
      await load(tools, 'corpusCall(1)', 'callback=corpusCall');
      return log;
    });
  },
  'a callback that is not writable stays': (tools) => {
    const log = [];
    const holder = Object.freeze({ take: (value) => log.push(value) });
    return withGlobal('corpusHolder', holder, async () => {
      await load(tools, 'corpusHolder.take(1)', 'callback=corpusHolder.take');
      return log;
    });
  },
  'a getter is only called by the script': (tools) => {
    const log = [];
    const holder = {
      get take() {
        log.push('asked');
        return () => log.push('called');
      },
    };
    return withGlobal('corpusHolder', holder, async () => {
      await load(tools, 'corpusHolder.take(1)', 'callback=corpusHolder.take');
      return log;
    });
  },
  'getters of the data are not called': (tools) => {
    const log = [];
    return withGlobal(
      'corpusCall',
      () => {},
      async () => {
        globalThis.corpusLog = log;
        const code =
          'corpusCall({ get a() { corpusLog.push("a") }, toJSON() { corpusLog.push("toJSON") }, toString() { corpusLog.push("text") } })';
        await load(tools, code, 'callback=corpusCall');
        delete globalThis.corpusLog;
        return log;
      },
    );
  },
  'a class is still a class': (tools) => {
    class Own {
      static made = [];
      constructor(value) {
        Own.made.push(value, new.target === Own || new.target.prototype === Own.prototype);
      }
    }
    return withGlobal('CorpusOwn', Own, async () => {
      const code = 'globalThis.corpusGot = new CorpusOwn(1) instanceof CorpusOwn';
      await load(tools, code, 'callback=CorpusOwn');
      const got = globalThis.corpusGot;
      delete globalThis.corpusGot;
      return [got, Own.made, globalThis.CorpusOwn === Own];
    });
  },
  "the browser's own functions are named in vain": async (tools) => {
    const code = 'globalThis.corpusGot = [{}.constructor === Object, Object.name, fetch === window.fetch]';
    await load(tools, code, 'callback=Object&cb=fetch');
    const got = globalThis.corpusGot;
    delete globalThis.corpusGot;
    return got;
  },
  'two scripts can call the same function': (tools) => {
    const log = [];
    const note = (value) => log.push(value);
    return withGlobal('corpusCall', note, async () => {
      await Promise.all([1, 2].map((n) => load(tools, `corpusCall(${n})`, 'callback=corpusCall')));
      return [log.sort(), globalThis.corpusCall === note];
    });
  },
  'a script that fails to load leaves the function unchanged': ({ origins }) => {
    const own = () => {};
    return withGlobal('corpusCall', own, async () => {
      const script = document.createElement('script');
      script.src = `${origins.api}/x?act=reset&callback=corpusCall`;
      const ended = new Promise((resolve) => {
        script.onload = script.onerror = ({ type }) => resolve(type);
      });
      document.head.append(script);
      return [await ended, globalThis.corpusCall === own];
    });
  },
  "the page's own observers see each script once": async (tools) => {
    const log = [];
    const observer = new MutationObserver((records) => {
      for (const { addedNodes, removedNodes, attributeName } of records)
        log.push([addedNodes.length, removedNodes.length, attributeName]);
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true });
    await load(tools, '1', 'callback=corpusNone');
    await tools.turn();
    observer.disconnect();
    return log;
  },
});

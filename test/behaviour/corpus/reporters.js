// What an error reporter gets: the place of an error in its stack trace, in its event and in the reports of a
// page.

{
  const files = (text) =>
    String(text)
      .replace(/https?:\/\/[^/\s]+/g, '')
      .replace(/\?[^\s:)]*/g, '');
  const lines = (error) =>
    files(error?.stack)
      .split('\n')
      .map((line) => line.trim());
  const canvas = () => document.createElement('canvas').getContext('2d');
  const uncloneable = () => {};

  /** Calls that throw at once, with the browser's own message. */
  const mistakes = {
    'XMLHttpRequest.open() of a forbidden method': () => new XMLHttpRequest().open('TRACE', '/x'),
    'XMLHttpRequest.open() of no URL': () => new XMLHttpRequest().open('GET', 'http://'),
    'XMLHttpRequest.open() without arguments': () => new XMLHttpRequest().open(),
    'XMLHttpRequest.setRequestHeader() before it is open': () =>
      new XMLHttpRequest().setRequestHeader('a', 'b'),
    'XMLHttpRequest.setRequestHeader() of a bad name': () => {
      const request = new XMLHttpRequest();
      request.open('GET', '/x');
      request.setRequestHeader('a b', 'c');
    },
    'XMLHttpRequest.send() before it is open': () => new XMLHttpRequest().send(),
    'addEventListener() with one argument': () => addEventListener('message'),
    'addEventListener() of no listener': () => addEventListener('message', 1),
    'addEventListener() of a bad signal': () => addEventListener('message', () => {}, { signal: 1 }),
    'removeEventListener() with one argument': () => removeEventListener('message'),
    'postMessage() of a function': () => postMessage(uncloneable, '*'),
    'postMessage() to no origin': () => postMessage('x', 'no origin'),
    'postMessage() without arguments': () => postMessage(),
    'postMessage() of a port of a function': () => new MessageChannel().port1.postMessage(uncloneable),
    'postMessage() of a broadcast channel of a function': () =>
      new BroadcastChannel('mistakes').postMessage(uncloneable),
    'sendBeacon() without arguments': () => navigator.sendBeacon(),
    'sendBeacon() of another scheme': () => navigator.sendBeacon('ftp://a.example/'),
    'sendBeacon() of no URL': () => navigator.sendBeacon('http://'),
    'sendBeacon() on another object': () => navigator.sendBeacon.call({}, '/x'),
    'drawImage() of null': () => canvas().drawImage(null, 0, 0),
    'drawImage() without arguments': () => canvas().drawImage(),
    'createPattern() of a bad word': () => canvas().createPattern(canvas().canvas, 'never'),
    'getImageData() of nothing': () => canvas().getImageData(0, 0, 0, 0),
    'toDataURL() on another object': () => HTMLCanvasElement.prototype.toDataURL.call({}),
    'new Worker() of another origin': () => new Worker(`${origins.api}/script?code=`),
    'new Worker() without arguments': () => new Worker(),
    'new SharedWorker() of another origin': () => new SharedWorker(`${origins.api}/script?code=`),
    'new WebSocket() without arguments': () => new WebSocket(),
    'new WebSocket() of no URL': () => new WebSocket('http://'),
    'WebSocket() without new': () => WebSocket('/'),
    'new EventSource() of no URL': () => new EventSource('http://'),
    'new EventSource() without arguments': () => new EventSource(),
    'EventSource() without new': () => EventSource('/'),
    'MessageChannel() without new': () => MessageChannel(),
    'send() of a socket that is connecting': () =>
      new WebSocket(origins.page.replace('http', 'ws')).send('x'),
    'window.name of a symbol': () => (window.name = Symbol('name')),
    'window.name of what is no text': () => (window.name = Object.create(null)),
    'document.cookie of a symbol': () => (document.cookie = Symbol('cookie')),
    'indexedDB.open() without arguments': () => indexedDB.open(),
    'contentWindow of another object': () =>
      Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow').get.call({}),
    'data of another object': () =>
      Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data').get.call({}),
    'toString of what is no function': () => Function.prototype.toString.call({}),
    'localStorage of another object': () =>
      Object.getOwnPropertyDescriptor(window, 'localStorage').get.call({}),
  };

  for (const [name, mistake] of Object.entries(mistakes)) {
    behaviours({
      [`the error of ${name}`]: () => {
        try {
          mistake();
          return 'none';
        } catch (error) {
          return [
            lines(error),
            files(error.fileName),
            error.lineNumber,
            error.columnNumber,
            files(error.filename),
          ];
        }
      },
      [`the error event of ${name}`]: async ({ next }) => {
        const reported = next(window, 'error');
        setTimeout(mistake);
        // Timers of the same delay run in order.
        const nothing = new Promise((resolve) => setTimeout(resolve, 0, null));
        const event = await Promise.race([reported, nothing]);
        return (
          event && [
            files(event.filename),
            event.lineno,
            event.colno,
            name === 'window.name of what is no text' || event.message.replace(/:\d+\//, '/'),
          ]
        );
      },
    });
  }

  behaviours({
    'the stack of a rejection of fetch': async () => lines(await fetch('http://').catch((error) => error)),
    'the stack of an unhandled rejection of fetch': async ({ next }) => {
      const rejected = next(window, 'unhandledrejection');
      fetch('http://');
      const event = await rejected;
      event.preventDefault();
      return lines(event.reason);
    },
    'a stack made inside an init of fetch': async () => {
      let seen;
      await fetch('/x', {
        get method() {
          seen = new Error('seen');
          return 'GET';
        },
      });
      return lines(seen);
    },
    'a stack made inside an option of addEventListener': () => {
      let seen;
      const listener = () => {};
      addEventListener('message', listener, {
        get passive() {
          seen = new Error('seen');
          return true;
        },
      });
      removeEventListener('message', listener);
      return lines(seen);
    },
    'a stack made while a name is converted to text': () => {
      let seen;
      name = {
        toString: () => {
          seen = new Error('seen');
          return '';
        },
      };
      return lines(seen);
    },
    'a stack made while a method and a URL are converted to text': () => {
      const seen = [];
      const text = (value) => ({
        toString() {
          seen.push(lines(new Error('seen')));
          return value;
        },
      });
      new XMLHttpRequest().open(text('GET'), text('/x'));
      return seen;
    },
    'a stack made inside a listener': async ({ next }) => {
      const message = next(window, 'message');
      let seen;
      addEventListener('message', () => (seen = new Error('seen')), { once: true });
      postMessage('x', '*');
      await message;
      return lines(seen).filter((line) => !/async/i.test(line));
    },
    'a stack made inside what dispatchEvent runs': () => {
      let seen;
      const target = new EventTarget();
      target.addEventListener('own', () => (seen = new Error('seen')));
      target.dispatchEvent(new Event('own'));
      return lines(seen);
    },
    'the frames that a page formats itself': () => {
      const { prepareStackTrace } = Error;
      Error.prepareStackTrace = (_, frames) =>
        frames.map((frame) => `${files(frame.getFileName())} ${files(frame.getScriptNameOrSourceURL?.())}`);
      try {
        new XMLHttpRequest().open('TRACE', '/x');
        return 'none';
      } catch (error) {
        const { stack } = error;
        return typeof stack === 'string' ? lines(error) : stack;
      } finally {
        Error.prepareStackTrace = prepareStackTrace;
      }
    },
    'the frames of a page script with the name x': () => {
      const made = new Function('return new Error("own");\n//# sourceURL=x');
      return lines(made()).slice(0, 2);
    },
    'the scripts of a long animation frame': async ({ quiet, until }) => {
      if (!PerformanceObserver.supportedEntryTypes.includes('long-animation-frame')) return 'not supported';
      const seen = new Set();
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          for (const { sourceURL } of entry.scripts) seen.add(files(sourceURL));
      });
      observer.observe({ type: 'long-animation-frame' });
      const target = document.createElement('button');
      target.addEventListener('click', () => {
        const endMs = performance.now() + 120;
        while (performance.now() < endMs) fetch('http://').catch(() => {});
      });
      await new Promise((resolve) => setTimeout(() => resolve(target.click())));
      await until(() => seen.size > 0);
      await quiet();
      observer.disconnect();
      return [...seen].filter((file) => !/^\/corpus\//.test(file));
    },
  });
}

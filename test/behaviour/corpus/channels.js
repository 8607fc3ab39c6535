// Ports, broadcast channels and workers, and the two ends of a WebSocket.

const socketUrl = () => `${location.origin.replace('http', 'ws')}/socket`;
const once = (target, type) =>
  new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
const workerOf = (code) => new Worker(URL.createObjectURL(new Blob([code])));
const echo = 'onmessage = ({ data, ports }) => postMessage([data, ports.length]);';
const senders = {
  MessagePort: 'postMessage',
  BroadcastChannel: 'postMessage',
  Worker: 'postMessage',
  WebSocket: 'send',
};

behaviours({
  ...Object.fromEntries(
    Object.entries(senders).flatMap(([name, method]) => [
      [
        `${method} and onmessage of ${name} look as they do`,
        ({ isNative, attributes }) => {
          const { prototype } = globalThis[name];
          const { get, set } = Object.getOwnPropertyDescriptor(prototype, 'onmessage');
          return [
            attributes(prototype, method),
            attributes(prototype, 'onmessage'),
            isNative(prototype[method]),
            isNative(get),
            isNative(set),
            prototype[method].name,
            prototype[method].length,
            set.length,
            'prototype' in prototype[method],
          ];
        },
      ],
      [
        `${method} and onmessage of ${name} refuse what is none`,
        ({ thrown }) => {
          const { prototype } = globalThis[name];
          const { get, set } = Object.getOwnPropertyDescriptor(prototype, 'onmessage');
          return [undefined, null, window, {}, prototype, new MessageChannel()].flatMap((self) => [
            thrown(() => Reflect.apply(prototype[method], self, ['x'])),
            thrown(() => Reflect.apply(get, self, [])),
            thrown(() => Reflect.apply(set, self, [() => {}])),
          ]);
        },
      ],
    ]),
  ),

  'the properties of MessageChannel are unchanged': ({ isNative, attributes, thrown }) => {
    const { port1, port2 } = new MessageChannel();
    class Own extends MessageChannel {}
    const own = new Own();
    return [
      MessageChannel.name,
      MessageChannel.length,
      isNative(MessageChannel),
      attributes(window, 'MessageChannel'),
      MessageChannel.prototype.constructor === MessageChannel,
      port1 instanceof MessagePort,
      port1 === port2,
      own instanceof Own,
      own.port1 === own.port1,
      thrown(() => MessageChannel()),
      thrown(() => Reflect.construct(MessageChannel, [], Object) instanceof MessageChannel),
    ];
  },

  'a port is started by its handler': async () => {
    const { port1, port2 } = new MessageChannel();
    port2.postMessage('early');
    return await new Promise((resolve) => {
      port1.onmessage = ({ data, target }) => resolve([data, target === port1]);
    });
  },
  'a port with a listener waits for start()': async ({ turn, until }) => {
    const log = [];
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }) => log.push(data));
    port2.postMessage('early');
    await turn();
    log.push('not yet');
    port1.start();
    await until(() => log.length >= 2);
    await turn();
    return log;
  },
  'a port with a listener can be transferred': async ({ turn, until }) => {
    const log = [];
    const { port1, port2 } = new MessageChannel();
    const carrier = new MessageChannel();
    port2.onmessage = () => log.push('old');
    carrier.port1.onmessage = ({ ports: [moved] }) => {
      log.push(moved === port2, moved instanceof MessagePort);
      moved.onmessage = ({ data }) => log.push(data);
    };
    carrier.port2.postMessage('take it', [port2]);
    port1.postMessage('hello');
    await until(() => log.length >= 3);
    await turn();
    return log;
  },
  'a port runs its listeners in order': async ({ until }) => {
    const log = [];
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => log.push('first'));
    port1.onmessage = () => log.push('handler');
    port1.addEventListener('message', () => log.push('last'), true);
    port1.addEventListener('message', (event) => {
      log.push('stops');
      event.stopImmediatePropagation();
    });
    port1.addEventListener('message', () => log.push('never'));
    port2.postMessage('x');
    await until(() => log.length >= 4);
    log.push(typeof port1.onmessage);
    port1.onmessage = null;
    port2.postMessage('y');
    await until(() => log.length >= 8);
    port1.onmessage = 'nothing';
    return [...log, port1.onmessage];
  },
  'data that cannot be cloned throws': ({ thrown }) => {
    const { port1 } = new MessageChannel();
    const channel = new BroadcastChannel('corpus');
    const worker = workerOf(echo);
    const found = [port1, channel, worker].map((target) => [
      thrown(() => target.postMessage(() => {})),
      thrown(() => target.postMessage()),
      thrown(() => target.postMessage(1, 5)),
    ]);
    channel.close();
    worker.terminate();
    return [...found, thrown(() => channel.postMessage(1))];
  },
  'getters of sent data run once': () => {
    const log = [];
    const { port1 } = new MessageChannel();
    port1.postMessage({
      get a() {
        log.push('a');
        return 1;
      },
    });
    port1.postMessage(1, {
      get transfer() {
        log.push('transfer');
        return [];
      },
    });
    return log;
  },
  'an exception of a getter of a message has no line of the extension': ({ namesExtension, stack }) => {
    const { port1 } = new MessageChannel();
    try {
      port1.postMessage({
        get a() {
          throw new Error('own');
        },
      });
    } catch (error) {
      return [error.message, namesExtension(error), stack(error).length > 0];
    }
  },

  'a broadcast reaches all other channels and not its sender': async ({ turn, until }) => {
    const log = [];
    const [one, two, other] = ['corpus', 'corpus', 'other'].map((name) => new BroadcastChannel(name));
    for (const [name, channel] of Object.entries({ one, two, other })) {
      channel.onmessage = ({ data, origin, source }) => {
        if (data !== 'back') log.push([name, data, origin === location.origin, source]);
      };
    }
    one.postMessage('hello');
    await until(() => log.length >= 1);
    // The answer reaches the sender after the message that must not reach it.
    const back = once(one, 'message');
    two.postMessage('back');
    await back;
    await turn();
    for (const channel of [one, two, other]) channel.close();
    return log;
  },
  'a worker answers, and takes ports': async () => {
    const worker = workerOf(echo);
    const { port1 } = new MessageChannel();
    worker.postMessage('hello', [port1]);
    const { data, origin, source } = await once(worker, 'message');
    worker.terminate();
    return [data, origin, source];
  },
  'a worker runs its handler': async () => {
    const worker = workerOf(echo);
    const data = await new Promise((resolve) => {
      worker.onmessage = function ({ data, target }) {
        resolve([data, this === worker, target === worker]);
      };
      worker.postMessage(1);
    });
    worker.terminate();
    return data;
  },

  'a socket runs its listeners in order': async ({ turn }) => {
    const log = [];
    const socket = new WebSocket(socketUrl());
    socket.addEventListener('message', () => log.push('first'));
    socket.onmessage = () => log.push('handler');
    socket.addEventListener('message', () => log.push('last'));
    await once(socket, 'open');
    socket.send('x');
    await once(socket, 'message');
    await turn();
    socket.close();
    return log;
  },
  'a socket converts sent data to text once': async ({ thrown }) => {
    const log = [];
    const socket = new WebSocket(socketUrl());
    log.push(
      thrown(() => socket.send('early')),
      thrown(() => socket.send()),
    );
    await once(socket, 'open');
    socket.send({ toString: () => log.push('text') && 'made' });
    const { data } = await once(socket, 'message');
    log.push(
      data,
      thrown(() =>
        socket.send({
          toString: () => {
            throw new RangeError('own');
          },
        }),
      ),
    );
    socket.close();
    return [...log, socket.bufferedAmount];
  },
  'a forged message event reaches the page': () => {
    const log = [];
    const { port1 } = new MessageChannel();
    port1.onmessage = ({ isTrusted, data }) => log.push([isTrusted, data]);
    port1.dispatchEvent(new MessageEvent('message', { data: 'forged' }));
    port1.dispatchEvent(new Event('message'));
    return log;
  },
});

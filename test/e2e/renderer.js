// Plays a compromised renderer: does in the extension's isolated world, with all the API that content scripts have, what
// a script of the page asks for.
const api = globalThis.browser ?? chrome;
const ports = [];

const actions = {
  connect(name) {
    const port = api.runtime.connect({ name });
    const line = { port, heard: [], isClosed: false };
    port.onMessage.addListener((message) => line.heard.push(message));
    port.onDisconnect.addListener(() => {
      line.isClosed = true;
    });
    return ports.push(line) - 1;
  },
  say: (index, message) => ports[index].port.postMessage(message),
  heard: (index) => ({ heard: ports[index].heard, isClosed: ports[index].isClosed }),
  send: (message) => api.runtime.sendMessage(message),
  read: (area) => api.storage[area].get(null),
  write: (area, items) => api.storage[area].set(items),
  databases: () => indexedDB.databases().then((all) => all.map(({ name }) => name)),
};

async function run({ id, action, args }) {
  const answer = await Promise.resolve()
    .then(() => actions[action](...args))
    .then(
      (value) => ({ value: value ?? null }),
      (error) => ({ error: String(error) }),
    );
  dispatchEvent(new CustomEvent(`answer-${id}`, { detail: JSON.stringify(answer) }));
}

addEventListener('renderer', ({ detail }) => void run(JSON.parse(detail)));

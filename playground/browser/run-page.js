// What /run/<id> and /demo do at load. Leaves what the page saw in `scenario`, for the test that waits for it.

const { on, cookies, steps, where } = JSON.parse(document.querySelector('#scenario').textContent);
const cells = document.querySelectorAll('.seen');
const results = [];
globalThis.scenario = { done: false, results };

const write = (cookie) => {
  // biome-ignore lint/suspicious/noDocumentCookie: it is what the scenario shows
  document.cookie = cookie;
};
for (const cookie of cookies) write(cookie);

const show = (index, result) => {
  results[index] = result;
  const text = result.resolved
    ? [result.type, result.status, ...(result.read ?? [])].filter((part) => part !== undefined).join(' ')
    : result.name;
  cells[index].textContent = text;
  cells[index].classList.add(result.resolved ? 'resolved' : 'rejected');
  if (results.length < steps.length) return;
  for (const cookie of cookies) write(`${cookie}; max-age=0`);
  globalThis.scenario.done = true;
};

if (on === 'sandboxed-frame') {
  const frame = document.createElement('iframe');
  frame.sandbox = 'allow-scripts';
  frame.src = `/frame?${where}`;
  addEventListener('message', ({ origin, source, data }) => {
    // Every sandboxed frame has this origin.
    if (origin === 'null' && source === frame.contentWindow) show(data.index, data.result);
  });
  document.body.append(frame);
} else if (on === 'dedicated-worker') {
  const worker = new Worker(`/worker.js?${where}`);
  worker.onmessage = ({ data }) => show(data.index, data.result);
  // A tool that looks into workers gets there a moment after they start: a test can start it later.
  globalThis.scenario.begin = () => worker.postMessage('begin');
  if (!new URLSearchParams(location.search).has('wait')) globalThis.scenario.begin();
} else {
  runSteps(steps, show);
}

// What /run/<id> and /demo do at load. Leaves what the page saw in `scenario`, for whoever waits for it.

const { on, steps, where } = JSON.parse(document.querySelector('#scenario').textContent);
const cells = document.querySelectorAll('.seen');
const results = [];
globalThis.scenario = { done: false, results };

const show = (index, result) => {
  results[index] = result;
  const text = result.resolved
    ? [result.type, result.status].filter((part) => part !== undefined).join(' ')
    : result.name;
  cells[index].textContent = text;
  cells[index].classList.add(result.resolved ? 'resolved' : 'rejected');
  globalThis.scenario.done = results.length === steps.length;
};

if (on === 'sandboxed-frame') {
  const frame = document.createElement('iframe');
  frame.sandbox = 'allow-scripts';
  frame.src = `/frame?${where}`;
  addEventListener('message', ({ source, data }) => {
    if (source === frame.contentWindow) show(data.index, data.result);
  });
  document.body.append(frame);
} else if (on === 'dedicated-worker') {
  const worker = new Worker(`/worker.js?${where}`);
  worker.onmessage = ({ data }) => show(data.index, data.result);
} else {
  runSteps(steps, show);
}

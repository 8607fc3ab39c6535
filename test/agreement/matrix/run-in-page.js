// Makes the requests of many cases at once, in a page, its worker and its sandboxed frame. Plain JavaScript,
// handed over as it is: the expression is a function of the steps by place and of
// the worker, and comes to what was seen of each.

(steps, worker) =>
  new Promise((resolve) => {
    const seen = {};
    const count = Object.values(steps).reduce((sum, { length }) => sum + length, 0);
    const note = (result) => {
      seen[result.c] = result;
      if (Object.keys(seen).length === count) resolve(seen);
    };
    const serve = (kind, body) => `/x?k=${kind}&b=${encodeURIComponent(body)}`;

    const script = document.createElement('script');
    script.src = '/run-steps.js';
    script.onload = () => {
      for (const step of steps.document) globalThis.runSteps([step], (_, result) => note(result));
    };
    document.body.append(script);

    worker.onmessage = ({ data }) => note(data);
    worker.postMessage(steps['dedicated-worker']);

    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    frame.src = serve(
      'html',
      `<!doctype html><script src="/run-steps.js"></script>
      <script>
        onmessage = ({ data }) => {
          for (const step of data) runSteps([step], (_, result) => parent.postMessage(result, '*'));
        };
      </script>`,
    );
    frame.onload = () => frame.contentWindow.postMessage(steps['sandboxed-frame'], '*');
    addEventListener('message', ({ source, data }) => {
      if (source === frame.contentWindow) note(data);
    });
    document.body.append(frame);
  });

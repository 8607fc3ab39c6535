// A page whose policy only allows its own files to run.

behaviours({
  'its policy is not violated': async ({ violations, quiet }) => {
    postMessage('x', '*');
    await fetch('/x');
    await quiet();
    return violations;
  },
  'its policy still blocks the same things': ({ thrown }) => [
    thrown(() => (0, eval)('1')).split(':')[0],
    thrown(() => (document.createElement('div').innerHTML = '<b>')).split(':')[0],
  ],
  'its document is unchanged': ({ atFirst }) => [atFirst.html, atFirst.readyState],
  'its messages arrive': async ({ next }) => {
    const message = next(window, 'message');
    postMessage({ hello: 'strict' }, '*');
    const event = await message;
    return [event.data, event.source === window, event.isTrusted];
  },
  'its frames exchange messages': ({ realm, gather }) => {
    const other = realm();
    const messages = gather(other, 'message', 1, ({ data, source }) => [data, source === window]);
    other.postMessage('inner', '*');
    return messages;
  },
  'its blocked requests fail as usual': async ({ settled, origins }) =>
    [await settled(() => fetch(`${origins.api}/x?ok=1`))].map((text) => text.slice(0, 30)),
  'its own worker is blocked as usual': ({ thrown }) => thrown(() => new Worker('/script?code=')),
  'its blocked socket fails as usual': async ({ origins, thrown, next }) => {
    let socket;
    const made = thrown(() => {
      socket = new WebSocket(origins.api.replace('http', 'ws'));
      return 'made';
    });
    return [made, socket ? (await next(socket, 'error')).type : 'none'];
  },
});

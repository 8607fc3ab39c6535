// Shows in a technique's document what it prints to its console, and leaves it in `printed`, for the test that waits
// for it. The console gets it too.

globalThis.printed = [];

{
  const list = document.createElement('ol');
  list.className = 'printed';
  document.body.append(list);

  const { log } = console;
  console.log = (...values) => {
    log.apply(console, values);
    const line = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
    globalThis.printed.push(line);
    const item = document.createElement('li');
    item.textContent = line;
    list.append(item);
  };
}

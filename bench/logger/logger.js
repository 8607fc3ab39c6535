// The listeners of src/platform/web-request.ts and src/background/observe-navigation.ts, switched by `listen`.
const extra = {
  onBeforeRequest: undefined,
  onSendHeaders: ['requestHeaders', 'extraHeaders'],
  onHeadersReceived: ['responseHeaders', 'extraHeaders'],
  onBeforeRedirect: undefined,
  onAuthRequired: undefined,
  onResponseStarted: undefined,
  onCompleted: undefined,
  onErrorOccurred: undefined,
};
let seen = 0;
const note = () => {
  seen++;
};

globalThis.listen = (isOn) => {
  for (const [name, words] of Object.entries(extra)) {
    const event = chrome.webRequest[name];
    if (!isOn) event.removeListener(note);
    else if (words) event.addListener(note, { urls: ['<all_urls>'] }, words);
    else event.addListener(note, { urls: ['<all_urls>'] });
  }
  if (isOn) chrome.webNavigation.onCommitted.addListener(note);
  else chrome.webNavigation.onCommitted.removeListener(note);
  return seen;
};

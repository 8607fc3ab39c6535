const telling =
  /CORS policy|Cross-Origin Request|access control checks|Security.Policy|net::ERR_|Access-Control-Allow|MIME type|跨源请求/i;

/** Whether text looks like a console message about a cross-origin failure. Cheap: it runs while someone types. */
export function isConsoleMessage(text: string): boolean {
  return text.length > 30 && telling.test(text);
}

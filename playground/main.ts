import { servePlayground } from './server';

const { origins } = await servePlayground();

console.log(`The playground runs; Ctrl+C ends it.

  ${origins.page}/        all ways across and scenarios
  ${origins.page}/demo    the same, after a mix of requests

  other origins      ${origins.api}
                     ${origins.sameSite}
                     ${origins.otherPort}
                     ${origins.third}
                     ${origins.ip}
                     ${origins.otherScheme} (self-signed)
  insecure context   ${origins.plain}
                     ${origins.plainApi}
                     (the browser must map *.test to 127.0.0.1)`);

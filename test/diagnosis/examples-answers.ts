import { http } from '../support/http';
import { blocked, type Examples, passed, put, redirected } from './example-requests';

/** Examples of causes that are about what answers instead of the application, and redirects. */
export const ofAnswers: Examples = {
  'windows-authentication': [
    [
      put(http`401
      WWW-Authenticate: Negotiate`),
    ],
    [
      put(http`401
      WWW-Authenticate: Bearer`),
    ],
  ],
  'api-gateway-preflight': [
    [
      put(http`403
      x-amzn-ErrorType: MissingAuthenticationTokenException`),
    ],
    [put(http`403`)],
  ],
  'api-gateway-error': [
    [
      blocked(http`504
      x-amzn-RequestId: 1
      x-amzn-ErrorType: X`),
    ],
    [blocked(http`504`)],
  ],
  'cloud-function-invoker': [
    [
      blocked(http`403
      Server: Google Frontend
      Content-Type: text/html`),
    ],
    [
      blocked(http`403
      Server: Google Frontend
      Content-Type: application/json`),
    ],
  ],
  'bot-challenge': [
    [
      blocked(http`403
      cf-mitigated: challenge`),
    ],
    [blocked(http`403`)],
  ],
  'preflight-login-redirect': [
    [
      put(http`302
      Location: https://api.test/login?next=x`),
    ],
    [
      put(http`302
      Location: https://api.test/other`),
    ],
  ],
  'login-redirect': [
    [redirected('https://login.microsoftonline.com/authorize?client_id=1')],
    [redirected('https://files.test/x')],
  ],
  'preflight-rate-limit': [[put(http`429`)], [put(http`400`)]],
  'rate-limit': [
    [passed, blocked(http`429`)],
    [passed, blocked(http`200`)],
  ],
  'body-too-large': [
    [blocked(http`413`, { asked: 'POST https://api.test/x' })],
    [blocked(http`400`, { asked: 'POST https://api.test/x' })],
  ],
  'preflight-authentication': [
    [passed, put(http`401`)],
    [
      passed,
      put(http`401
      Access-Control-Allow-Origin: https://other.test`),
    ],
  ],
  'client-certificate': [
    [blocked(undefined, { error: 'net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED' })],
    [blocked(undefined, { error: 'net::ERR_CONNECTION_RESET' })],
  ],
  'no-options-route': [
    [
      put(http`405
    Allow: GET, PUT`),
    ],
    [put(http`500`)],
  ],
  'options-by-server': [
    [
      put(http`200
      Allow: GET, PUT, OPTIONS
      Public: GET, PUT, OPTIONS`),
    ],
    [put(http`200`)],
  ],
  'options-handler-fails': [
    [passed, put(http`500`)],
    [passed, put(http`204`)],
  ],
  'nginx-header-not-always': [
    [
      {
        ...passed,
        answer: http`200
        Server: nginx
        Access-Control-Allow-Origin: http://page.test`,
      },
      blocked(http`404
        Server: nginx`),
    ],
    [
      passed,
      blocked(http`404
      Server: nginx`),
    ],
  ],
  'gateway-error': [
    [passed, blocked(http`502`)],
    [passed, blocked(http`500`)],
  ],
  'error-without-cors': [[passed, blocked(http`500`)], [blocked(http`500`)]],
  'hsts-redirect': [
    [
      put(
        http`307
        Location: https://api.test/x
        Non-Authoritative-Reason: HSTS`,
        { asked: 'PUT http://api.test/x' },
      ),
    ],
    [
      put(
        http`307
        Location: https://api.test/x`,
        { asked: 'PUT http://api.test/x' },
      ),
    ],
  ],
  'https-redirect': [
    [
      put(
        http`301
      Location: https://api.test/x`,
        { asked: 'PUT http://api.test/x' },
      ),
    ],
    [
      put(
        http`301
      Location: https://api.test/y`,
        { asked: 'PUT http://api.test/x' },
      ),
    ],
  ],
  'downgraded-redirect': [
    [
      put(http`307
      Location: http://api.test/x/`),
    ],
    [
      put(http`307
      Location: https://api.test/x/`),
    ],
  ],
  'slash-redirect': [
    [
      put(http`308
      Location: /x/`),
    ],
    [
      put(http`308
      Location: /y/`),
    ],
  ],
  'www-redirect': [
    [
      put(http`301
      Location: https://www.api.test/x`),
    ],
    [
      put(http`301
      Location: https://web.api.test/x`),
    ],
  ],
  'bucket-region-redirect': [
    [
      put(
        http`307
      Location: https://b.s3.eu-west-1.amazonaws.com/x
      x-amz-bucket-region: eu-west-1`,
        { asked: 'PUT https://b.s3.amazonaws.com/x' },
      ),
    ],
    [
      put(
        http`307
      Location: https://b.files.test/x`,
        { asked: 'PUT https://b.s3.amazonaws.com/x' },
      ),
    ],
  ],
};

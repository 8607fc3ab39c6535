import { page } from '../answers';
import { startApache } from './apache';
import { startApplication, together } from './programs';
import { type ServerCase, serverCase } from './server-case';

/** Apache with a layer that lets only signed-in users through, as oauth2-proxy does. */
export const openIdConnectCases: readonly ServerCase[] = [
  {
    // The layer requires a provider with https.
    isSecure: true,
    ...serverCase({
      id: 'openid-connect-redirects-calls',
      product: 'mod_auth_openidc',
      cause: 'login-redirect',
      why: 'The login layer redirects every request without a session to the identity provider, calls of scripts too.',
      twin: {
        differs: 'The layer lets the request through, and the application has no CORS headers.',
        cause: null,
      },
      fix: 'The layer answers 401, with the headers.',
      path: '/items',
      origins: {
        page: { host: 'www.openid-connect-redirects-calls', port: 1 },
        login: 'login.openid-connect-redirects-calls-accounts',
      },
      servers: { login: () => page('') },
      works: ({ items }) => items === 401,
      script: (at) => `return { items: await asked('${at('/items')}', { credentials: 'include' }) };`,
      async start({ variant, at, origin }, port, behind) {
        const application = await startApplication(behind, (_, response) =>
          response.writeHead(200).end('{}'),
        );
        const cors = `Header always set Access-Control-Allow-Origin "${origin('page')}"
Header always set Access-Control-Allow-Credentials "true"
Header always set Vary "Origin"`;
        const apache = await startApache(
          port,
          `LoadModule auth_openidc_module /usr/lib/apache2/modules/mod_auth_openidc.so
OIDCProviderIssuer ${origin('login')}
OIDCProviderAuthorizationEndpoint ${at('login', '/authorize')}
OIDCProviderTokenEndpoint ${at('login', '/token')}
OIDCProviderJwksUri ${at('login', '/keys')}
OIDCClientID items
OIDCClientSecret secret
OIDCRedirectURI /signed-in
OIDCCryptoPassphrase phrase
${variant === 'twin' ? '' : cors}
<Location />
AuthType openid-connect
Require valid-user
OIDCUnAuthAction ${{ broken: 'auth true', twin: 'pass', fix: '401' }[variant]}
</Location>
ProxyPass / http://127.0.0.1:${behind}/`,
        );
        return together(apache, application);
      },
    }),
  },
];

import type { Started } from '../serve';
import type { Product } from './products';
import { startApplication, together } from './programs';
import { type ServerCase, serverCase } from './server-case';

/** A gateway in front of two applications, by their ports, of which one is down. */
export function upstreamDown(
  product: Product,
  start: (port: number, items: number, orders: number) => Promise<Started>,
): ServerCase {
  return serverCase({
    id: `${product.toLowerCase()}-upstream-down`,
    product,
    cause: 'gateway-error',
    why: 'The application of one path is down, so the gateway answers without its header.',
    twin: {
      differs: 'The application is up and answers 500 without the header; its 404 has it.',
      cause: 'error-without-cors',
    },
    fix: 'The application is started.',
    path: '/orders',
    works: ({ orders }) => orders === 200,
    script: (at) =>
      `const items = await asked('${at('/items')}'); const absent = await asked('${at('/absent')}');
       return { items, absent, orders: await asked('${at('/orders')}') };`,
    async start({ variant }, port, behind) {
      const application = await startApplication(behind, ({ url }, response) => {
        const fails = variant === 'twin' && url === '/orders';
        const status = fails ? 500 : url === '/absent' ? 404 : 200;
        const cors = fails ? {} : { 'Access-Control-Allow-Origin': '*' };
        response.writeHead(status, { 'Content-Type': 'application/json', ...cors }).end('{}');
      });
      // Nothing listens on port 1.
      return together(await start(port, behind, variant === 'broken' ? 1 : behind), application);
    },
  });
}

import { attribute, type WriteClientFix } from '../client-fix';

/** A manifest behind a login, which browsers request without cookies. */
export const manifestCredentials: WriteClientFix = ({ exchange, causes }) => {
  const { url = '' } = exchange.hops[0] ?? {};
  if (!causes.has('manifest-without-credentials')) return null;
  return {
    before: `<link rel="manifest" href=${attribute(url)}>`,
    after: `<link rel="manifest" href=${attribute(url)} crossorigin="use-credentials">`,
    changed: null,
  };
};

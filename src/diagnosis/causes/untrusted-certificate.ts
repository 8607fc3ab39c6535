import { endedBy } from '../ended-by';

/** The browser does not trust the server's certificate, and shows no warning page for a request of a page. */
export const untrustedCertificate = endedBy('network', ['network-tls']);

/** The two ports that one playground listens on. */
export type Ports = readonly [number, number];

/** The origins that one playground answers under, and one under which nobody does. */
export interface Origins {
  /** Where the scenarios' pages are: a secure context, as every *.localhost is. */
  readonly page: string;
  /** Another site. */
  readonly api: string;
  /** Another origin of the page's own site. */
  readonly sameSite: string;
  /** Another origin by its port alone. */
  readonly otherPort: string;
  /** Another origin by its scheme; its port differs too, for two servers cannot share one. Self-signed. */
  readonly otherScheme: string;
  /** The address that the page's host has. */
  readonly ip: string;
  /** A third site, for what a redirect leads to. */
  readonly third: string;
  /** A page that is no secure context: browsers send it no Sec-Fetch-* headers. The browser must map *.test. */
  readonly plain: string;
  readonly plainApi: string;
  /** Two hosts of one site, for documents that ask to share an agent cluster: theirs must never be loaded without. */
  readonly shared: string;
  readonly sharedApi: string;
  /** A port where nothing listens. */
  readonly closed: string;
}

/** The name of one of the origins. */
export type OriginKey = keyof Origins;

/** The origins of a playground on `ports`, of which `securePort` speaks TLS. */
export function originsOf([port, otherPort]: Ports, securePort: number, closedPort: number): Origins {
  return {
    page: `http://www.a.localhost:${port}`,
    api: `http://api.b.localhost:${port}`,
    sameSite: `http://api.a.localhost:${port}`,
    otherPort: `http://www.a.localhost:${otherPort}`,
    otherScheme: `https://www.a.localhost:${securePort}`,
    ip: `http://127.0.0.1:${port}`,
    third: `http://other.c.localhost:${port}`,
    plain: `http://www.a.test:${port}`,
    plainApi: `http://api.b.test:${port}`,
    shared: `http://www.d.localhost:${port}`,
    sharedApi: `http://api.d.localhost:${port}`,
    closed: `http://api.b.localhost:${closedPort}`,
  };
}

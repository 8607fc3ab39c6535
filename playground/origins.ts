/** The two ports that one playground listens on. */
export type Ports = readonly [number, number];

/** The origins of one playground, and one where no server listens. */
export interface Origins {
  /** The origin of the scenarios' pages: a secure context, like every *.localhost. */
  readonly page: string;
  /** Another site. */
  readonly api: string;
  /** Another origin of the page's own site. */
  readonly sameSite: string;
  /** Another origin by its port alone. */
  readonly otherPort: string;
  /** Another origin by its scheme; its port differs too, because two servers cannot share one. Self-signed. */
  readonly otherScheme: string;
  /** The address that the page's host has. */
  readonly ip: string;
  /** A third site, for what a redirect leads to. */
  readonly third: string;
  /** An insecure context: browsers send no Sec-Fetch-* headers for it. The browser must map *.test. */
  readonly plain: string;
  readonly plainApi: string;
  /** Two hosts of one site, for documents that ask to share an agent cluster. None of their documents may load without that header. */
  readonly shared: string;
  readonly sharedApi: string;
  /** A port on which no server listens. */
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

import type { Reach } from './listener';
import { spend } from './steps';

/** An origin to try, and who could own it. */
export interface Candidate {
  readonly origin: string;
  readonly reach: Reach;
}

/** An origin that no check is meant to allow. */
export const anybody = 'https://attacker.example';

const reaches: readonly Reach[] = ['anyone', 'subdomains', 'scheme-or-port'];
/** In characters; browsers allow hosts of at most 253. */
const maxSample = 300;
const secondLevels = /^(ac|co|com|edu|gov|net|or|org)$/;

/**
 * Returns origins that a check may allow by mistake, worst first; `samples` are those that it is probably
 * meant to allow.
 */
export function candidatesFor(samples: readonly string[]): readonly Candidate[] {
  const tried = samples.flatMap((sample) =>
    sample.length <= maxSample ? variantsOf(withScheme(sample)) : [],
  );
  const found: Candidate[] = [{ origin: anybody, reach: 'anyone' }, ...tried];
  // Any sandboxed frame has the origin `null`. It is the least convincing example,
  // so it comes after all origins that an attacker can register.
  found.push({ origin: 'null', reach: 'anyone' });
  return found
    .filter(({ origin }) => origin === 'null' || isOrigin(origin))
    .sort((a, b) => reaches.indexOf(a.reach) - reaches.indexOf(b.reach));
}

function withScheme(sample: string): string {
  const url = sample.includes('://') ? sample : `https://${sample.replace(/^\/+/, '')}`;
  return url.replace('://.', '://any.').replace(/\/+$/, (end) => (url.endsWith('://') ? end : ''));
}

function variantsOf(sample: string): readonly Candidate[] {
  const [, scheme = '', host = '', port = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^:/]*)(:\d+)?/i.exec(sample) ?? [];
  if (host === '') return [];
  spend(host.length);
  const dots = [...host].flatMap((character, at) => (character === '.' ? [at] : []));
  const hosts = [
    `${host}${host.endsWith('.') ? '' : '.'}attacker.example`,
    `attacker${host}`,
    `attacker-${host}`,
    ...dots.map((at) => `${host.slice(0, at)}x${host.slice(at + 1)}`),
    host.slice(0, -1),
    `any.${host}`,
  ];
  const others = hosts.map((other): Candidate => {
    const reach = isUnder(other, baseOf(host)) ? 'subdomains' : 'anyone';
    return { origin: `${scheme}://${other}${port}`, reach };
  });
  const same = [
    `${scheme === 'https' ? 'http' : 'https'}://${host}${port}`,
    ...(port === '' ? [`${scheme}://${host}:8443`] : [`${scheme}://${host}`, `${sample}0`]),
  ];
  return [...others, ...same.map((origin): Candidate => ({ origin, reach: 'scheme-or-port' }))];
}

/** Returns a guess at the registrable domain. The public suffix list is too large for choosing an example. */
function baseOf(host: string): string {
  const labels = host.split('.');
  const isSecondLevel = (labels.at(-1)?.length ?? 0) === 2 && secondLevels.test(labels.at(-2) ?? '');
  return labels.slice(isSecondLevel ? -3 : -2).join('.');
}

function isUnder(host: string, base: string): boolean {
  return host === base || host.endsWith(`.${base}`);
}

function isOrigin(text: string): boolean {
  spend(20);
  try {
    const { protocol, host } = new URL(text);
    return `${protocol}//${host}` === text;
  } catch {
    return false;
  }
}

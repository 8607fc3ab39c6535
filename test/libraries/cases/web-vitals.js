import { onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals/attribution';
import { api, ordinary, ready, until } from '../page/tools.js';

/** Measures the page, and sends what it measured by beacons. */
export async function page() {
  const names = [];
  const report = ({ name, navigationType, attribution }) => {
    names.push([name, navigationType, Object.keys(attribution).sort().join()]);
    navigator.sendBeacon(`${api}/vitals`, name);
  };
  for (const on of [onCLS, onFCP, onINP, onLCP, onTTFB]) on(report);
  await ready;
  await until(() => ['FCP', 'TTFB'].every((name) => names.some(([each]) => each === name)));
  const told = names.filter(([name]) => ['FCP', 'TTFB'].includes(name)).sort();
  return {
    seen: { told, ordinary: await ordinary() },
    leaves: true,
    awaits: { '//api/vitals': 2 },
    varies: ['//api/vitals'],
  };
}

import type { Cookie } from '../../engine';

/**
 * Returns the attributes of a cookie as a server writes them; a cookie without Domain has its host instead.
 */
export function attributesOf(cookie: Cookie): readonly string[] {
  const { domain, isHostOnly, path, isSecure, isPartitioned, sameSite, partition } = cookie;
  const of = sameSite === 'default' ? null : `${sameSite.charAt(0).toUpperCase()}${sameSite.slice(1)}`;
  return [
    isHostOnly ? domain : `Domain=${domain}`,
    `Path=${path}`,
    ...(isSecure ? ['Secure'] : []),
    ...(of === null ? [] : [`SameSite=${of}`]),
    ...(isPartitioned ? ['Partitioned'] : []),
    ...(partition === null ? [] : [`(${partition})`]),
  ];
}

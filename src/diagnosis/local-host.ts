/** Whether a host is this machine or has a private address. */
export function isLocalHost(hostname: string): boolean {
  return /^((?:[\w-]+\.)*localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0|10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|[\w-]+\.local)$/.test(
    hostname,
  );
}

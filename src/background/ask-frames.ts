import type { Browser } from 'webextension-polyfill';
import type { FrameFacts, NetworkPermissions } from '../protocol/facts';

/**
 * Asks frames of a tab what they may do in the local network, in our own world, where the page does not notice.
 * Frames that are gone are left out.
 */
export async function askFrames(
  { scripting }: Pick<Browser, 'scripting'>,
  tabId: number,
  frames: readonly FrameFacts[],
): Promise<readonly NetworkPermissions[]> {
  const answers = await Promise.all(
    frames.map(async ({ frameId, origin }) => {
      const target = { tabId, frameIds: [frameId] };
      const [answer] = await scripting.executeScript({ target, func: permissionsHere }).catch(() => []);
      return parsed(answer?.result, frameId, origin);
    }),
  );
  return answers.filter((answer) => answer !== null);
}

/** Runs in the frame, so it can use nothing outside of it. */
async function permissionsHere(): Promise<unknown> {
  const { featurePolicy } = document as {
    readonly featurePolicy?: { features(): string[]; allowsFeature(name: string): boolean };
  };
  const ask = async (name: string) => ({
    isAllowed: featurePolicy?.features().includes(name) ? featurePolicy.allowsFeature(name) : null,
    state: await navigator.permissions.query({ name: name as PermissionName }).then(
      ({ state }) => state,
      () => null,
    ),
  });
  return { isSecureContext, loopback: await ask('loopback-network'), local: await ask('local-network') };
}

function parsed(answer: unknown, frameId: number, origin: string): NetworkPermissions | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { isSecureContext, loopback, local } = answer as Readonly<Record<string, unknown>>;
  if (typeof isSecureContext !== 'boolean') return null;
  return { frameId, origin, isSecureContext, loopback: permission(loopback), local: permission(local) };
}

function permission(value: unknown): NetworkPermissions['local'] {
  const { isAllowed, state } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return {
    isAllowed: typeof isAllowed === 'boolean' ? isAllowed : null,
    state: state === 'granted' || state === 'denied' || state === 'prompt' ? state : null,
  };
}

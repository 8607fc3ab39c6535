import { openChannel, type PortLike } from '../../protocol/channel';
import { type FromWatcher, type ToWatcher, watchPort } from '../../protocol/messages';
import { parseToWatcher } from '../../protocol/parse-to-watcher';
import type { Log } from '../../recording/log/log';

/** A watch over a tab: the log fills as long as it runs. */
export interface Watch {
  /** The background has acknowledged the watch. Pending again after a pause, and after a stop of the background. */
  readonly ready: Promise<void>;
  setRecording(on: boolean): void;
  /** Resolves when the page's frames had nothing more to tell. */
  flush(): Promise<void>;
  /** Has the person asked for the pages' hosts, in a page of its own. */
  permit(): void;
  /** Asks for what messages say, from now on; reading it costs the page. Off at first. */
  setData(on: boolean): void;
}

/** What a watch needs of the browser. */
export interface WatchContext {
  connect(name: string): PortLike;
  readonly tabId: number;
  readonly log: Log;
}

const beatMs = 20_000;
const reconnectMs = 50;

/**
 * Watches a tab until the page is closed. When the background is stopped the port closes: then it is
 * called again, and gets the open exchanges back from the log, which is its only memory.
 */
export function openWatch({ connect, tabId, log }: WatchContext): Watch {
  let isOn = true;
  let data = false;
  let post: ((message: FromWatcher) => void) | null = null;
  let hangUp: (() => void) | null = null;
  /** Who waits for a flush; the background answers one after the other. */
  let flushes: (() => void)[] = [];
  let acknowledged = Promise.withResolvers<void>();

  function endFlushes(): void {
    for (const end of flushes) end();
    flushes = [];
  }

  function call(): void {
    let isAcknowledged = false;
    const channel = openChannel<ToWatcher, FromWatcher>(connect(watchPort), parseToWatcher);
    channel.onMessage((message) => {
      if (message.type === 'flushed') return flushes.shift()?.();
      log.receive(message);
      if (message.type !== 'watching') return;
      isAcknowledged = true;
      acknowledged.resolve();
    });
    channel.onClose(() => {
      post = null;
      endFlushes();
      if (!isOn) return;
      // One that is still being stopped answers nobody: the call that it lost is part of the same stop.
      setTimeout(() => isOn && !post && callAgain(isAcknowledged), reconnectMs);
    });
    post = channel.post;
    hangUp = channel.close;
    const open = log.entries.map(({ facts }) => facts).filter(({ end }) => end === null);
    channel.post({ type: 'watch', tabId, open, data });
  }

  function callAgain(isStop: boolean): void {
    try {
      call();
    } catch {
      // Only an extension that is no longer there cannot be called.
      log.noteCutOff();
      return;
    }
    if (!isStop) return;
    log.noteStop();
    acknowledged = Promise.withResolvers();
  }

  call();
  setInterval(() => post?.({ type: 'beat' }), beatMs);

  return {
    get ready() {
      return acknowledged.promise;
    },
    setRecording(on) {
      if (on === isOn) return;
      isOn = on;
      if (on) {
        log.noteResumed();
        callAgain(false);
      } else {
        acknowledged = Promise.withResolvers<void>();
        hangUp?.();
        endFlushes();
        post = null;
      }
    },
    flush() {
      if (!post) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      flushes.push(resolve);
      post({ type: 'flush' });
      return promise;
    },
    permit: () => post?.({ type: 'permit' }),
    setData(on) {
      if (on === data) return;
      data = on;
      post?.({ type: 'data', on });
    },
  };
}

import { openChannel, type PortLike } from '../../protocol/channel';
import { type FromWatcher, type ToWatcher, watchPort } from '../../protocol/messages';
import { parseToWatcher } from '../../protocol/parse-to-watcher';
import type { Log } from '../../recording/log/log';

/** The watch of a tab. It fills the log while it runs. */
export interface Watch {
  /**
   * Resolves when the background has acknowledged the watch. Pending again after a pause or a background
   * stop.
   */
  readonly ready: Promise<void>;
  setRecording(on: boolean): void;
  /** Resolves when the frames of the page have reported everything they had collected. */
  flush(): Promise<void>;
  /** Opens a page that asks the user for host permission. */
  permit(): void;
  /** Turns the reading of message data on or off. Off by default, because reading slows down the page. */
  setData(on: boolean): void;
}

/** The dependencies of a watch. */
export interface WatchContext {
  connect(name: string): PortLike;
  readonly tabId: number;
  readonly log: Log;
}

const beatMs = 20_000;
const reconnectMs = 50;

/**
 * Watches a tab until the page is closed. When the background stops, the port closes. The watch then
 * reconnects and sends the open exchanges from the log, because the background keeps nothing.
 */
export function openWatch({ connect, tabId, log }: WatchContext): Watch {
  let isOn = true;
  let data = false;
  let post: ((message: FromWatcher) => void) | null = null;
  let hangUp: (() => void) | null = null;
  /** Callbacks that wait for a flush. The background answers flushes in order. */
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
      // A background that is still stopping does not answer, so an unacknowledged call belongs to the same
      // stop.
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
      // Connecting throws only if the extension is gone.
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

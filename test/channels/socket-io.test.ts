import { describe, expect, test } from 'vitest';
import { readSocketIo } from '../../src/channels/socket-io';
import { exchangeFacts } from '../support/facts';

const read = (method: string, url: string) => readSocketIo(exchangeFacts([{ url, method }]));

describe('a request of Socket.IO', () => {
  // biome-ignore format: a table
  test.each([
    // method   URL                                                                                   transport       step       cross-origin
    ['GET',     'https://api.example/socket.io/?EIO=4&transport=polling&t=abc',                       'polling',      'open',    true],
    ['GET',     'https://api.example/socket.io/?EIO=4&transport=polling&t=abc&sid=s1',                'polling',      'receive', true],
    ['POST',    'https://api.example/socket.io/?EIO=4&transport=polling&t=abc&sid=s1',                'polling',      'send',    true],
    ['GET',     'https://page.example/socket.io/?EIO=3&transport=polling&t=abc',                      'polling',      'open',    false],
    ['GET',     'https://api.example/live/ws?token=1&EIO=4&transport=polling',                        'polling',      'open',    true],
    ['GET',     'wss://api.example/socket.io/?EIO=4&transport=websocket&sid=s1',                      'websocket',    'upgrade', true],
    ['GET',     'wss://page.example/socket.io/?EIO=4&transport=websocket',                            'websocket',    'open',    false],
    ['CONNECT', 'https://api.example/socket.io/?EIO=4&transport=webtransport',                        'webtransport', 'open',    true],
  ])('%s %s', (method, url, transport, step, isCrossOrigin) => {
    expect(read(method, url)).toMatchObject({ transport, step, isCrossOrigin });
  });

  test.each([
    'https://api.example/socket.io/socket.io.js',
    'https://api.example/?transport=polling',
    'https://api.example/?EIO=4&transport=flashsocket',
    'https://api.example/?EIO=5&transport=polling',
    'about:blank',
    '',
  ])('is not recognized in %s', (url) => {
    expect(read('GET', url)).toBe(null);
  });
});

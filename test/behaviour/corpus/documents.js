// document.domain, frames' documents, canvases.

const accessors = {
  domain: 'Document',
  contentDocument: 'HTMLIFrameElement',
};
const methods = {
  drawImage: 'CanvasRenderingContext2D',
  createPattern: 'CanvasRenderingContext2D',
  getImageData: 'CanvasRenderingContext2D',
  toDataURL: 'HTMLCanvasElement',
  toBlob: 'HTMLCanvasElement',
  captureStream: 'HTMLCanvasElement',
};
/** A cross-origin image without CORS headers. */
const picture = async (url, crossOrigin) => {
  const image = new Image();
  if (crossOrigin) image.crossOrigin = crossOrigin;
  image.src = url;
  await image.decode();
  return image;
};
const canvasOf = () => Object.assign(document.createElement('canvas'), { width: 4, height: 4 });

behaviours({
  ...Object.fromEntries(
    Object.entries(accessors).map(([name, of]) => [
      `${name} looks as it does`,
      ({ isNative, attributes, thrown }) => {
        const { prototype } = globalThis[of];
        const { get, set } = Object.getOwnPropertyDescriptor(prototype, name);
        return [
          attributes(prototype, name),
          isNative(get),
          set ? isNative(set) : null,
          get.name,
          set?.name,
          set?.length,
          ...[undefined, null, {}, window].flatMap((self) => [
            thrown(() => Reflect.apply(get, self, [])),
            set ? thrown(() => Reflect.apply(set, self, ['x'])) : null,
          ]),
        ];
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(methods).map(([name, of]) => [
      `${name} looks as it does`,
      ({ isNative, attributes, thrown }) => {
        const { prototype } = globalThis[of];
        const method = prototype[name];
        return [
          attributes(prototype, name),
          isNative(method),
          method.name,
          method.length,
          'prototype' in method,
          ...[undefined, null, {}, document.body].map((self) =>
            thrown(() => Reflect.apply(method, self, [1])),
          ),
        ];
      },
    ]),
  ),

  'document.domain rejects the same values': ({ thrown }) =>
    ['', 'localhost', 'other.test', `x.${location.hostname}`, null, 5, Symbol('s')].map((value) =>
      thrown(() => {
        document.domain = value;
        return document.domain;
      }),
    ),
  'document.domain converts its value to text once': ({ text, thrown }) => {
    const log = [];
    log.push(
      thrown(() => {
        document.domain = text('other.test', log);
      }),
      thrown(() => {
        document.domain = {
          toString: () => {
            throw new RangeError('own');
          },
        };
      }),
    );
    return log;
  },
  'document.domain throws in a document without a window': ({ thrown }) => {
    const other = document.implementation.createHTMLDocument('');
    return [
      other.domain,
      thrown(() => {
        other.domain = location.hostname;
      }),
    ];
  },
  'frames have the same documents': async ({ frame, loaded }) => {
    const [same, cross, sandboxed] = [await loaded('same'), await loaded('cross'), await loaded('sandboxed')];
    return [
      same.contentDocument === same.contentWindow.document,
      cross.contentDocument,
      sandboxed.contentDocument,
      document.createElement('iframe').contentDocument,
      frame('blank').contentDocument?.readyState,
    ];
  },
  'access to a cross-origin window throws the same errors': async ({ loaded, thrown }) => {
    const { contentWindow } = await loaded('cross');
    return [
      thrown(() => contentWindow.secret),
      thrown(() => contentWindow.document),
      thrown(() => {
        contentWindow.secret = 1;
      }),
      typeof contentWindow.postMessage,
    ];
  },
  'an uncaught error of such an access is an error event': async ({
    errors,
    loaded,
    until,
    withoutPorts,
  }) => {
    const { contentWindow } = await loaded('cross');
    const before = errors.length;
    setTimeout(() => contentWindow.secret);
    await until(() => errors.length > before);
    return errors.slice(before).map(withoutPorts);
  },

  'a canvas can be read': () => {
    const canvas = canvasOf();
    const context = canvas.getContext('2d');
    context.fillStyle = '#2b6cb0';
    context.fillRect(0, 0, 4, 4);
    return [
      [...context.getImageData(0, 0, 1, 1).data],
      canvas.toDataURL().slice(0, 22),
      canvas.captureStream().constructor.name,
    ];
  },
  'a canvas with a cross-origin image cannot be read': async ({ origins, thrown, namesExtension }) => {
    const image = await picture(`${origins.api}/x?k=svg`);
    const canvas = canvasOf();
    const context = canvas.getContext('2d');
    const log = [context.drawImage(image, 0, 0)];
    const second = canvasOf();
    second.getContext('2d').drawImage(canvas, 0, 0);
    log.push(
      thrown(() => context.getImageData(0, 0, 1, 1)),
      thrown(() => canvas.toDataURL()),
      thrown(() => canvas.toBlob(() => {})),
      thrown(() => canvas.captureStream()),
      thrown(() => second.toDataURL()),
    );
    try {
      canvas.toDataURL();
    } catch (error) {
      log.push(namesExtension(error), error instanceof DOMException);
    }
    return log;
  },
  'a canvas rejects invalid arguments': ({ thrown }) => {
    const canvas = canvasOf();
    const context = canvas.getContext('2d');
    return [
      thrown(() => context.drawImage()),
      thrown(() => context.drawImage({}, 0, 0)),
      thrown(() => context.drawImage(new Image(), 0, 0)),
      thrown(() => context.drawImage(canvasOf(), 0)),
      thrown(() => context.getImageData(0, 0, 0, 0)),
      thrown(() => canvas.toBlob()),
    ];
  },
  'a canvas reads its options once': ({ noting }) => {
    const log = [];
    const context = canvasOf().getContext('2d');
    context.getImageData(0, 0, 1, 1, noting({ colorSpace: 'srgb' }, log));
    return log;
  },
});

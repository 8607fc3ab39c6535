import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** An element of what a view draws. */
export interface Drawn {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Drawn | string)[];
}

const withoutEnd = /^(area|br|col|hr|img|input|link|meta)$/;
/** Elements whose text stands in the line that is already begun. */
const inline = /^(a|b|code|em|i|mark|span|svg|time|tspan)$/;
const token = /<(\/?)([\w-]+)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|[^<]+/g;
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

// The one thing that views ask of a browser while they draw: the panel is wide.
globalThis.matchMedia ??= () => ({ matches: true }) as MediaQueryList;

/** What a view draws at first, without a browser: no effect runs, and nothing that is loaded late is there. */
export function drawn(view: VNode): Drawn {
  const open: { tag: string; attributes: Record<string, string>; children: (Drawn | string)[] }[] = [
    { tag: '', attributes: {}, children: [] },
  ];
  for (const [text, end, tag, attributes = '', closed] of renderToString(view).matchAll(token)) {
    if (tag === undefined) open.at(-1)?.children.push(decoded(text));
    else if (end) open.pop();
    else {
      const element = { tag, attributes: attributesOf(attributes), children: [] };
      open.at(-1)?.children.push(element);
      if (!closed && !withoutEnd.test(tag)) open.push(element);
    }
  }
  const [root, ...left] = open;
  if (!root || left.length > 0) throw new Error(`drawn: not closed "${left.map(({ tag }) => tag)}"`);
  return root;
}

function attributesOf(text: string): Record<string, string> {
  const found = text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, decoded(value)]));
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}

/** The text of an element as it is read: each block on lines of its own, and no hidden words. */
export function textOf(element: Drawn | string | undefined): string {
  return linesOf(element)
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

function linesOf(element: Drawn | string | undefined): string {
  if (element === undefined || typeof element === 'string') return element ?? '';
  const text = element.children.map(linesOf).join('');
  return inline.test(element.tag) ? text : `\n${text}\n`;
}

/** Everything inside an element that has a tag, a class, or both: `li.finding`, `.headline`, `dt`. */
export function all(element: Drawn, selector: string): readonly Drawn[] {
  const [tag = '', ...classes] = selector.split('.');
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const own = (child.attributes.class ?? '').split(' ');
    const isFound = (tag === '' || child.tag === tag) && classes.every((name) => own.includes(name));
    return isFound ? [child, ...all(child, selector)] : all(child, selector);
  });
}

/** The texts of everything that `all` finds. */
export function texts(element: Drawn, selector: string): readonly string[] {
  return all(element, selector).map(textOf);
}

/** An element without the parts that have a class. */
export function without(element: Drawn, name: string): Drawn {
  const children = element.children.flatMap((child): Drawn['children'] => {
    if (typeof child === 'string') return [child];
    return (child.attributes.class ?? '').split(' ').includes(name) ? [] : [without(child, name)];
  });
  return { ...element, children };
}

/** The folding part of a view under a heading; undefined if it is not shown. */
export function sectionOf(element: Drawn, title: string): Drawn | undefined {
  return all(element, 'details.section').find((section) => texts(section, 'h3')[0] === title);
}

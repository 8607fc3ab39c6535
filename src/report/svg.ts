import { boxShapes, inDrawingOrder, routeClass, routeShapes, type Shape } from '../map/drawing';
import { layoutOf } from '../map/layout';
import { pageMap } from '../map/page-map';
import { proseFor } from '../prose';
import { browserLabel } from '../prose/browser-label';
import { edgeSentence, mapProseFor, nodeName, nodeWords } from '../prose/map';
import { messagesProseFor } from '../prose/messages';
import { channelName, relaysProseFor } from '../prose/relays';
import { reportProseFor } from '../prose/report-prose';
import { bounded } from '../prose/short-url';
import { visibleText } from '../prose/visible-text';
import type { Report } from './model';
import { reportMap } from './report-map';
import { svgStyle } from './svg-style';

const width = 1000;
const captionHeight = 26;
const longestUrl = 90;

/**
 * Returns the map of a report as a standalone SVG that follows the reader's color scheme. Its description
 * lists all lines as text for screen readers. It contains secrets if the report does.
 */
export function svg(report: Report): string {
  const { language, page, browser, recorded } = report;
  const prose = mapProseFor(language);
  const messages = messagesProseFor(language);
  const relaysProse = relaysProseFor(language);
  const map = pageMap(reportMap(report), false);
  const { height, boxes, routes } = layoutOf(map, (node) => nodeWords(node, prose), width);
  const nodes = new Map(map.nodes.map((node) => [node.id, node]));
  const nameOf = (id: string) => {
    const node = nodes.get(id);
    return node ? nodeName(node, prose) : '';
  };
  const kindName = (kind: string) => channelName(kind, messages, relaysProse);
  const { outcomes } = proseFor(language);
  const caption = [
    bounded(page.url.replace(/[?#].*$/s, ''), longestUrl),
    `${browserLabel(browser)} ${browser.version}`,
    recorded.to,
  ].join(' · ');
  const sentences = map.edges.map((edge) => edgeSentence(edge, nameOf, outcomes, kindName, prose));
  const { redactions } = reportProseFor(language).markdown;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + captionHeight}"` +
      ` viewBox="0 ${-captionHeight} ${width} ${height + captionHeight}" lang="${language}"` +
      ' role="img" aria-labelledby="map-title" aria-describedby="map-lines">',
    `<title id="map-title">${escaped(`${prose.label}: ${caption}`)}</title>`,
    `<desc id="map-lines">${escaped([redactions[report.redaction], ...sentences, ...report.relays.map(({ title }) => title)].join('\n'))}</desc>`,
    `<style>${svgStyle}</style>`,
    `<rect class="map-ground" y="${-captionHeight}" width="${width}" height="${height + captionHeight}"/>`,
    `<text class="map-place" x="8" y="-8">${escaped(caption)}</text>`,
    ...boxes.map((box) => `<g>${boxShapes(box).map(written).join('')}</g>`),
    ...inDrawingOrder(routes).map(
      (route) =>
        `<g class="${routeClass(route)}"><title>${escaped(
          edgeSentence(route.edge, nameOf, outcomes, kindName, prose),
        )}</title>${routeShapes(route).map(written).join('')}</g>`,
    ),
    '</svg>',
    '',
  ].join('\n');
}

function written({ tag, attributes, children }: Shape): string {
  const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : written(child)));
  return `<${tag}${pairs.join('')}${inner.length > 0 ? `>${inner.join('')}</${tag}>` : '/>'}`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for XML, and makes invisible characters visible. */
function escaped(text: string): string {
  const lines = text.split('\n').map(visibleText).join('\n');
  return lines.replace(/[&<>"]/g, (sign) => entities[sign] ?? '');
}

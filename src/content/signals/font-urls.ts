import { absolute } from './absolute';

const maxRules = 5_000;

/** The descriptors that a FontFace shares with its rule. */
export type Face = Pick<FontFace, 'family' | 'style' | 'weight' | 'stretch' | 'unicodeRange'>;

/**
 * The URLs that a font can be loaded from, if exactly one rule of the style sheets matches it; otherwise an
 * empty list.
 */
export function fontUrls(face: Face, sheets: Iterable<CSSStyleSheet>): readonly string[] {
  const wanted = keyOf(face);
  const found: (readonly string[])[] = [];
  let left = maxRules;
  const look = (sheet: CSSStyleSheet | CSSGroupingRule, base: string) => {
    for (const rule of rulesOf(sheet)) {
      if (left-- <= 0) return;
      if (rule instanceof CSSFontFaceRule) {
        const { style } = rule;
        const value = (name: string) => style.getPropertyValue(name);
        const key = keyOf({
          family: value('font-family'),
          style: value('font-style'),
          weight: value('font-weight'),
          stretch: value('font-stretch'),
          unicodeRange: value('unicode-range'),
        });
        if (key === wanted) found.push(urlsIn(value('src'), base));
      } else if (rule instanceof CSSImportRule) {
        if (rule.styleSheet) look(rule.styleSheet, rule.styleSheet.href ?? base);
      } else if ('cssRules' in rule) look(rule as CSSGroupingRule, base);
    }
  };
  for (const sheet of sheets) look(sheet, sheet.href ?? document.baseURI);
  const [urls = [], ...others] = found;
  return left > 0 && others.length === 0 ? urls : [];
}

/** The rules of a sheet; none for a cross-origin sheet, which cannot be read. */
function rulesOf(sheet: CSSStyleSheet | CSSGroupingRule): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}

function urlsIn(src: string, base: string): readonly string[] {
  const urls = [...src.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)/g)].map(([, , url = '']) => url);
  return urls.map((url) => absolute(url, base)).filter((url) => /^https?:/.test(url));
}

const numbers: Readonly<Record<string, string>> = { normal: '400', bold: '700' };

function keyOf({ family, style, weight, stretch, unicodeRange }: Face): string {
  const values = [
    family.replace(/^(["'])(.*)\1$/, '$2'),
    style || 'normal',
    numbers[weight || 'normal'] ?? weight,
    stretch === '' || stretch === '100%' ? 'normal' : stretch,
    (unicodeRange || 'U+0-10FFFF').replaceAll(' ', ''),
  ];
  return values.join('\n').toLowerCase();
}

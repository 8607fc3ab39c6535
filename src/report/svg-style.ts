/** The style sheet of an exported map: the panel's colors, light or dark by the reader's color scheme. */
export const svgStyle = `
svg{--ground:#fff;--box:#f7f8fa;--line:#8c93a0;--text:#1f2329;--quiet:#565e6b;--allowed:#136a2d;--blocked:#b3201a;--opaque:#57478a;--failed:#844b00;--channel:#7a2fb0}
@media (prefers-color-scheme:dark){svg{--ground:#232327;--box:#28282d;--line:#7c8290;--text:#e4e6ea;--quiet:#a9afba;--allowed:#83d79c;--blocked:#ff958c;--opaque:#bdaef2;--failed:#f2b56b;--channel:#d0a8f5}}
text{font:11px ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:var(--text);white-space:pre}
.map-ground,.map-plate{fill:var(--ground)}
.map-box{fill:var(--ground);stroke:var(--line)}
.is-frame,.is-frames{fill:var(--box)}
.is-frames,.is-gone,.is-origins{stroke-dasharray:4 3}
.map-scheme,.map-place{fill:var(--quiet)}
.map-edge{--own:var(--failed)}
.outcome-allowed{--own:var(--allowed)}
.outcome-blocked{--own:var(--blocked)}
.outcome-opaque{--own:var(--opaque)}
.outcome-pending{--own:var(--quiet)}
.is-channel{--own:var(--channel)}
.map-line,.map-reach{fill:none}
.map-line{stroke:var(--own);stroke-width:1.2}
.outcome-blocked .map-line{stroke-width:1.8}
.is-relay .map-line{stroke-width:2;stroke-dasharray:8 3}
.outcome-opaque .map-line{stroke-dasharray:4 3}
.outcome-failed .map-line,.outcome-unknown .map-line,.outcome-pending .map-line{stroke-dasharray:1.5 3}
.map-arrow,.map-count{fill:var(--own)}
.map-count{font-weight:600}
`;

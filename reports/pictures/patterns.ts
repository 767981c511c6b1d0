import { html, type Html } from '../html/html';

/**
 * How a cell of a picture is filled: `passes` as it should, `depends` on what nobody can tell, `differs` from what should
 * be. Each has a pattern and a sign of its own, so that none needs a color.
 */
export type CellLook = 'passes' | 'depends' | 'differs';

/** The fill of each look; the patterns must stand once in the page. */
export const fills: Readonly<Record<CellLook, string>> = {
  passes: 'var(--accent)',
  depends: 'url(#p-depends)',
  differs: 'url(#p-differs)',
};

/** The sign of each look. */
export const signs: Readonly<Record<CellLook, string>> = { passes: '', depends: '?', differs: '✘' };

/** The patterns that fills name: lines one way where it depends, crossed lines where something differs. */
export const patterns: Html = html`<defs>
  <pattern id="p-depends" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="5" height="5" fill="var(--paper)" />
    <rect width="2" height="5" fill="var(--accent)" />
  </pattern>
  <pattern id="p-differs" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="6" height="6" fill="var(--paper)" />
    <path d="M0 1H6M1 0V6" stroke="var(--bad)" stroke-width="1.5" />
  </pattern>
</defs>`;

/** The style of all pictures; it stands once in the page. */
export const pictureStyle = `
figure{margin:.6rem 0}details{margin:.3rem 0}.names{font-weight:400}.paths{white-space:nowrap}summary+.scroll caption,figure+.scroll caption{position:absolute;left:-99rem}
.pic{max-width:none}.pic text{fill:var(--ink);font:12px system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}.pic .soft{fill:var(--soft)}
.pic .sign{font-weight:700;text-anchor:middle;paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.pic .lines{stroke:var(--line);fill:none}.pic .edge{stroke:var(--ink);fill:none}
.pic .step{fill:none;stroke:var(--accent);stroke-width:2}.pic .mark{fill:var(--paper);stroke:var(--accent);stroke-width:1.5}.spark{display:block;overflow:visible}
.pic .end{text-anchor:end}.pic .mid{text-anchor:middle}.pic .strong{font-weight:700}
@media print{.pic{max-width:100%;height:auto}}
`;

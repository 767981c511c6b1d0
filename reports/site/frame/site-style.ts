import { style } from '../../html/style';

/** The style of the site: that of the report, and what only the site has. */
export const siteStyle = `${style}
html:has(#english:checked) [lang=vi]{display:none}html:has(#english:checked) [lang=en]{display:revert}
header .top p{margin:0}header nav{margin-top:.6rem}nav a[aria-current]{font-weight:700;color:var(--ink);text-decoration:none;border-bottom:3px solid var(--accent)}
.trail{border:0;margin:0}.trail ol{display:flex;flex-wrap:wrap;gap:.2rem .5rem;list-style:none;padding:0;margin:.6rem 0 0}.trail li+li::before{content:"› ";color:var(--soft)}
.mark{display:inline-block;padding:.05rem .5rem;font-size:.88rem;line-height:1.45;white-space:nowrap;color:var(--ink)}
.declared{border:2px dashed var(--soft);border-radius:99px}
.verified{border:1px solid var(--line);border-left-width:.45rem;background:var(--band);font-weight:600}
.d-green{border-color:var(--good)}.d-yellow{border-color:var(--warn)}.d-red{border-color:var(--bad)}
.v-holds{border-left-color:var(--good)}.v-fails,.v-unknown{border-left-color:var(--bad);color:var(--bad)}.v-excepted{border-left-color:var(--warn)}
.marks{display:flex;flex-wrap:wrap;gap:.35rem .6rem;margin:.5rem 0}
.legend{display:grid;gap:.5rem 2rem;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));margin:.6rem 0}.legend p{font-size:.92rem}
.map{list-style:none;padding:0;margin:.8rem 0;display:grid;gap:.4rem;grid-template-columns:1fr}
.map li{border:1px solid var(--line);border-radius:4px;padding:.4rem .5rem;min-width:0;display:grid;gap:.2rem;align-content:start;justify-items:start}
.map a{font-weight:600}.map small{color:var(--soft);font-size:.8rem}
@media (min-width:30rem){.map{grid-template-columns:1fr 1fr}}
@media (min-width:64rem){.map{grid-template-columns:repeat(5,minmax(0,1fr))}.map li{grid-row:var(--row);grid-column:var(--column)}}
.map-and-rest{display:grid;gap:0 2rem}
tbody th[scope=rowgroup]{background:var(--band);font-weight:400;font-size:.88rem}
tbody.objects th[scope=row]{font-weight:400;width:60%}
.against{margin:.2rem 0;padding-left:.6rem;border-left:4px solid var(--bad);overflow-wrap:anywhere}.against.skip{border-left-color:var(--warn)}
:target{outline:3px solid var(--accent);outline-offset:-1px}
.pager{display:flex;gap:1.2rem;flex-wrap:wrap;border:0;margin:.4rem 0}
.hits{list-style:none;padding:0}.hits li{padding:.25rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}.hits small{color:var(--soft)}
.search-box{display:flex;gap:.5rem;flex-wrap:wrap;align-items:end}.search-box label{display:grid;gap:.15rem;flex:1 1 18rem}.search-box input{width:100%}
.set ul{columns:20rem;margin:.3rem 0}
@media print{header nav,.trail,.pager{display:none}.map{grid-template-columns:1fr 1fr 1fr}.map li{break-inside:avoid;grid-row:auto;grid-column:auto}.mark{white-space:normal}:target{outline:0}}
`;

import { style } from '../../html/style';

/** The style of the site: that of the report, and what only the site has. */
export const siteStyle = `${style}
html:has(#english:checked) [lang=vi]{display:none}html:has(#english:checked) [lang=en]{display:revert}
header .top p{margin:0}main>h1{margin-top:1rem}header nav{margin-top:.6rem}nav a[aria-current]{font-weight:700;color:var(--ink);text-decoration:none;border-bottom:3px solid var(--accent)}
.trail{border:0;margin:0}.trail ol{display:flex;flex-wrap:wrap;gap:.2rem .5rem;list-style:none;padding:0;margin:.6rem 0 0}.trail li+li::before{content:"› ";color:var(--soft)}
.mark{display:inline-block;padding:.05rem .5rem;font-size:.88rem;line-height:1.45;white-space:nowrap;color:var(--ink)}
.declared{border:2px dashed var(--soft);border-radius:99px}
.verified{border:1px solid var(--line);border-left-width:.45rem;background:var(--band);font-weight:600}
.d-green{border-color:var(--good)}.d-yellow{border-color:var(--warn)}.d-red{border-color:var(--bad)}
.v-holds{border-left-color:var(--good)}.v-fails,.v-unknown{border-left-color:var(--bad);color:var(--bad)}.v-excepted{border-left-color:var(--warn)}
.marks{display:flex;flex-wrap:wrap;gap:.35rem .6rem;margin:.5rem 0}
.legend{border:1px solid var(--line);background:var(--paper);padding:.3rem .9rem .6rem;border-radius:4px}.legend p{font-size:.92rem}
.map{margin:.8rem 0}.map ul{list-style:none;padding:0;margin:.6rem 0;display:grid;gap:.4rem;grid-template-columns:1fr}
.map li,.tiles li.tile{border:1px solid var(--line);border-radius:4px;padding:.35rem .5rem;min-width:0;display:flex;flex-wrap:wrap;gap:.2rem .3rem;align-content:start;background:var(--paper)}
.map li a{font-weight:600;flex:1 0 100%}.map small{color:var(--soft);font-size:.78rem;line-height:1.3}.map li .mark{font-size:.78rem;padding:0 .35rem}
@media (min-width:30rem){.map ul{grid-template-columns:1fr 1fr}}
@media (min-width:72rem){.map{display:grid;gap:.4rem;grid-template-columns:repeat(5,minmax(0,1fr))}.map ul{display:contents}.map li{grid-row:var(--row);grid-column:var(--column)}.map.room .legend{grid-row:4/12;grid-column:1/3;align-self:start;margin-top:2rem;margin-right:1rem}.map:not(.room) .legend{grid-column:1/6;grid-row:1}.map:not(.room) li{grid-row:calc(var(--row) + 1)}}
tbody th[scope=rowgroup]{background:var(--band);font-weight:400;font-size:.88rem}
tbody.objects th[scope=row]{font:.83rem/1.5 ui-monospace,Menlo,Consolas,monospace;width:60%;overflow-wrap:anywhere}main .scroll caption{position:absolute;left:-99rem}
.against{margin:.2rem 0;padding-left:.6rem;border-left:4px solid var(--bad);overflow-wrap:anywhere}.against.skip{border-left-color:var(--warn)}
:target{outline:3px solid var(--accent);outline-offset:-1px}
.pager{display:flex;gap:1.2rem;flex-wrap:wrap;border:0;margin:.4rem 0}
.hits{list-style:none;padding:0}.hits li{padding:.25rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}.hits small{color:var(--soft)}
.search-box{display:flex;gap:.5rem;flex-wrap:wrap;align-items:end}.search-box label{display:grid;gap:.15rem;flex:1 1 18rem}.search-box input{width:100%}
.set ul{columns:20rem;margin:.3rem 0}
@media print{header nav,.trail,.pager{display:none}.map,.map ul{display:grid;grid-template-columns:1fr 1fr 1fr}.map .legend,.map ul{grid-column:1/-1!important;grid-row:auto!important}.map li{break-inside:avoid;grid-row:auto;grid-column:auto}.mark,.state,.counts{white-space:normal}td.wide,th[scope=row]{min-width:0}:target{outline:0}}
`;

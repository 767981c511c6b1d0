import { style } from '../../html/style';

/** The style of the page of a review: that of all reports, and what only a review has. */
export const reviewStyle = `${style}
.digest{border:2px solid var(--ink);border-radius:6px;padding:.6rem .9rem;margin:.8rem 0;max-width:52rem}
.digest p{margin:.1rem 0}.digest code{font-size:1.05rem;font-weight:600;overflow-wrap:anywhere;user-select:all}
.reasons{list-style:none;padding:0;margin:.6rem 0}
.reasons>li{border-left:5px solid var(--line);padding:.1rem 0 .1rem .8rem;margin:1rem 0;overflow-wrap:anywhere;max-width:64rem}
.reasons>li.k-grave{border-color:var(--bad)}.reasons>li.k-guarded{border-color:var(--warn)}.reasons>li.k-free{border-color:var(--good)}
.reasons h3{margin:.1rem 0}.reasons ul{margin:.3rem 0;padding-left:1.1rem}.reasons ul li{margin:.35rem 0}
.k-grave,.k-weakened,.k-widened{color:var(--bad)}.k-guarded,.k-removed,.k-unclear{color:var(--warn)}.k-free,.k-strengthened,.k-narrowed{color:var(--good)}
.reasons>li{color:var(--ink)}
.tiles li{max-width:17rem;overflow-wrap:anywhere}.tiles small{display:block;color:var(--soft);font-size:.86rem}
main details{border-top:2px solid var(--line);padding:.3rem 0}
summary{cursor:pointer;padding:.25rem 0}summary h3{display:inline;font-size:1.1rem}
summary .counts{color:var(--soft);white-space:normal}
details>.scroll caption{position:absolute;left:-99rem}
.tools{display:flex;flex-wrap:wrap;gap:.6rem}
td div+div{margin-top:.15rem}
tbody td:not(.number){min-width:9rem}td.lines{min-width:12rem}
@media print{@page{size:A4 landscape}summary,thead{break-after:avoid}tbody td:not(.number),td.lines{min-width:4.5rem}.digest{border-color:#000}.more{display:none}.reasons>li{break-inside:avoid}}
`;

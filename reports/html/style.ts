/** The colors of pages and pictures by what they mean, on light and on dark paper, and in print. */
export const colors = `:root{color-scheme:light dark;--ink:#1a1f26;--soft:#4d5661;--paper:#fff;--band:#f3f5f8;--line:#c9d0d8;--accent:#0b4f9e;--good:#0f6b36;--bad:#a8121f;--warn:#7a4b00}
@media (prefers-color-scheme:dark){:root{--ink:#e8ecf1;--soft:#b3bcc7;--paper:#14181d;--band:#1e242b;--line:#3c4651;--accent:#8fc0ff;--good:#79d69b;--bad:#ff9aa2;--warn:#f0c070}}
@media print{:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--band:#eee;--line:#999;--accent:#000;--good:#000;--bad:#000;--warn:#000}}
`;

/** The style of the page: system fonts, both color schemes, print; no network. */
export const style = `
${colors}*{box-sizing:border-box}
body{margin:0;font:15px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper)}
header,main{max-width:84rem;margin:0 auto;padding:1rem 1.25rem}header{padding-bottom:0}main{padding-top:0}
h1{font-size:1.7rem;line-height:1.2;margin:.2rem 0 .6rem}
h2{font-size:1.25rem;margin:2.2rem 0 .6rem;padding-top:.6rem;border-top:2px solid var(--line)}
h3{font-size:1.02rem;margin:1.4rem 0 .3rem}
p{max-width:52rem;margin:.4rem 0}
a{color:var(--accent)}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:9}
nav{border-top:2px solid var(--line);margin-top:1.2rem}nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;padding:0;margin:.6rem 0}
.top{display:flex;justify-content:space-between;align-items:start;gap:1rem;flex-wrap:wrap}
button,select,input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:4px;padding:.3rem .6rem;min-height:2rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.6rem 0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.verdict{font-size:1.15rem;font-weight:600}.passed{color:var(--good)}.failed,.incomplete{color:var(--bad)}
.tiles{display:flex;flex-wrap:wrap;gap:.6rem;padding:0;list-style:none}
.tiles li{border:1px solid var(--line);border-radius:6px;padding:.45rem .8rem;min-width:7.5rem;background:var(--band)}
.tiles b{display:block;font-size:1.35rem;font-variant-numeric:tabular-nums}
#blocks{display:grid;gap:0 2.5rem}#blocks>div{min-width:0}#blocks h2{margin-top:1rem}@media (min-width:64rem){#blocks{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}}
.blockers{padding-left:1.3rem}.blockers>li{border-left:4px solid var(--bad);padding-left:.7rem;margin:.6rem 0;overflow-wrap:anywhere}.blockers ul{margin:.3rem 0;padding-left:1.1rem}
.groups{list-style:none;padding:0;margin:.3rem 0}.groups li{display:grid;grid-template-columns:3.2rem 1fr;gap:.6rem}.groups strong{text-align:right;font-variant-numeric:tabular-nums}.groups li:last-child{border-top:1px solid var(--line);margin-top:.2rem;padding-top:.2rem}
.scroll{overflow-x:auto;margin:.5rem 0 1rem}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.32rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:break-word}
td code,th code,dd{overflow-wrap:anywhere}
th[scope=row]{min-width:9rem}.counts{white-space:nowrap}
h3+.scroll caption,h2+.scroll caption,.filters+[data-filter]>.scroll caption{position:absolute;left:-99rem}
thead th{background:var(--band);position:sticky;top:0}
td.number{text-align:right;font-variant-numeric:tabular-nums}
td.wide{min-width:15rem}thead th{min-width:5.5rem}
code{font:.9em ui-monospace,Menlo,Consolas,monospace}
.state{white-space:nowrap;font-weight:600}.s-holds{color:var(--good)}.s-fails,.s-unknown{color:var(--bad)}.s-not-covered,.s-excepted{color:var(--warn)}
.filters{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;margin:.6rem 0}
.filters label{display:grid;gap:.15rem;color:var(--soft)}
.chart{max-width:52rem;width:100%;height:auto}.chart text{fill:var(--ink);font-size:13px}
[hidden]{display:none!important}
html[data-lang=vi] [lang=en],html[data-lang=en] [lang=vi]{display:none}
@media (max-width:40rem){header,main{padding:.7rem .8rem}dl{grid-template-columns:1fr}dt{margin-top:.3rem}}
@media print{@page{size:A4;margin:14mm}body{font-size:9.5pt}nav,.filters,button,.skip{display:none}.scroll{overflow:visible}thead{display:table-header-group}thead th{position:static}tr,.blockers>li{break-inside:avoid}th,td,thead th{min-width:0}h2,h3{break-after:avoid}}
`;

import { DARK, LIGHT, cssVariables } from './palette.ts';

const BASE = `
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:28px 28px 64px;max-width:1360px;background:var(--background);color:var(--text);
  font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
h1,h2,h3{line-height:1.2;text-wrap:balance}
h1{margin:0;font-size:30px;letter-spacing:-.015em;overflow-wrap:anywhere}
h2{margin:44px 0 12px;padding-top:14px;border-top:1px solid var(--border);font-size:21px;letter-spacing:-.01em}
h3{margin:26px 0 8px;font-size:16px}
p{margin:0 0 10px;max-width:100ch;text-wrap:pretty}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
code{font:.92em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
ul{padding-left:20px}
.hint,.chart-note,.footnotes,.origin,.eyebrow,small{color:var(--muted)}
.hint{font-size:13.5px}
.skip{position:absolute;left:-9999px}
.skip:focus{left:12px;top:8px;padding:6px 10px;background:var(--background)}
`;

const HEADER = `
header{padding:22px 24px;border:1px solid var(--border);border-left:6px solid var(--muted);border-radius:10px;background:var(--surface)}
${['pass', 'fail', 'inconclusive', 'void', 'measured']
  .map(
    (name) =>
      `header.${name}{border-left-color:var(--${name})}.badge.${name}{color:var(--${name});background:var(--${name}Back)}`,
  )
  .join('')}
.eyebrow{margin:0 0 4px;font-size:13px;letter-spacing:.02em}
.title{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center}
.badge{display:inline-flex;align-items:center;gap:6px;padding:2px 10px 2px 8px;border:1px solid currentColor;border-radius:99px;font-weight:650;white-space:nowrap}
.title .badge{font-size:18px;padding:4px 15px 4px 12px}
.icon{width:1.05em;height:1.05em;fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round;flex:none}
.verdict{margin:10px 0 2px;font-size:18px;font-weight:600}
.lead{margin:0 0 6px}
.origin{display:flex;flex-wrap:wrap;gap:2px 14px;margin:0;font-size:13.5px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:12px;margin:18px 0 0}
.tiles div{padding:10px 14px;border:1px solid var(--border);border-radius:8px;background:var(--background)}
.tiles dt{font-size:13px;color:var(--muted)}
.tiles dd{margin:0;font-size:13px;color:var(--muted)}
.tiles .figure{font-size:25px;line-height:1.25;font-weight:650;color:var(--text);font-variant-numeric:tabular-nums}
.notice{margin:12px 0 0;padding:10px 14px;border:1px solid;border-left-width:6px;border-radius:8px;overflow-wrap:anywhere}
.notice.danger{color:var(--fail);background:var(--failBack)}
.notice.warning{color:var(--inconclusive);background:var(--inconclusiveBack)}
.notice.note{color:var(--measured);background:var(--measuredBack)}
.contents ul{display:flex;flex-wrap:wrap;gap:4px 18px;margin:18px 0 0;padding:0;list-style:none;font-size:14px}
.contents a{display:inline-block;padding:3px 0}
.todo li{margin-bottom:6px;overflow-wrap:anywhere}
`;

const TABLE = `
.scroll{position:relative;overflow-x:auto;border:1px solid var(--border);border-radius:8px}
table{border-collapse:collapse;width:100%;font-size:13.5px;font-variant-numeric:tabular-nums}
caption{padding:9px 8px;text-align:left;color:var(--muted);font-size:13px}
th,td{padding:6px 7px;text-align:left;vertical-align:middle;border-top:1px solid var(--grid)}
thead th{vertical-align:bottom;font-weight:600;font-size:12.5px;color:var(--muted);border-bottom:1px solid var(--border)}
tbody th{font-weight:500}
th.name{position:sticky;left:0;z-index:1;min-width:120px;max-width:280px;background:var(--background)}
.number{text-align:right}
td.number{white-space:nowrap}
thead .number{text-wrap:balance}
.stacked{display:block}
.dotted{overflow-wrap:break-word}
.text{max-width:320px;overflow-wrap:anywhere}
td.text{min-width:110px}
.narrow{display:none}
.plot{min-width:150px}
.bounds{display:block;font-size:11px;line-height:1.25}
.missing{color:var(--muted)}
sup{line-height:0;font-size:.72em}
.bad{color:var(--fail)}
.warn{color:var(--inconclusive)}
.example{overflow-wrap:anywhere}
.footnotes{display:flex;flex-wrap:wrap;gap:2px 18px;max-width:none;margin:7px 2px 0;font-size:12.5px}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(320px,1fr));gap:0 28px;margin:0;font-size:14px}
.facts div{display:grid;grid-template-columns:minmax(110px,38%) 1fr;gap:10px;padding:5px 0;border-bottom:1px solid var(--grid)}
.facts dt{color:var(--muted);overflow-wrap:anywhere}
.facts dd{margin:0;overflow-wrap:anywhere}
details{margin:8px 0;border:1px solid var(--border);border-radius:8px;padding:0 14px}
summary{padding:9px 0;cursor:pointer}
details[open]{padding-bottom:14px}
`;

const DRAWING = `
svg text{font:11px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;fill:var(--muted)}
.range{display:block;width:236px;max-width:none}
.plot .bullet{display:block;width:200px;max-width:100%}
.axis{stroke:var(--muted);stroke-width:1}
.grid{stroke:var(--grid);stroke-width:1}
.whisker{fill:none;stroke:var(--range);stroke-width:1.6}
.mark{stroke:var(--background);stroke-width:1}
line.mark{stroke-width:2.6}
.line{fill:none;stroke-width:2}
.bound{fill:none;stroke-width:1.5;stroke:var(--text)}
.end{font-weight:600}
${['p50', 'p95', 'p99']
  .map(
    (name) =>
      `.mark.${name}{fill:var(--${name})}line.mark.${name},.line.${name},.bound.${name}{stroke:var(--${name})}` +
      `.band.${name}{fill:var(--${name});opacity:.16}.interval.${name}{fill:var(--${name});opacity:.32}`,
  )
  .join('')}
.line.p95{stroke-dasharray:7 3}
.line.p99{stroke-dasharray:2 3}
.bar{fill:var(--range);opacity:.7}
.track{fill:var(--grid)}
.good{fill:var(--range);opacity:.38}
.limit{stroke:var(--text);stroke-width:2.5}
.dot{stroke:var(--background);stroke-width:1;fill:var(--muted)}
${['pass', 'fail', 'inconclusive', 'void'].map((name) => `.bullet.${name} .dot{fill:var(--${name})}`).join('')}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin:6px 0 10px;padding:0;list-style:none;font-size:13px;color:var(--muted)}
.legend li{display:flex;align-items:center;gap:7px}
.key{width:28px;height:16px;flex:none}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:14px;margin:0 0 14px}
.chart{margin:0;padding:12px 12px 8px;border:1px solid var(--border);border-radius:8px;min-width:0}
.chart figcaption{margin-bottom:6px;font-weight:600;font-size:14px;overflow-wrap:anywhere}
.chart svg{display:block;width:100%;max-width:560px;height:auto}
.chart-note{margin:4px 0 0;font-size:12.5px}
.share{display:flex;align-items:center;gap:8px}
.share svg{width:90px;height:9px;flex:none}
`;

/** On a middling screen plots and margins give way to the figures; on a narrow one a row of a table with many columns becomes a card. */
const NARROW = `
@media screen and (min-width:901px) and (max-width:1400px){
body{padding-left:16px;padding-right:16px}
th,td{padding-left:5px;padding-right:5px}
.range{width:150px}
}
@media screen and (max-width:900px){
body{padding:14px 14px 48px}
header{padding:16px}
h1{font-size:25px}
.tiles{grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:8px}
.tiles .figure{font-size:21px}
.scroll:has(.cards){border:0;overflow:visible}
.cards,.cards tbody,.cards caption{display:block}
.cards caption{padding:0 0 8px}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(92px,1fr));gap:8px 12px;margin-bottom:10px;padding:11px 13px;border:1px solid var(--border);border-radius:8px}
.cards th,.cards td{display:block;min-width:0;max-width:none;padding:0;border:0;text-align:left;white-space:normal}
.cards tbody th{position:static;grid-column:1/-1;font-weight:650}
.cards td::before{content:attr(data-label);display:block;font-size:12px;color:var(--muted)}
.cards td.plot,.cards td.text,.cards td.badge-cell{grid-column:1/-1}
.cards td.badge-cell::before{content:none}
.cards td:empty,.cards td.none{display:none}
.cards .narrow{display:block;margin-top:2px}
.cards .range,.cards .bullet{width:100%;max-width:420px}
.facts{grid-template-columns:1fr}
}
`;

const PRINT = `
@media print{
@page{size:A4 landscape;margin:11mm}
body{max-width:none;padding:0;font-size:10pt}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.contents,.skip{display:none}
.scroll{overflow:visible}
table{font-size:7.2pt}
th,td{padding:3px 4px}
thead th{font-size:7pt}
.bounds{font-size:6pt}
.range{width:190px}
.plot .bullet{width:120px}
th.name{position:static;max-width:150px}
thead{display:table-header-group}
tr,.chart,.notice,header,.facts div{break-inside:avoid}
h2,h3,summary,caption{break-after:avoid}
.charts{grid-template-columns:repeat(3,1fr)}
details:not([open]),#details:not(:has(details[open])){display:none}
}
`;

/** The report's whole style sheet. Paper is always light. */
export const STYLES = `:root{${cssVariables(LIGHT)}}
@media screen and (prefers-color-scheme:dark){:root{${cssVariables(DARK)}}}
${[BASE, HEADER, TABLE, DRAWING, NARROW, PRINT].join('')}`.replace(/\n\s*/g, '\n');

// The style of the HTML report, and what its Content-Security-Policy knows it by (tests/cli/reports_test.py holds the two together).
#pragma once
#include <string_view>

namespace vanthu::report {

inline constexpr std::string_view html_style = R"css(
:root{--ink:#1b1b1b;--paper:#fff;--soft:#5c5c5c;--line:#d5d5d5;--error:#b3261e;--error-bg:#fbdedb;--warning:#8a5a00;--warning-bg:#fdeccb;--info:#0b5cad;--info-bg:#dcebfb}
@media (prefers-color-scheme:dark){:root{--ink:#e8e8e8;--paper:#161616;--soft:#a8a8a8;--line:#3d3d3d;--error:#ff8a80;--error-bg:#5a1f1b;--warning:#ffc766;--warning-bg:#513a0b;--info:#8ac2ff;--info-bg:#123a63}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1.5rem;background:var(--paper);color:var(--ink);font:1rem/1.5 "Times New Roman",Tinos,"Liberation Serif",serif}
h1{font-size:1.6rem;margin:0 0 .25rem}
h2{font-size:1.2rem;margin:2rem 0 .5rem;padding-bottom:.25rem;border-bottom:2px solid var(--ink);overflow-wrap:anywhere}
p{margin:.25rem 0}
h3{font-size:1rem;margin:1.25rem 0 .25rem}
.verdict{font-size:1.2rem;font-weight:bold;margin:.5rem 0}
.soft,.at{color:var(--soft);font-size:.9rem}
.tables{display:flex;flex-wrap:wrap;align-items:flex-start;gap:0 2.5rem}
table{border-collapse:collapse;font-size:.9rem;margin:0}
caption{font-weight:bold;text-align:left;padding:.75rem 0 .25rem}
th,td{border-bottom:1px solid var(--line);padding:.15rem .75rem .15rem 0;text-align:left;overflow-wrap:anywhere}
td.n,th.n{text-align:right}
.row{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1.5rem;padding:.75rem 0;border-bottom:1px solid var(--line);break-inside:avoid}
.row p{margin:0;overflow-wrap:anywhere}
ol,ul{margin:0;padding:0;list-style:none}
li{margin:0 0 .6rem;padding-left:.6rem;border-left:3px solid var(--line);overflow-wrap:anywhere;break-inside:avoid}
li.error{border-color:var(--error)}li.warning{border-color:var(--warning)}li.info{border-color:var(--info)}
li.error b{color:var(--error)}li.warning b{color:var(--warning)}li.info b{color:var(--info)}
li div{font-size:.9rem;color:var(--soft)}
mark{color:inherit;background:var(--info-bg);border-bottom:2px solid var(--info);-webkit-print-color-adjust:exact;print-color-adjust:exact}
mark.error{background:var(--error-bg);border-color:var(--error)}
mark.warning{background:var(--warning-bg);border-color:var(--warning)}
mark.place{padding:0 .15em}
sup{font-size:.7em;line-height:0}
a{color:inherit}
@media (max-width:48rem){.row{grid-template-columns:minmax(0,1fr);gap:.5rem}}
@media print{:root{--ink:#000;--paper:#fff;--soft:#444;--line:#bbb;--error:#b3261e;--error-bg:#fbdedb;--warning:#8a5a00;--warning-bg:#fdeccb;--info:#0b5cad;--info-bg:#dcebfb}
body{max-width:none;padding:0;font-size:11pt}h2,h3,caption{break-after:avoid}a{text-decoration:none}@page{size:A4;margin:20mm 15mm 20mm 20mm}}
)css";

inline constexpr std::string_view html_style_hash = "sha256-6I+uxw8MvLcx4oO8YCWlO5FN87iYGo/Cm4bMDXjaQzU=";

}  // namespace vanthu::report

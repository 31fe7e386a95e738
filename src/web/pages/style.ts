/**
 * The pages' style. It stands in each page, so that the first paint asks for nothing. Colours have a contrast of 4.5 at
 * least in light and dark; none says anything that a word does not say.
 */
export const style = `
:root{color-scheme:light dark;--ink:#1d2126;--soft:#555d66;--line:#d5d9de;--paper:#fff;--tint:#f4f5f7;--link:#0b57d0;--yes:#17663a;--no:#a3221c;--else:#7a4b00}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#a9b1ba;--line:#3c434b;--paper:#15181c;--tint:#20252b;--link:#8ab4f8;--yes:#7bd49c;--no:#ff9a92;--else:#f0c070}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,"Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
:lang(zh){line-height:1.7}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem}
.site,main,footer{max-width:60rem;margin:0 auto;padding:0 1rem}
.site{background:linear-gradient(var(--line),var(--line)) bottom/calc(100% - 2rem) 1px no-repeat;display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem 1rem;padding-top:.75rem;padding-bottom:.75rem}
.home{font-weight:700;color:inherit;text-decoration:none}
.site nav a,.site nav span{margin-right:.35rem}
.find{display:flex;flex:1 1 14rem;gap:.25rem;max-width:26rem}.find input{flex:1;min-width:0}
.find input,.find button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.35rem;padding:.3rem .6rem}
.find input::placeholder{color:var(--soft);opacity:1}.find button{background:var(--tint)}
a[aria-current]{color:inherit;font-weight:600}
details.as-of{flex:1 1 100%;font-size:.9rem}.as-of summary{cursor:pointer;color:var(--soft)}.as-of summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.as-of form{display:inline-flex;flex-wrap:wrap;align-items:center;gap:.35rem;margin:.4rem 1.25rem 0 0}.as-of label{display:inline-flex;flex-wrap:wrap;align-items:center;gap:.35rem}
.as-of input,.as-of button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.35rem;padding:.2rem .5rem}.as-of button{background:var(--tint)}
form.since{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem;margin:.6rem 0}.since input,.since button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.35rem;padding:.2rem .5rem}.since button{background:var(--tint)}
.recording h2{font-size:1.05rem;margin-top:1.5rem}.revised,.reinstated,.shown{color:var(--else)}
.differs summary{cursor:pointer;font-size:.9rem}.differs dl{margin:.3rem 0}.differs dd{margin:0 0 .4rem 1rem}.differs del,.differs ins{display:block;text-decoration:none}.differs .value{quotes:"“" "”"}
.past{border:2px solid var(--else);border-radius:.5rem;background:var(--tint);padding:.35rem .9rem;margin:1rem 0}
mark{background:#ffe58a;color:#1d2126;padding:0 .1em;border-radius:.15em}
h1{font-size:clamp(1.35rem,1.1rem + 1.4vw,2rem);line-height:1.3;margin:.25rem 0 1rem}
main>h1{margin-top:1rem}
h2{font-size:1.25rem;margin:2.25rem 0 .75rem;padding-top:.5rem;border-top:1px solid var(--line)}
h3{font-size:1rem;margin:1rem 0 .5rem}
p{margin:.4rem 0}
ul,ol{padding-left:1.25rem;margin:.5rem 0}
.kicker,.note,.how,footer{color:var(--soft);font-size:.9rem}
.status,.stance,.kind{font-weight:600}.stance{white-space:nowrap}cite:lang(zh){font-style:normal}
.contested,.denies,.retracts{color:var(--no)}
.affirms{color:var(--yes)}
.doubts,.declines_to_comment,.no_response,.withdrawn,.unsourced{color:var(--else)}
.corroboration{font-size:1.1rem;border-left:4px solid var(--line);padding-left:.75rem}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem 2rem}
.speeches,.texts,.plain,.warnings,.contradictions,.links,.timeline,.revisions,.items,.facets ul{list-style:none;padding:0}
.speech{border:1px solid var(--line);border-radius:.5rem;padding:.5rem .9rem;margin:.6rem 0;background:var(--tint)}
.speech:target{outline:3px solid var(--link)}
.how>span+span::before,.line>span+span::before{content:"· "}
.plain>li{margin:.35rem 0}
.who .status{font-size:.85rem}.who .no_contest_recorded,.plain .no_contest_recorded,.speech>p .no_contest_recorded,.embed li .no_contest_recorded{font-weight:400;color:var(--soft)}
.around{color:var(--soft)}
.facts{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.2rem 1rem;margin:.5rem 0}.facts dt{color:var(--soft)}.facts dd{margin:0}
blockquote{margin:.5rem 0;padding-left:.75rem;border-left:3px solid var(--line)}
blockquote q{quotes:"“" "”"}
.warnings,.weakness,.impossible{color:var(--else);font-size:.9rem}
.translation{font-size:.95rem;padding-left:.9rem}
.trail ol>li{margin:.5rem 0}
.weakest{background:var(--tint);border:1px dashed var(--else);border-radius:.5rem;padding:.25rem .75rem}
table{border-collapse:collapse;width:100%}th,td{padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}.joins th,.joins td:nth-child(2){overflow-wrap:normal}.related th{width:7.5rem;font-weight:600}.related p{margin:.2rem 0}
.timeline li,.revisions li{padding:.3rem 0;border-bottom:1px solid var(--line)}
.date{display:inline-block;min-width:9rem;color:var(--soft)}.timeline .kind:not(:last-child)::after{content:" ·";font-weight:400}
@media(min-width:600px){.timeline li{padding-left:10.5rem;text-indent:-10.5rem}.timeline .date{min-width:10.2rem;text-indent:0}}@media(max-width:599px){.timeline .date{display:block}}
.graph{margin:0}.on-paper{display:none}.graph picture img{display:block;max-width:100%;height:auto}@media screen and (max-width:391px){.graph picture{display:block;margin:0 -1rem}}
.schema{display:block;width:100%;max-width:28rem;fill:var(--tint);stroke:var(--soft)}.schema text{fill:var(--ink);stroke:none;font-size:14px}.bow path{fill:none;stroke-width:1.5}.bow .head{fill:var(--soft);stroke:none}.bow:hover path{stroke:var(--link);stroke-width:3}.schema a:focus-visible rect{stroke:var(--link);stroke-width:3}
.contradictions .this{font-weight:600}
.items>.item{padding:.9rem 0;border-bottom:1px solid var(--line)}
.item h2{font-size:1.1rem;line-height:1.45;margin:.15rem 0;padding:0;border:0}
.facets{background:var(--tint);border:1px solid var(--line);border-radius:.5rem;padding:.25rem .9rem;font-size:.9rem}
:lang(zh) .facets li{grid-template-columns:4.5rem 1fr}.facets li{display:grid;grid-template-columns:minmax(5rem,7rem) 1fr;gap:.5rem;padding:.15rem 0}.facets a,.facets strong{display:inline-block;margin-right:.6rem}
.facet{color:var(--soft)}
.total{font-weight:600;margin-top:1rem}
.pages{display:flex;flex-wrap:wrap;gap:1rem;justify-content:space-between;padding:1rem 0;font-weight:600}
pre{white-space:pre-wrap;background:var(--tint);border:1px solid var(--line);padding:.75rem;border-radius:.5rem;font-size:.85rem}
iframe{border:1px solid var(--line)}
footer button{font:inherit;color:inherit;background:var(--tint);border:1px solid var(--soft);border-radius:.35rem;padding:.1rem .5rem;margin-left:.5rem}
footer{background:linear-gradient(var(--line),var(--line)) top/calc(100% - 2rem) 1px no-repeat;margin-top:2.5rem;padding-top:.75rem;padding-bottom:2rem}
.notice{border:2px solid var(--else);border-radius:.5rem;background:var(--tint);padding:.25rem .9rem;margin:.25rem 0 .75rem;font-size:.9rem}.alert{color:var(--no)}.notice .date{min-width:6.5rem}
.embed{padding:.75rem 1rem}.embed main{padding:0}details{margin:.5rem 0}summary{cursor:pointer}.embed h1{font-size:1.1rem;margin-bottom:.6rem}.embed li{margin:.35rem 0}.embed .sides{gap:0 1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr))}
.embed h2{font-size:.95rem;margin:.75rem 0 .25rem;padding:0;border:0}
@page{margin:18mm 16mm}@page figure{size:landscape;margin:14mm 16mm}
@media print{:root{color-scheme:light}.site nav,.find,.as-of,.facets,.pages,.skip,iframe,.links,.cites,pre,[aria-labelledby=embed]{display:none}body{font-size:10.5pt}main,.site,footer{max-width:none;padding-left:0;padding-right:0}a{color:inherit;text-decoration:none}h1,h2,h3,.kicker,.who{break-after:avoid}.speech,.trail li,.timeline li,.revisions li,.contradictions>li,tr,blockquote{break-inside:avoid}p,li{orphans:3;widows:3}.sides{grid-template-columns:1fr 1fr}.graph,.sides{overflow:visible}[aria-labelledby=graph]{page:figure}.graph picture{display:none}.graph .on-paper{display:block;max-width:100%;height:auto}.graph figcaption{display:none}.contradictions a[href^="/claims/"]::after,.reviews a[rel]::after{content:" (" attr(href) ")";font-size:.85em;font-weight:400}a.outside::after{content:" (" attr(href) ")";font-size:.85em}}
`.replace(/\n/g, '');

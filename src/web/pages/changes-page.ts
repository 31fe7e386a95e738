import { changeKinds } from '../../domain/change-kind.ts';
import { type AsOf, asOfName } from '../as-of.ts';
import { type Html, html } from '../html.ts';
import type { ChangedType } from '../words/change-words.ts';
import type { Words } from '../words/words.ts';
import { type AddressQuery, linkTo, type PageAddress } from './address.ts';
import { beginningText } from './as-of-control.ts';
import type { ChangeData, ChangesData, ChangesOptions } from './changes-query.ts';
import { titled } from './cited.ts';
import { nodesOf } from './connection.ts';
import { fieldChanges } from './field-changes.ts';
import { headedLink } from './headed.ts';
import { page } from './page.ts';
import { fromTheStart, paging } from './paging.ts';
import { minuteOf } from './part.ts';
import { listLinks } from './record-links.ts';
import { stanceTaken } from './speech.ts';
import { whoMarked } from './who.ts';

function typeOf({ record }: ChangeData): ChangedType {
  return 'anonymity' in record ? 'Entity' : record.__typename;
}

/** A record as it is now, never without whose it is. */
function recordOf({ record }: ChangeData, words: Words): Html {
  if ('anonymity' in record) return whoMarked(record, words);
  switch (record.__typename) {
    case 'Claim':
      return headedLink(record, words);
    case 'Assertion':
      return html`<strong>${whoMarked(record.speaker, words)}</strong> ${stanceTaken(record, words)}${words.colon}${headedLink(record.claim, words)}${record.withdrawnAt === null ? null : html` <span class="status withdrawn">${words.withdrawn}</span>`}`;
    case 'Source':
      return titled(record, words);
    case 'SourceVersion':
      return words.changes.textsOf(titled(record.source, words));
    case 'Passage':
      return html`<q lang="${record.language}">${record.exact}</q>${record.version && html` ${titled(record.version.source, words)}`}`;
    case 'ClaimRelation':
      return html`${headedLink(record.from, words)} <strong>${words.changes.relation[record.relation]}</strong> ${headedLink(record.to, words)} <span class="note">(${words.changes.relationStatus[record.relationStatus]})</span>`;
    case 'Review':
      return html`<strong>${whoMarked(record.reviewer, words)}</strong>${words.colon}<q>${record.rating}</q>${words.pause}${headedLink(record.claim, words)}`;
    case 'ReplyRequest':
      return html`<strong>${whoMarked(record.to, words)}</strong>`;
    case 'IdentityJudgement':
      return html`${words.record.speaker.verdict[record.verdict]} <span class="note">${record.reason}</span>`;
  }
}

/** What it bears on, where the record does not say so itself. */
function claimsOf(change: ChangeData, words: Words): Html | null {
  const type = typeOf(change);
  const { claims } = change;
  const all = nodesOf(claims);
  if (
    all.length === 0 ||
    type === 'Claim' ||
    type === 'Assertion' ||
    type === 'Review' ||
    type === 'ClaimRelation'
  )
    return null;
  const more =
    claims.totalCount === all.length
      ? null
      : html` <span>${words.more(all.length, claims.totalCount)}</span>`;
  return html`<p class="note">${words.changes.claims}${words.colon}</p><ul class="plain">${all.map((claim) => html`<li class="note">${headedLink(claim, words)}</li>`)}</ul>${more && html`<p class="note">${more}</p>`}`;
}

function item(change: ChangeData, words: Words): Html {
  const { kind, revision } = change;
  return html`<li class="speech">
<p class="who"><span class="status ${kind.toLowerCase()}">${words.changes.kind[kind]}</span> · <span class="kicker">${words.changes.type[typeOf(change)]}</span></p>
<p>${recordOf(change, words)}</p>
${revision === null || kind === 'RECORDED' ? null : fieldChanges(revision.changes, words)}${claimsOf(change, words)}
</li>`;
}

/** All that was recorded at one instant, under who did it and why. */
function recording(all: readonly ChangeData[], words: Words): Html {
  const [first] = all;
  if (first === undefined) return html``;
  const revision = all.find((one) => one.revision !== null)?.revision ?? null;
  return html`<section class="recording"><h2><time datetime="${first.recordedAt}">${minuteOf(first.recordedAt)}</time>${revision === null ? null : html` · ${revision.title}`}</h2>
<p class="note">${revision === null ? words.changes.shown : html`${words.changes.by(revision.by)}${words.pause}${words.method[revision.method]}`}</p>
<ul class="speeches">${all.map((change) => item(change, words))}</ul></section>`;
}

/** The address's own words for what was chosen. */
export function changesQueryOf({ kind, after }: ChangesOptions, since: AsOf | null): AddressQuery {
  return [
    ...(since === null ? [] : [['since', since.text] as const]),
    ...kind.map((one) => ['kind', one] as const),
    ...(after === undefined ? [] : [['after', after] as const]),
  ];
}

function controls(options: ChangesOptions, since: AsOf | null, address: PageAddress, words: Words): Html {
  const { changes, moment, language } = words;
  const hidden = [
    ...options.kind.map((kind) => ['kind', kind]),
    ...(moment === null ? [] : [[asOfName, moment.text]]),
    ['language', language],
  ].map(([name, value]) => html`<input type="hidden" name="${name ?? ''}" value="${value ?? ''}">`);
  const start = { ...options, after: undefined };
  return html`<form class="since" action="${address.path}" method="get"><label>${changes.since} <input type="date" name="since" required value="${since?.recorded.slice(0, 10) ?? ''}"></label>${hidden}<button>${changes.show}</button>${
    since === null
      ? null
      : html` <a href="${linkTo(address.path, words, changesQueryOf(start, null))}">${changes.fromBeginning}</a>`
  }</form>
<nav class="facets" aria-label="${words.lists.facets}"><ul><li><span class="facet">${changes.kindFacet}</span> <span>${changeKinds.map(
    (kind) => {
      const chosen = options.kind.includes(kind);
      const others = chosen ? options.kind.filter((one) => one !== kind) : [...options.kind, kind];
      const leadsTo = changesQueryOf(
        { ...start, kind: changeKinds.filter((one) => others.includes(one)) },
        since,
      );
      return html`<a href="${linkTo(address.path, words, leadsTo)}"${chosen ? html` class="chosen" aria-current="true"` : null}>${changes.kind[kind]}${chosen ? html` <span aria-hidden="true">×</span>` : null}</a> `;
    },
  )}</span></li></ul></nav>`;
}

/** What changed, recording by recording, the last first. */
export function changesPage(
  data: ChangesData,
  options: ChangesOptions,
  {
    since,
    address,
    words,
  }: { readonly since: AsOf | null; readonly address: PageAddress; readonly words: Words },
): string {
  const { changes, lists } = words;
  const all = nodesOf(data);
  const none = html`<p class="none">${since === null ? changes.none : changes.noneSince} ${
    since === null && options.kind.length === 0
      ? null
      : html`<a href="${linkTo(address.path, words)}">${lists.removeAll}</a> · `
  }<a href="${linkTo('/claims', words)}">${lists.browse}</a></p>`;
  const recordings = [...Map.groupBy(all, ({ recordedAt }) => recordedAt).values()];
  const content = html`<h1>${changes.changes}</h1>
<p class="note">${changes.note}</p>
${controls(options, since, address, words)}
${since === null ? null : html`<p class="total">${changes.sinceWhen(beginningText(since, words))}</p>`}
${all.length === 0 ? none : recordings.map((some) => recording(some, words))}
${paging(data.pageInfo, address, words)}
${listLinks(address, fromTheStart(address), words)}`;
  return page({
    title: changes.changes,
    cited: { title: changes.changes, version: null },
    description: changes.note,
    content,
    address,
    words,
    linkedData: null,
  });
}

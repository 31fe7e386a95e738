import { claimNatures, claimStatuses } from '../../domain/vocabulary.ts';
import { type Html, html } from '../html.ts';
import { listedOrders } from '../words/list-words.ts';
import type { Words } from '../words/words.ts';
import { type ClaimsOptions, queryOf } from './claims-query.ts';
import { linkTo } from './page.ts';

/** Whom or what the address names, by the name that it is known under; null for nothing that is there. */
export type Named = Readonly<Partial<Record<'speaker' | 'source' | 'about', string | null>>>;

type Flag = 'reviewed' | 'anonymousOnly' | 'singleOrigin' | 'hasContradiction';

interface Choice {
  readonly name: string;
  readonly chosen: boolean;
  /** The list as it is with the other choice. */
  readonly leadsTo: ClaimsOptions;
}

function toggled<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

/** What hardly anybody looks for is not offered, and stands there where an address has it. */
function seldom(choice: Choice): readonly Choice[] {
  return choice.chosen ? [choice] : [];
}

/** What the list can be narrowed by, and by what it is: each choice is a link, which keeps all others. */
export function facets(options: ClaimsOptions, named: Named, words: Words): Html {
  const { lists } = words;
  const start: ClaimsOptions = { ...options, after: undefined };
  const flag = (field: Flag, value: 'true' | 'false', name: string): Choice => {
    const chosen = options[field] === value;
    return { name, chosen, leadsTo: { ...start, [field]: chosen ? undefined : value } };
  };
  const group = (heading: string, choices: readonly Choice[]) =>
    html`<li><span class="facet">${heading}</span> <span>${choices.map(
      ({ name, chosen, leadsTo }) =>
        html`<a href="${linkTo('/claims', words, queryOf(leadsTo))}"${chosen ? html` class="chosen" aria-current="true"` : null}>${name}${chosen ? html` <span aria-hidden="true">×</span>` : null}</a> `,
    )}</span></li>`;
  const names = (['speaker', 'source', 'about'] as const).flatMap((field) => {
    const wanted = options[field];
    if (wanted === undefined) return [];
    const name = named[field] ?? `${wanted} (${lists.unknownName})`;
    return [group(lists.facet[field], [{ name, chosen: true, leadsTo: { ...start, [field]: undefined } }])];
  });
  return html`<nav class="facets" aria-label="${lists.facets}"><ul>
${names}
${group(
  lists.facet.status,
  claimStatuses.map((status) => ({
    name: words.status[status],
    chosen: options.status.includes(status),
    leadsTo: { ...start, status: toggled(options.status, status) },
  })),
)}
${group(lists.facet.origins, [
  flag('anonymousOnly', 'true', lists.anonymousOnly),
  ...seldom(flag('anonymousOnly', 'false', lists.notAnonymousOnly)),
  flag('singleOrigin', 'true', lists.singleOrigin),
  ...seldom(flag('singleOrigin', 'false', lists.notSingleOrigin)),
])}
${group(lists.facet.contradiction, [flag('hasContradiction', 'true', lists.contradicted), flag('hasContradiction', 'false', lists.notContradicted)])}
${group(lists.facet.reviewed, [flag('reviewed', 'true', lists.reviewed), flag('reviewed', 'false', lists.notReviewed)])}
${group(
  lists.facet.nature,
  claimNatures.map((nature) => ({
    name: lists.nature[nature],
    chosen: options.nature.includes(nature),
    leadsTo: { ...start, nature: toggled(options.nature, nature) },
  })),
)}
<li><span class="facet">${lists.facet.order}</span> <span>${listedOrders.map((order) =>
    order === options.order
      ? html`<strong>${lists.order[order]}</strong> `
      : html`<a href="${linkTo('/claims', words, queryOf({ ...start, order }))}">${lists.order[order]}</a> `,
  )}</span></li>
</ul></nav>`;
}

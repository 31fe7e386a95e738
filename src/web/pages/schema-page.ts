import { type Html, html } from '../html.ts';
import { SCHEMA_PATH } from '../playground/page-data.ts';
import type { Words } from '../words/words.ts';
import { type PageAddress, page, playgroundLink } from './page.ts';
import { part } from './part.ts';
import type { MapField, MapType, SchemaMap } from './schema-map.ts';
import { schemaPicture } from './schema-picture.ts';

/** The map of the schema: a picture of the records, and every type as a list that can be read on any screen. */
export function schemaPage(map: SchemaMap, address: PageAddress, words: Words): string {
  const { schema } = words;
  const { query, records, parts, mutation, subscription } = map;
  const known = new Set([...records, ...parts].map(({ name }) => name));
  const over = new Map(records.flatMap(({ name, shownAs }) => shownAs.map((one) => [one, name] as const)));
  const write = { known, over, words, leading: leadingTo([query, ...records, ...parts], over) };
  const roots = [
    ['query', schema.query, query],
    ['mutation', schema.mutation, mutation],
    ['subscription', schema.subscription, subscription],
  ] as const;
  const [first = null, ...others] = roots.map(([id, heading, type]) =>
    part(id, heading, type && fieldList(type.fields, write)),
  );
  const content = html`<h1>${schema.title}</h1>
<p>${schema.intro}${schema.ownWords}</p>
<p class="note"><a href="${playgroundLink(address)}">${words.askInGraphql}</a></p>
<figure class="graph">${schemaPicture(map, schema.picture)}<figcaption class="note">${schema.pictureNote}</figcaption></figure>
${first}
${part('records', schema.records, typeList(records, write))}
${part('parts', schema.parts, typeList(parts, write))}
${others}`;
  return page({
    title: schema.title,
    description: schema.intro,
    content,
    address: { ...address, path: SCHEMA_PATH },
    words,
    linkedData: null,
  });
}

interface Writing {
  readonly known: ReadonlySet<string>;
  /** The interface that a type stands under. */
  readonly over: ReadonlyMap<string, string>;
  readonly words: Words;
  /** For each type the fields that lead to it, as `Claim.about`. */
  readonly leading: ReadonlyMap<string, readonly (readonly [type: string, field: string])[]>;
}

function leadingTo(types: readonly MapType[], over: ReadonlyMap<string, string>): Writing['leading'] {
  const leading = new Map<string, (readonly [string, string])[]>();
  for (const { name, fields } of types)
    for (const field of fields)
      for (const to of new Set(field.to.map((one) => over.get(one) ?? one)))
        leading.set(to, [...(leading.get(to) ?? []), [name, field.name]]);
  return leading;
}

function typeList(types: readonly MapType[], write: Writing): Html {
  const { schema } = write.words;
  return html`${types.map(({ name, description, fields, shownAs }) => {
    const leading = write.leading.get(name) ?? [];
    return html`<h3 id="${name}" lang="en">${name}</h3>
${description === null ? null : html`<p lang="en">${description}</p>`}
${shownAs.length === 0 ? null : html`<p>${schema.shownAs}: <span lang="en">${shownAs.join(', ')}</span></p>`}
${fieldList(fields, write)}
${leading.length === 0 ? null : html`<p class="how">${schema.leadHere}: <span lang="en">${leading.map(([type, field], at) => html`${at > 0 ? ', ' : null}${typeLink(type, write)}.${field}`)}</span></p>`}`;
  })}`;
}

/** The fields that lead on, one a line; those that hold a value, after them in one. */
function fieldList(fields: readonly MapField[], write: Writing): Html {
  const { schema } = write.words;
  const leads = ({ to }: MapField) => to.some((name) => isKnown(name, write));
  const values = fields.filter((field) => !leads(field));
  return html`<ul class="plain">${fields
    .filter(leads)
    .map(
      ({ name, arguments: given, to, many }) =>
        html`<li><span lang="en"><code>${name}</code>${given.length === 0 ? null : html` <span class="facet">(${given.join(', ')})</span>`} →</span> ${many ? `${schema.many} ` : null}<span lang="en">${to.map((one, at) => html`${at > 0 ? ' | ' : null}${typeLink(one, write)}`)}</span></li>`,
    )}${values.length === 0 ? null : html`<li class="note">${schema.values}: <span lang="en">${values.map(({ name }) => name).join(', ')}</span></li>`}</ul>`;
}

function isKnown(name: string, { known, over }: Writing): boolean {
  return known.has(name) || over.has(name);
}

function typeLink(name: string, write: Writing): Html {
  const at = write.over.get(name) ?? name;
  return write.known.has(at) ? html`<a href="#${at}">${name}</a>` : html`${name}`;
}

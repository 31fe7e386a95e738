import { OnrecordError } from '../../src/domain/errors.ts';
import type { RecordType } from '../../src/domain/ids.ts';
import { stances, verdicts } from '../../src/domain/vocabulary.ts';
import type { TestStore } from '../support/seeded-store.ts';
import { bundleOf } from '../support/small-bundle.ts';
import { type HistoryStep, type Step, steps } from './history-steps.ts';
import {
  type Assertion,
  assertionOf,
  type Input,
  type ItemOf,
  id,
  namespace,
  type Source,
  storyOf,
} from './told-story.ts';

const dates = ['2023-12-01', '2023-12', '2023-11~', '2023-12-10/2023-12-20', '2023-12-05/..', '2023'];

/** Takes steps on a store, each by a bundle of its own, as editors would; what the rules refuse is not done. */
export class RandomHistory {
  readonly #store: TestStore;
  readonly #entities: ItemOf<'entities'>[] = [];
  readonly #sources: Source[] = [];
  readonly #versions: { readonly key: string; readonly text: string; readonly source: string }[] = [];
  readonly #passages: ItemOf<'passages'>[] = [];
  readonly #claims: ItemOf<'claims'>[] = [];
  readonly #assertions: Assertion[] = [];
  readonly #relations: ItemOf<'relations'>[] = [];
  readonly #reviews: ItemOf<'reviews'>[] = [];
  readonly #judgements: ItemOf<'judgements'>[] = [];
  #count = 0;
  /** How many steps of each kind were recorded. */
  readonly taken = new Map<Step, number>();

  constructor(store: TestStore) {
    this.#store = store;
  }

  /** The ids of all that was ever recorded. */
  get ids(): readonly string[] {
    const of = (type: RecordType, some: readonly { readonly key: string }[]) =>
      some.map(({ key }) => id(type, key));
    return [
      ...of('Entity', this.#entities),
      ...of('Source', this.#sources),
      ...of('SourceVersion', this.#versions),
      ...of('Passage', this.#passages),
      ...of('Claim', this.#claims),
      ...of('Assertion', this.#assertions),
      ...of('ClaimRelation', this.#relations),
      ...of('Review', this.#reviews),
      ...of('IdentityJudgement', this.#judgements),
    ];
  }

  /** Whether it was recorded. */
  async take({ step, a, b, c }: HistoryStep): Promise<boolean> {
    const lists = this.#bundleFor(step, a, b, c);
    if (lists === null) return false;
    const bundle = bundleOf(namespace, lists);
    try {
      const { activityId } = await this.#store.import(bundle);
      if (activityId === null) return false;
    } catch (error) {
      if (error instanceof OnrecordError) return false;
      throw error;
    }
    this.#remember(lists);
    this.taken.set(step, (this.taken.get(step) ?? 0) + 1);
    return true;
  }

  /** Takes steps of each kind that was not taken yet, so that there is one of each, whatever chance and the rules refused. */
  async takeMissing(random: () => number): Promise<void> {
    const number = () => Math.floor(random() * 1_000);
    for (const step of steps)
      for (let tries = 0; !this.taken.has(step) && tries < 200; tries++)
        await this.take({ step, a: number(), b: number(), c: number() });
  }

  #key(): string {
    return `k${++this.#count}`;
  }

  #remember(lists: Partial<Input>): void {
    const keep = <Item extends { readonly key: string }>(known: Item[], some: readonly Item[] = []): void => {
      for (const item of some) {
        const at = known.findIndex(({ key }) => key === item.key);
        if (at < 0) known.push(item);
        else known[at] = item;
      }
    };
    keep(this.#entities, lists.entities);
    for (const source of lists.sources ?? []) {
      for (const { key, text = '' } of source.versions ?? [])
        this.#versions.push({ key, text, source: source.key });
    }
    keep(
      this.#sources,
      lists.sources?.map(({ versions: _, ...source }) => source),
    );
    keep(this.#passages, lists.passages);
    keep(this.#claims, lists.claims);
    keep(this.#assertions, lists.assertions);
    keep(this.#relations, lists.relations);
    keep(this.#reviews, lists.reviews);
    keep(this.#judgements, lists.judgements);
  }

  #bundleFor(step: Step, a: number, b: number, c: number): Partial<Input> | null {
    const pick = <Item>(items: readonly Item[], by: number): Item | undefined => items[by % items.length];
    const assertion = pick(this.#assertions, a);
    const claim = pick(this.#claims, a);
    const source = pick(this.#sources, a);
    const speaker = pick(this.#entities, b);
    const on = { edtf: dates[c % dates.length] ?? '2023', original: `as written ${c % 3}` };
    if (step === 'tell')
      return storyOf(() => this.#key(), on, pick(this.#entities, a), pick(this.#sources, b), c);
    if (!assertion || !claim || !source || !speaker) return null;
    switch (step) {
      case 'assert':
        return {
          assertions: [
            assertionOf(this.#key(), claim.key, speaker.key, stances[c % stances.length] ?? 'AFFIRMS', {
              saidOn: on,
              source: id('Source', source.key),
            }),
          ],
        };
      case 'relay': {
        const { stance } = assertion;
        const changes = {
          commitment: c % 2 === 0 ? 'NEUTRAL' : 'ENDORSES',
          attributedTo: id('Assertion', assertion.key),
          source: id('Source', source.key),
        } as const;
        return {
          assertions: [
            { ...assertionOf(this.#key(), '', speaker.key, stance, changes), claim: assertion.claim },
          ],
        };
      }
      case 'correct':
        return c % 2 === 0
          ? { assertions: [{ ...assertion, cue: `said ${b % 4}`, saidOn: on }] }
          : {
              claims: [
                {
                  ...claim,
                  text: { en: `Claim ${claim.key}, corrected ${b % 5}` },
                  concerns: on,
                  about: [id('Entity', speaker.key)],
                },
              ],
            };
      case 'correct-place': {
        const other = pick(this.#sources, b);
        const derivedFrom =
          other && other.key !== source.key && c % 2 === 0
            ? [{ kind: 'REPUBLISHES' as const, from: id('Source', other.key), status: 'CONFIRMED' as const }]
            : [];
        return {
          sources: [{ ...source, publisher: id('Entity', speaker.key), publishedOn: on, derivedFrom }],
        };
      }
      case 'supersede': {
        const { key: _, withdrawn: __, ...same } = assertion;
        return {
          assertions: [
            {
              ...same,
              key: this.#key(),
              speaker: id('Entity', speaker.key),
              supersedes: id('Assertion', assertion.key),
            },
          ],
        };
      }
      case 'withdraw':
        return { assertions: [{ ...assertion, withdrawn: { reason: `mistaken ${c % 2}` } }] };
      case 'reinstate': {
        const withdrawn = pick(
          this.#assertions.filter((one) => one.withdrawn !== undefined),
          a,
        );
        if (!withdrawn) return null;
        const { withdrawn: _, ...standing } = withdrawn;
        return { assertions: [standing] };
      }
      case 'judge':
        return this.#judgement(a, b, c);
      case 'relate': {
        const other = pick(this.#claims, b);
        if (!other || other.key === claim.key) return null;
        return {
          relations: [
            {
              key: this.#key(),
              kind: c % 2 === 0 ? 'CONTRADICTS' : 'SUPPORTS',
              from: id('Claim', claim.key),
              to: id('Claim', other.key),
              reason: { en: 'Both were said.' },
              status: c % 3 === 0 ? 'CONFIRMED' : 'PROPOSED',
            },
          ],
        };
      }
      case 'decide': {
        const relation = pick(this.#relations, a);
        const status = (['PROPOSED', 'CONFIRMED', 'REJECTED'] as const)[c % 3] ?? 'CONFIRMED';
        return relation ? { relations: [{ ...relation, status }] } : null;
      }
      case 'add-version': {
        const [version, passage] = [this.#key(), this.#key()];
        const text = `It was said, and said again: number ${this.#count}.`;
        return {
          sources: [{ ...source, versions: [{ key: version, text }] }],
          passages: [
            {
              key: passage,
              version,
              exact: 'said again',
              start: 17,
              end: 27,
              language: 'en',
              rendering: 'ORIGINAL',
            },
          ],
          assertions: [{ ...assertion, passages: [...(assertion.passages ?? []), passage] }],
        };
      }
      case 'review': {
        const known = pick(this.#reviews, b);
        const rated = { rating: `Rated ${c % 4}`, normalized: 'MIXTURE', publishedOn: on } as const;
        if (known && c % 2 === 0) {
          const { withdrawn: _, ...standing } = known;
          const withdrawn = c % 4 === 0 ? { withdrawn: { reason: `misread ${c % 3}` } } : {};
          return { reviews: [{ ...standing, ...rated, ...withdrawn }] };
        }
        return {
          reviews: [
            {
              key: this.#key(),
              claim: id('Claim', claim.key),
              reviewer: id('Entity', speaker.key),
              ...rated,
            },
          ],
        };
      }
    }
  }

  /** A judgement on two that nobody has judged, or another verdict on two that somebody has. */
  #judgement(a: number, b: number, c: number): Partial<Input> | null {
    const verdict = verdicts[c % verdicts.length] ?? 'UNSURE';
    const known = this.#judgements[b % (this.#judgements.length || 1)];
    if (known && c % 2 === 0) return { judgements: [{ ...known, verdict }] };
    const type = c % 5 === 0 ? 'Assertion' : 'Entity';
    const items = type === 'Assertion' ? this.#assertions : this.#entities;
    const [one, other] = [items[a % items.length], items[b % items.length]];
    if (!one || !other || one === other) return null;
    const between: [string, string] = [id(type, one.key), id(type, other.key)];
    return { judgements: [{ key: this.#key(), verdict, between, reason: { en: 'By the register.' } }] };
  }
}

import { expect } from 'vitest';
import type { Bundle } from '../../src/domain/bundle.ts';
import { idOf, type RecordType } from '../../src/domain/ids.ts';
import { pinText } from '../../src/web/pages/pin.ts';
import { serviceWith } from '../support/service-with.ts';
import { assertion, type BundleInput, bundleOf, claim, entity, relay } from '../support/small-bundle.ts';

const namespace = 'test.example/embeds';
export const idIn = (type: RecordType, key: string) => idOf(type, namespace, key);

function story(change: (made: Lists) => void = () => {}): Bundle {
  const made = lists();
  change(made);
  return bundleOf(namespace, made);
}

type Lists = ReturnType<typeof lists>;

function lists() {
  return {
    entities: [entity('company'), entity('driver'), entity('insider'), entity('gazette'), entity('mayor')],
    sources: [
      { key: 'note', slug: 'note', kind: 'ARTICLE', title: { en: 'A note' }, seen: true },
    ] as NonNullable<BundleInput['sources']>,
    claims: [claim('shut', { text: { en: 'The bridge is shut' } }), claim('open')],
    assertions: [
      assertion('seen', 'shut', 'driver', { saidOn: { edtf: '2023-12-14' } }),
      assertion('heard', 'shut', 'gazette'),
      assertion('whispered', 'shut', 'insider', { source: 'note' }),
      relay('told', 'shut', 'gazette', 'seen'),
      assertion('opened', 'open', 'company'),
    ] as NonNullable<BundleInput['assertions']>,
  };
}

/** What is recorded of it later: a denial, a withdrawal, a correction of the claim, a contradiction. */
export const later = (change: (made: Lists) => void = () => {}) => {
  const { claims, assertions, ...others } = lists();
  const made = {
    ...others,
    claims: claims.map((one) => (one.key === 'shut' ? { ...one, concerns: { edtf: '2023-12' } } : one)),
    assertions: [
      ...assertions.map((one) =>
        one.key === 'heard' ? { ...one, withdrawn: { reason: 'It was another bridge.' } } : one,
      ),
      assertion('denied', 'shut', 'mayor', { stance: 'DENIES', saidOn: { edtf: '2023-12-16' } }),
    ],
  };
  change(made);
  return bundleOf(namespace, {
    ...made,
    relations: [
      {
        key: 'either',
        kind: 'CONTRADICTS',
        from: 'shut',
        to: 'open',
        reason: { en: 'One or the other.' },
        status: 'CONFIRMED',
      },
    ],
  });
};

export const hide = (made: Lists) => {
  made.sources = made.sources.map((one) => ({ ...one, access: 'CONFIDENTIAL' as const }));
};

export const contentOf = (page: string) =>
  page.slice(page.indexOf('<article>'), page.indexOf('</article>') + '</article>'.length);
export const noticeOf = (page: string) =>
  /<aside class="notice">.*?<\/aside>/s
    .exec(page)?.[0]
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ') ?? '';

/** A denial in a source that is not for the public. */
export const hiddenBeside = () =>
  bundleOf('test.example/hidden-beside', {
    entities: [entity('zanzibar')],
    sources: [
      {
        key: 'leak',
        slug: 'leak-zanzibar',
        kind: 'INTERVIEW',
        title: { en: 'Zanzibar talks' },
        seen: true,
        access: 'CONFIDENTIAL',
      },
    ],
    assertions: [
      assertion('leaked', idIn('Claim', 'shut'), 'zanzibar', { stance: 'DENIES', source: 'leak' }),
    ],
  });

/** A service with the story, how embeds of its claim are asked for, and the API. */
export function embedsOfStory() {
  const service = serviceWith({ story: story() });
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${service.base}${path}`, { headers, redirect: 'manual' });
  const embedAt = (at: string, headers: Record<string, string> = {}, language = 'en') =>
    get(`/embed/v1/claim/shut${at}?language=${language}`, headers);
  const textAt = async (at: string, language = 'en') => {
    const response = await embedAt(at, {}, language);
    expect([at, response.status]).toEqual([at, 200]);
    return response.text();
  };
  async function askApi(query: string) {
    const response = await get(`/graphql?${new URLSearchParams({ query })}`);
    return (await response.json()).data;
  }
  /** The pin to the instant at which the story was recorded. */
  async function firstPin(): Promise<string> {
    const { claim: found } = await askApi(
      '{ claim(by: { slug: "shut" }) { firstAssertion { recordedAt } } }',
    );
    return pinText(found.firstAssertion.recordedAt);
  }
  return { service, get, embedAt, textAt, askApi, firstPin };
}

import { pinText } from '../../src/web/pages/pin.ts';
import { assertion, bundleOf, claim, entity, smallBundle } from '../support/small-bundle.ts';

const sharp = '<img src=x onerror=alert(1)>';
export const more = bundleOf('test.example/more', {
  entities: [entity('sharp', { names: [{ text: `Mx ${sharp}`, language: 'en', kind: 'NAME' }] })],
  claims: [claim('sharp', { text: { en: `The bridge is ${sharp}` }, about: ['sharp'] })],
  assertions: [
    assertion('once', 'sharp', 'sharp', { saidOn: { edtf: '2023-01' } }),
    assertion('now', 'sharp', 'sharp', { stance: 'DENIES', saidOn: { edtf: '2023-02' } }),
  ],
});

export const wordsOf = (page: string) =>
  page
    .replaceAll(/<style>.*?<\/style>|<[^>]*>/gs, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');
export const today = () => new Date().toISOString().slice(0, 10);
/** What is recorded after the pin: corrections, a denial, a withdrawal, a claim. */
export const later = (status: 'CONFIRMED' | 'REJECTED' = 'CONFIRMED') =>
  smallBundle((made) => {
    for (const one of made.entities ?? [])
      if (one.key === 'paper') one.names = [{ text: 'The Daily', language: 'en', kind: 'NAME' }];
    for (const one of made.sources ?? []) if (one.key === 'article') one.title = { en: 'The old bridge' };
    for (const one of made.assertions ?? [])
      if (one.key === 'opened') one.withdrawn = { reason: `Taken back. ${sharp}` };
    for (const one of made.relations ?? []) if (one.key === 'either') one.status = status;
    made.claims = [...(made.claims ?? []), claim('third', { text: { en: 'The bridge is blue' } })];
    made.assertions = [
      ...(made.assertions ?? []),
      assertion('blue', 'third', 'paper', { source: 'article', saidOn: { edtf: '2023-12-19' } }),
      assertion('no', 'shut', 'firm', { stance: 'DENIES', source: 'article' }),
    ];
  });

interface Asked {
  readonly base: string;
}

export async function askApi({ base }: Asked, query: string) {
  return (await (await fetch(`${base}/graphql?${new URLSearchParams({ query })}`)).json()).data;
}

/** The pin to the last instant at which a service recorded anything. */
export async function lastPinOf(service: Asked): Promise<string> {
  const { changes } = await askApi(service, '{ changes(first: 1) { edges { node { recordedAt } } } }');
  return pinText(changes.edges[0].node.recordedAt);
}

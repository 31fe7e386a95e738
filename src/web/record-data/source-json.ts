import { assertionWithClaim, maybe, quotationOf, setApart, sourceOf, when } from './assertion-json.ts';
import { maybeBoth } from './both.ts';
import type { Attribution } from './claim-json.ts';
import type { SourceCore, WholeSource } from './source-data.ts';

const derivationOf = ({
  kind,
  status,
  method,
  reasonEn,
  reasonZh,
}: Omit<SourceCore['derivedFrom'][number], 'from'>) => ({
  kind,
  status,
  method,
  reason: maybeBoth(reasonEn, reasonZh),
});

/** All that is recorded of a source as one JSON document; its shape is described in docs/downloads.md. */
export function sourceJson(whole: WholeSource, base: string, { citation, rights }: Attribution): string {
  const { source, texts, passages, derivatives, assertions, states, retrievedAt } = whole;
  const { own, passedOn, standsNoMore } = setApart(assertions, (said) => assertionWithClaim(said, base));
  return `${JSON.stringify(
    {
      format: 'onrecord-source/1',
      retrievedAt,
      address: `${base}/sources/${encodeURIComponent(source.slug)}`,
      ...sourceOf(source),
      version: source.version,
      access: source.access,
      embargoedUntil: source.embargoedUntil,
      inForce: maybe(source.inForce, when),
      disclaimer: maybe(source.disclaimer, quotationOf),
      texts,
      passages: passages.map(quotationOf),
      derivedFrom: source.derivedFrom.map(({ from, ...one }) => ({
        ...derivationOf(one),
        from: sourceOf(from),
      })),
      derivatives: derivatives.map((one) => ({
        ...sourceOf(one),
        derivedFrom: one.derivedFrom.filter(({ from }) => from.id === source.id).map(derivationOf),
      })),
      said: own,
      passedOn,
      standsNoMore,
      revisions: states,
      citation,
      rights,
    },
    null,
    2,
  )}\n`;
}

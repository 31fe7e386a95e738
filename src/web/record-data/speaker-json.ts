import { assertionWithClaim, maybe, setApart, sourceOf, when, who } from './assertion-json.ts';
import { both, maybeBoth } from './both.ts';
import type { Attribution } from './claim-json.ts';
import { claimNamed } from './claim-row.ts';
import type { WholeSpeaker } from './speaker-data.ts';

/** All that is recorded of a speaker as one JSON document; its shape is described in docs/downloads.md. */
export function speakerJson(whole: WholeSpeaker, base: string, { citation, rights }: Attribution): string {
  const { speaker, assertions, positions, about, states, retrievedAt } = whole;
  const { own, passedOn, standsNoMore } = setApart(assertions, (said) => assertionWithClaim(said, base));
  return `${JSON.stringify(
    {
      format: 'onrecord-speaker/1',
      retrievedAt,
      address: `${base}/speakers/${encodeURIComponent(speaker.slug)}`,
      ...who(speaker),
      version: speaker.version,
      names: speaker.names,
      description: maybeBoth(speaker.descriptionEn, speaker.descriptionZh),
      wikidata: speaker.wikidata,
      affiliations: (speaker.affiliations ?? []).map(({ role, asOf, organization }) => ({
        role,
        asOf: maybe(asOf, when),
        organization: who(organization),
      })),
      source: maybe(speaker.source ?? null, sourceOf),
      said: own,
      passedOn,
      standsNoMore,
      positions: positions.map(({ claim, onBehalfOf, held, ...position }) => ({
        claim: claimNamed(claim, base),
        ...position,
        onBehalfOf: maybe(onBehalfOf, who),
        held: held.map(({ saidOn, speaker: holder, attributedTo, ...one }) => ({
          ...one,
          saidOn: maybe(saidOn, when),
          speaker: who(holder),
          attributedTo: attributedTo?.id ?? null,
        })),
      })),
      claimsAbout: about.map((claim) => claimNamed(claim, base)),
      judgements: speaker.judgements.map(({ verdict, method, reasonEn, reasonZh, between }) => ({
        verdict,
        method,
        reason: both(reasonEn, reasonZh),
        between: between.map((one) => ('slug' in one ? who(one) : { id: one.id })),
      })),
      revisions: states,
      citation,
      rights,
    },
    null,
    2,
  )}\n`;
}

import type { ClaimGraph } from '../../src/domain/claim-graph.ts';
import { claimGraphOf, type GraphExtent } from '../../src/domain/claim-graph-of.ts';
import type { Dossier } from '../../src/domain/dossier.ts';
import type { Entity } from '../../src/domain/model.ts';
import { derivation, dossier, entity, entry, source } from './records.ts';

export const felix = entity('felix');
export const verge = entity('verge', { kind: 'ORGANIZATION' });
export const huxiu = entity('huxiu', { kind: 'ORGANIZATION' });

/** The graph of a claim among dossiers, four steps far and whole unless it is told otherwise. */
export const graphOf = (
  dossiers: readonly Dossier[],
  {
    entities = [] as readonly Entity[],
    depth = 4,
    maxNodes = 200,
    root = 'claim',
    ...drawn
  }: Partial<GraphExtent> & { readonly entities?: readonly Entity[]; readonly root?: string } = {},
) =>
  claimGraphOf(
    root,
    {
      dossiers: new Map(dossiers.map((one) => [one.claim.id, one])),
      entities: new Map(entities.map((one) => [one.id, one])),
    },
    { depth, maxNodes, ...drawn },
  );
export const ids = ({ nodes }: ClaimGraph) => nodes.map(({ id }) => id);
export const edges = ({ edges: all }: ClaimGraph) => all.map(({ from, kind, to }) => `${from} ${kind} ${to}`);

export const said = entry('said', { speaker: felix, sourceId: 'statement' });
export const reported = entry('reported', { speaker: verge, of: said });
export const again = entry('again', {
  speaker: huxiu,
  of: reported,
  sourceId: 'article',
  readInIds: ['repost'],
});
export const sources = [
  source('statement'),
  source('article', { publisherId: 'huxiu' }),
  source('repost', { derivedFrom: [derivation('article')], publisherId: 'site' }),
];
/** Words that one said, another reported and a third cited, with where they stand. */
export const whole = dossier([said, reported, again], { sources });
export const entities = [huxiu, entity('site', { kind: 'ORGANIZATION' })];

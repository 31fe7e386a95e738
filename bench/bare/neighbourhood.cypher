// What the graph around a claim is drawn from: it, the claims that confirmed relations lead to in two steps, and of each
// the assertions, the relations, and the sources with all that these derive from.
// params: id
// returns: a row for each claim
MATCH (root:Claim {id: $id})
UNWIND [root.id] + root.relatedIds AS firstId
MATCH (first:Claim {id: firstId})
UNWIND [firstId] + first.relatedIds AS id
WITH DISTINCT id
MATCH (claim:Claim {id: id})
CALL (claim) {
  MATCH (claim)<-[:ASSERTS]-(a:Assertion)-[:MADE_BY]->(speaker:Entity)
  WHERE a.current AND NOT a.withdrawn
  WITH collect([a.id, a.stance, a.commitment, a.attributedToId, a.sourceId, a.readInIds, speaker.id, speaker.recordedAt,
      head([(a)-[:ON_BEHALF_OF]->(body:Entity) | [body.id, body.recordedAt]])]) AS said,
    collect([(a)-[:MADE_IN|READ_IN|BASED_ON]->(s:Source) | s.lineage]) AS lineages
  UNWIND lineages AS some
  UNWIND some AS lineage
  UNWIND lineage AS reached
  WITH DISTINCT said, reached
  MATCH (source:Source {id: reached})
  RETURN said, collect([source.id, source.recordedAt, source.publishedEdtf, source.derivations,
    head([(source)-[:PUBLISHED_BY]->(p:Entity) | [p.id, p.recordedAt]])]) AS sources
}
RETURN claim.id, claim.recordedAt, claim.concernsEdtf, said, sources,
  [(claim)<-[:FROM]-(r:ClaimRelation {status: 'CONFIRMED'})-[:TO]->(other:Claim) | [r.kind, other.id]]

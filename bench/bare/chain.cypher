// What the trail of an assertion is drawn from: the links of its chain, and the sources with what they derive from.
// params: id
// returns: [links, sources]
MATCH (top:Assertion {id: $id})
UNWIND top.chain AS step
MATCH (link:Assertion {id: step})-[:MADE_BY]->(speaker:Entity)
WITH collect([link.id, link.claimId, link.stance, link.chain, link.attributedToId, link.withdrawnAt,
    link.supersededById, link.recordedAt, link.position, link.sourceId,
    speaker.id, speaker.kind, speaker.nameTexts[0],
    [(link)-[quoted:QUOTES]->(p:Passage)-[:OF]->(v:SourceVersion) |
      [quoted.position, p.exact, p.verificationState, v.sourceId]],
    [(link)-[ground:BASED_ON]->(g:Source) | [ground.position, g.id]]]) AS links,
  collect([(link)-[:MADE_IN|READ_IN|BASED_ON]->(s:Source) | s.lineage]) AS lineages
CALL (lineages) {
  UNWIND lineages AS some
  UNWIND some AS lineage
  UNWIND lineage AS reached
  WITH DISTINCT reached
  MATCH (source:Source {id: reached})
  RETURN collect([source.id, source.slug, source.kind, source.titles[0], source.seen, source.derivations]) AS sources
}
RETURN links, sources

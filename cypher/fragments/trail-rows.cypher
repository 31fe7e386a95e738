// The assertions `self` of each `id`, beside which `speaker` and `claim` are bound, with the claims that they are of and
// the sources that they lead to, each sent once and named by its id.
WITH id, collect(DISTINCT {{claim claim}}) AS claims,
  collect([self.columns, self.chain, self.withdrawnAt, self.supersededById, claim.id, {{entity speaker}},
    head([(self)-[:ON_BEHALF_OF]->(body:Entity) | {{entity body}}]),
    head([(self)-[:MADE_IN]->(source:Source) | source.id]),
    [(self)-[link:BASED_ON]->(ground:Source) | [link.position, ground.id]],
    [(self)-[link:QUOTES]->(passage:Passage)-[:OF]->(version:SourceVersion) |
      [link.position, {{passage passage}}, {{passage-version version}}]]]) AS assertions,
  collect([(self)-[:MADE_IN|READ_IN|BASED_ON]->(s:Source) | s.lineage]) AS lineages
CALL (lineages) {
  UNWIND lineages AS ofOne
  UNWIND ofOne AS lineage
  UNWIND lineage AS reached
  WITH DISTINCT reached
  MATCH (source:Source {id: reached})
  RETURN collect({{source source}}) AS sources
}
RETURN id, claims, sources, assertions

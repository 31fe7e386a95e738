// The sources that the assertions `self` of each `id` lead to, and those assertions, beside which `speaker` and `claim` are bound,
// by the claim that they are of. Each source is sent once, and named by its id; each claim once, with its assertions. They are
// gathered by the claim's node: rows as long as its own would be compared whole.
WITH id, claim,
  collect([self.columns, self.chain, self.withdrawnAt, self.supersededById, {{entity speaker}},
    head([(self)-[:ON_BEHALF_OF]->(body:Entity) | {{entity body}}]),
    head([(self)-[:MADE_IN]->(source:Source) | source.id]),
    [(self)-[link:BASED_ON]->(ground:Source) | [link.position, ground.id]],
    [(self)-[link:QUOTES]->(passage:Passage)-[:OF]->(version:SourceVersion) |
      [link.position, {{passage passage}}, {{passage-version version}}]]]) AS said,
  collect([(self)-[:MADE_IN|READ_IN|BASED_ON]->(s:Source) | s.lineage]) AS ofSaid
WITH id, collect([{{claim claim}}, said]) AS claims, collect(ofSaid) AS ofClaims
CALL (ofClaims) {
  UNWIND ofClaims AS ofClaim
  UNWIND ofClaim AS ofOne
  UNWIND ofOne AS lineage
  WITH DISTINCT lineage
  UNWIND lineage AS reached
  WITH DISTINCT reached
  MATCH (source:Source {id: reached})
  RETURN collect({{source source}}) AS sources
}
RETURN id, sources, claims

// The assertions `self` of each `id`, beside which `speaker` and `claim` are bound, and the sources that they lead to.
WITH id, collect({{assertion self}}) AS assertions,
  collect([(self)-[:MADE_IN|READ_IN|BASED_ON]->(s:Source) | s.lineage]) AS lineages
CALL (lineages) {
  UNWIND lineages AS ofOne
  UNWIND ofOne AS lineage
  UNWIND lineage AS reached
  WITH DISTINCT reached
  MATCH (source:Source {id: reached})
  RETURN collect({{source source}}) AS sources
}
RETURN id, assertions, sources

// The columns of an assertion's row without its claim, speaker, grounds and passages: those that its node keeps as JSON, what
// other records change, its body spoken for and its source. `self` is the assertion.
self.columns, self.chain, self.withdrawnAt, self.supersededById,
  head([(self)-[:ON_BEHALF_OF]->(body:Entity) | {{entity body}}]),
  head([(self)-[:MADE_IN]->(source:Source) | {{source source}}])

// The columns of an assertion's row without its claim, grounds and passages: those that its node keeps as JSON, what other
// records change, its speaker, body spoken for and source. `self` is the assertion, `speaker` is bound beside it.
self.columns, self.chain, self.withdrawnAt, self.supersededById,
  {{entity speaker}},
  head([(self)-[:ON_BEHALF_OF]->(body:Entity) | {{entity body}}]),
  head([(self)-[:MADE_IN]->(source:Source) | {{source source}}])

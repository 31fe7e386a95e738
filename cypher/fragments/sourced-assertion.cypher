// The columns of an assertion's row without its grounds and passages: those that its node keeps as JSON, what other records
// change, its claim, speaker, body spoken for and source. `self` is the assertion, `speaker` and `claim` are bound beside it.
self.columns, self.chain, self.withdrawnAt, self.supersededById,
  {{claim claim}},
  {{entity speaker}},
  head([(self)-[:ON_BEHALF_OF]->(body:Entity) | {{entity body}}]),
  head([(self)-[:MADE_IN]->(source:Source) | {{source source}}])

// An assertion with its claim, speaker, body spoken for, source, grounds and passages, as a positional row: the
// columns that its node keeps as JSON, and what other records change. `self` is the assertion, `speaker` and `claim`
// are bound beside it.
[self.columns, self.chain, self.withdrawnAt, self.supersededById,
  {{claim claim}},
  {{entity speaker}},
  head([(self)-[:ON_BEHALF_OF]->(body:Entity) | {{entity body}}]),
  head([(self)-[:MADE_IN]->(source:Source) | {{source source}}]),
  [(self)-[link:BASED_ON]->(ground:Source) | [link.position, {{source ground}}]],
  [(self)-[link:QUOTES]->(passage:Passage)-[:OF]->(version:SourceVersion) |
    [link.position, {{passage passage}}, {{passage-version version}}]]]

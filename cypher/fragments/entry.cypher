// An assertion as far as counting a claim needs it: the columns that its node keeps as JSON, and what other records
// change. `self` is the assertion, `speaker` is bound beside it. What it warns of is counted after it is written, and not
// there until then.
[self.columns, self.claimId, self.chain, self.sourceId, self.readInIds,
  coalesce('CONCERNS_IMPOSSIBLE' IN self.warningCodes, false), self.withdrawnAt, self.supersededById,
  {{entity speaker}}, head([(self)-[:ON_BEHALF_OF]->(body:Entity) | {{entity body}}])]

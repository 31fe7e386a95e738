// An assertion as far as counting a claim needs it. `self` is the assertion, `speaker` is bound beside it. What it warns
// of is counted after it is written, and not there until then.
[self.id, self.claimId, self.stance, self.commitment, self.basis, self.method, self.attributedToId, self.chain,
  self.copyOfId, {{entity speaker}},
  head([(self)-[:ON_BEHALF_OF]->(body:Entity) | {{entity body}}]),
  self.role, self.sourceId, self.readInIds, self.modality, self.condition,
  self.saidEdtf, self.saidEarliest, self.saidLatest, self.saidOriginal, self.saidResolvedAgainst,
  coalesce('CONCERNS_IMPOSSIBLE' IN self.warningCodes, false),
  self.recordedAt, self.position, self.withdrawnAt, self.supersededById]

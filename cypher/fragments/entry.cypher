// An assertion as far as counting a claim needs it. `self` is the assertion, `speaker` is bound beside it.
[self.id, self.claimId, self.stance, self.commitment, self.basis, self.method, self.attributedToId, self.chain,
  self.copyOfId, {{entity speaker}},
  head([(self)-[:ON_BEHALF_OF]->(body:Entity) | {{entity body}}]),
  self.role, self.sourceId, self.readInIds, self.modality, self.condition,
  self.saidEdtf, self.saidEarliest, self.saidLatest, self.saidOriginal, self.saidResolvedAgainst,
  self.recordedAt, self.position, self.withdrawnAt, self.supersededById]

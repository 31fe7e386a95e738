// A claim relation as a positional row. `self` is the relation.
[self.id, self.recordedAt, self.position, self.version,
  self.kind, self.fromId, self.toId, self.reasonLanguages, self.reasons, self.status, self.assertedByIds,
  self.proposedBy]

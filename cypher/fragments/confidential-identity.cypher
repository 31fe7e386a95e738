// A confidential identity as a positional row. `self` is the identity.
[self.id, self.recordedAt, self.position, self.version,
  self.entityId, self.nameTexts, self.nameLanguages, self.nameKinds, self.note, self.by,
  self.withdrawnAt, self.withdrawalReason]

// A judgement of identity as a positional row. `self` is the judgement.
[self.id, self.recordedAt, self.position, self.version,
  self.verdict, self.betweenIds, self.by, self.reasonLanguages, self.reasons]

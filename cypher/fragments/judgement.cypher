// A judgement of identity as a positional row. `self` is the judgement. How it came to be was not always kept: what is
// not known to be a person's is told as imported.
[self.id, self.recordedAt, self.position, self.version,
  self.verdict, self.betweenIds, self.by, coalesce(self.method, 'IMPORT'), self.reasonLanguages,
  self.reasons]

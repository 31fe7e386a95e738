// A claim as a positional row. `self` is the claim.
[self.id, self.recordedAt, self.position, self.version,
  self.slug, self.textLanguages, self.texts, self.language, self.nature, self.aboutIds,
  self.concernsEdtf, self.concernsEarliest, self.concernsLatest, self.concernsOriginal, self.concernsResolvedAgainst,
  self.status]

// A source as a positional row. `self` is the source.
[self.id, self.recordedAt, self.position, self.version,
  self.slug, self.kind, self.titleLanguages, self.titles, self.url, self.publisherId, self.authorIds,
  self.publishedEdtf, self.publishedEarliest, self.publishedLatest, self.publishedOriginal, self.publishedResolvedAgainst,
  self.inForceEdtf, self.inForceEarliest, self.inForceLatest, self.inForceOriginal, self.inForceResolvedAgainst,
  self.language, self.seen, self.access, self.derivations, self.disclaimerId]

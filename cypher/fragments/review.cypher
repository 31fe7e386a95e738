// A review as a positional row. `self` is the review.
[self.id, self.recordedAt, self.position, self.version,
  self.claimId, self.reviewerId, self.rating, self.normalized, self.url,
  self.publishedEdtf, self.publishedEarliest, self.publishedLatest, self.publishedOriginal, self.publishedResolvedAgainst,
  self.withdrawnAt, self.withdrawalReason]

// A request for a reply as a positional row. `self` is the request.
[self.id, self.recordedAt, self.position, self.version,
  self.claimId, self.assertionId, self.toId, self.channel, self.questionLanguages, self.questions,
  self.askedEdtf, self.askedEarliest, self.askedLatest, self.askedOriginal, self.askedResolvedAgainst,
  self.deadline, self.replyId, self.by,
  self.withdrawnAt, self.withdrawalReason]

// An assertion with its claim, speaker, body spoken for, source, grounds and passages, as a positional row.
// `self` is the assertion, `speaker` and `claim` are bound beside it.
[self.id, self.recordedAt, self.position, self.version,
  self.speakerAsNamed, self.role, self.stance, self.commitment, self.modality, self.condition, self.directness,
  self.cue, self.prompt, self.inResponseToId, self.basis,
  self.saidEdtf, self.saidEarliest, self.saidLatest, self.saidOriginal, self.saidResolvedAgainst,
  self.saidIn, self.attributedToId, self.chain, self.copyOfId, self.copyReason, self.withdrawnAt,
  self.withdrawalReason, self.supersedesId, self.supersededById, self.method, self.warnings,
  {{claim claim}},
  {{entity speaker}},
  head([(self)-[:ON_BEHALF_OF]->(body:Entity) | {{entity body}}]),
  head([(self)-[:MADE_IN]->(source:Source) | {{source source}}]),
  [(self)-[link:BASED_ON]->(ground:Source) | [link.position, {{source ground}}]],
  [(self)-[link:QUOTES]->(passage:Passage)-[:OF]->(version:SourceVersion) |
    [link.position, {{passage passage}}, {{source-version version}}]]]

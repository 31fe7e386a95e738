// A source version as a positional row. `self` is the version.
[self.id, self.recordedAt, self.position, self.version,
  self.sourceId, self.sha256, self.retrievedAt, self.retrievedFrom, self.archivedAt, self.length]

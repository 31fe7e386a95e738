// A passage as a positional row, without its version. `self` is the passage.
[self.id, self.recordedAt, self.position, self.version,
  self.exact, self.prefix, self.suffix, self.start, self.end, self.language, self.rendering,
  self.translationLanguages, self.translations,
  self.verificationState, self.verificationCheckedAt, self.verificationFound]

// A draft as a positional row. `self` is the draft.
[self.id, self.recordedAt, self.position, self.version, self.state]

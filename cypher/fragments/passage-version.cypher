// Of the version that a passage stands in, the columns that end the passage's row. `self` is the version.
self.id, self.sourceId, self.archivedAt

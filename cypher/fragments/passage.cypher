// A passage's own part of its row: the columns that its node keeps as JSON. `self` is the passage.
self.columns

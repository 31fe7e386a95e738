// A source as a row: the columns that its node keeps as JSON. `self` is the source.
self.columns

// A source version as a row: the columns that its node keeps as JSON. `self` is the version.
self.columns

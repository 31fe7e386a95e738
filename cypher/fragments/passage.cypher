// A passage as a row, without its version: the columns that its node keeps as JSON. `self` is the passage.
self.columns

// A claim as a row: the columns that its node keeps as JSON, and what is counted. `self` is the claim.
[self.columns, self.status]

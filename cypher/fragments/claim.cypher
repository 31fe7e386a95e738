// A claim as a row: the columns that its node keeps as JSON, its status, and how much is said of it. `self` is the claim.
[self.columns, self.status, self.assertionCountKey]

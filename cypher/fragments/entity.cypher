// An entity as a row: the columns that its node keeps as JSON, and its cluster. `self` is the entity.
[self.columns, self.clusterId]

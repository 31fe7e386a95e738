// An entity as a row: the columns that its node keeps as JSON, its cluster, and what others of it are called. `self` is
// the entity.
[self.columns, self.clusterId, self.otherNames]

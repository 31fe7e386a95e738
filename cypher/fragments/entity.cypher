// An entity as a positional row. `self` is the entity.
[self.id, self.recordedAt, self.position, self.version,
  self.slug, self.kind, self.nameTexts, self.nameLanguages, self.nameKinds,
  self.descriptionLanguages, self.descriptions, self.anonymity, self.wikidata, self.clusterId, self.sourceId]

// The conditions of an entity filter on `e`, an entity that speaks.
e.id = e.clusterId AND e.speaks
    AND ($kind IS NULL OR e.kind IN $kind)
    AND ($anonymous IS NULL OR (e.anonymity <> 'NAMED') = $anonymous)
    AND ($name IS NULL OR all(needle IN $name WHERE e.searchText CONTAINS needle))

// The conditions of an entity filter on `e`, an entity that speaks.
e.id = e.clusterId AND e.speaks
    AND ('*' IN $kind OR e.kind IN $kind)
    AND ((e.anonymity <> 'NAMED') IN $anonymous)
    AND all(needle IN $name WHERE e.searchText CONTAINS needle)

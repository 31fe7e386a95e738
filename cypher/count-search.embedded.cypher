// How many nodes hold every needle, counted to 10,001.
// The embedded engine has no full-text index that finds every hit, so that each text is read.
// params: needles, types
// returns: [total]
MATCH (n:Searchable)
WHERE n.recordType IN $types
  AND all(needle IN $needles WHERE n.searchText CONTAINS needle)
  AND (n.recordType <> 'Entity' OR n.id = n.clusterId)
WITH n LIMIT 10001
RETURN count(n) AS total

// How many nodes hold every needle, counted to 10,001.
// Neo4j narrows by its full-text index first; CONTAINS decides on both engines.
// params: needles, types; lucene: what the full-text index is asked
// returns: [total]
CALL db.index.fulltext.queryNodes('searchText', $lucene) YIELD node AS n
WHERE n.recordType IN $types
  AND all(needle IN $needles WHERE n.searchText CONTAINS needle)
  AND (n.recordType <> 'Entity' OR n.id = n.clusterId)
WITH n LIMIT 10001
RETURN count(n) AS total

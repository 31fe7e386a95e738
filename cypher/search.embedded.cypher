// Pages of what holds every needle: whole phrase first, then newest, then id.
// The embedded engine has no full-text index that finds every hit, so that each text is read.
// params: asked: [{key, needles, phrase: normalized text; types: record types}], one for each page wanted; latest, beyondId:
//   the order key and the id that it comes after ('~' and '' for a first page); limit
// returns: [key, hits in no order], a hit: [order key, id, record type, row, version row of a passage]
UNWIND $asked AS one
CALL (one) {
  MATCH (n:Searchable)
  WHERE n.recordType IN one.types
    AND all(needle IN one.needles WHERE n.searchText CONTAINS needle)
    AND (n.recordType <> 'Entity' OR n.id = n.clusterId)
  WITH n, CASE WHEN n.searchText CONTAINS one.phrase THEN '1' ELSE '0' END + n.recordedAt AS k
  WHERE k < $latest OR (k = $latest AND n.id > $beyondId)
  WITH n, k
  ORDER BY k DESC, n.id
  LIMIT $limit
  RETURN collect([k, n.id, n.recordType,
    CASE n.recordType
      WHEN 'Claim' THEN {{claim n}}
      WHEN 'Entity' THEN {{entity n}}
      WHEN 'Source' THEN {{source n}}
      ELSE {{passage n}}
    END,
    head([(n)-[:OF]->(version:SourceVersion) WHERE n.recordType = 'Passage' | [{{passage-version version}}]])]) AS hits
}
RETURN one.key AS key, hits

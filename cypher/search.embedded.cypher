// One page of what holds every needle: whole phrase first, then newest, then id.
// The embedded engine has no full-text index that finds every hit, so that each text is read.
// params: needles, phrase: normalized text; types: record types; and the page (see fragments/page.cypher)
// returns: a row of all hits, in no order: [order key, id, record type, row, version row of a passage]
MATCH (n:Searchable)
WHERE n.recordType IN $types
  AND all(needle IN $needles WHERE n.searchText CONTAINS needle)
  AND (n.recordType <> 'Entity' OR n.id = n.clusterId)
WITH n, CASE WHEN n.searchText CONTAINS $phrase THEN '1' ELSE '0' END + n.recordedAt AS k
WHERE $beyondId = ''
  OR ($keyDescending AND k < $beyondKey)
  OR (NOT $keyDescending AND k > $beyondKey)
  OR (k = $beyondKey AND $idDescending AND n.id < $beyondId)
  OR (k = $beyondKey AND NOT $idDescending AND n.id > $beyondId)
WITH n, k
ORDER BY CASE WHEN $keyDescending THEN k END DESC, CASE WHEN $keyDescending THEN null ELSE k END,
  CASE WHEN $idDescending THEN n.id END DESC, CASE WHEN $idDescending THEN null ELSE n.id END
LIMIT $limit
RETURN collect([k, n.id, n.recordType,
  CASE n.recordType
    WHEN 'Claim' THEN {{claim n}}
    WHEN 'Entity' THEN {{entity n}}
    WHEN 'Source' THEN {{source n}}
    ELSE {{passage n}}
  END,
  head([(n)-[:OF]->(version:SourceVersion) | [{{passage-version version}}]])]) AS hits

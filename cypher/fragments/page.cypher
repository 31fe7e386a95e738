// The ids of one page of `id` with its order key `k`, in the direction of travel.
WITH id, k
  WHERE $beyondId = ''
    OR ($keyDescending AND k < $beyondKey)
    OR (NOT $keyDescending AND k > $beyondKey)
    OR (k = $beyondKey AND $idDescending AND id < $beyondId)
    OR (k = $beyondKey AND NOT $idDescending AND id > $beyondId)
  WITH id, k
  ORDER BY CASE WHEN $keyDescending THEN k END DESC, CASE WHEN $keyDescending THEN null ELSE k END,
    CASE WHEN $idDescending THEN id END DESC, CASE WHEN $idDescending THEN null ELSE id END
  LIMIT $limit
  RETURN collect([id, k]) AS page

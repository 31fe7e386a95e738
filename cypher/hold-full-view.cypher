// Takes the making of the full view, or goes on with it, and holds the head of the log to the commit: for one maker, until
// nothing was heard of it for too long.
// params: by: who would make it; at: the instant; silentSince: whoever was not heard of since then makes it no more
// returns: [who makes it, whether it is there]; no row in a store that is not migrated
MATCH (head:LogHead {id: 'head'})
SET head.lockedBy = $by
WITH head,
  CASE WHEN coalesce(head.viewMaker, $by) = $by OR head.viewMakerSeen < $silentSince THEN $by ELSE head.viewMaker END AS maker
SET head.viewMaker = maker, head.viewMakerSeen = CASE WHEN maker = $by THEN $at ELSE head.viewMakerSeen END
RETURN maker, coalesce(head.split, false) AS split

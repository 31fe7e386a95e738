// Takes the making of the full view, or goes on with it, and holds the head of the log to the commit: for one maker, until
// nothing was heard of it for too long.
// params: by: who would make it; begins: whether it may take what nobody makes; at: the instant; silentSince: whoever was not
//   heard of since then makes it no more
// returns: [who makes it, empty for nobody; whether it is there]; no row in a store that is not migrated
MATCH (head:LogHead {id: 'head'})
SET head.lockedBy = $by
WITH head, coalesce(head.viewMaker, '') AS before
WITH head, before,
  before = $by OR ($begins AND (before = '' OR coalesce(head.viewMakerSeen, '') < $silentSince)) AS own
SET head.viewMaker = CASE WHEN own THEN $by ELSE head.viewMaker END,
  head.viewMakerSeen = CASE WHEN own THEN $at ELSE head.viewMakerSeen END
RETURN CASE WHEN own THEN $by ELSE before END AS maker, coalesce(head.split, false) AS split

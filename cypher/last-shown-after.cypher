// When the public last came to see some assertions, of those that it came to see after an instant.
// params: ids, after (instant)
// returns: id, last (instant)
MATCH (change:ViewChange)
WHERE change.recordedAt > $after
UNWIND change.assertionIds AS id
WITH id, change.recordedAt AS shown
WHERE id IN $ids
RETURN id, max(shown) AS last

// When the next embargo ends, after an instant.
// params: at (instant)
// returns: one row: next (null for none)
MATCH (s:Source {access: 'EMBARGOED'})
WHERE s.embargoedUntil > $at
RETURN min(s.embargoedUntil) AS next

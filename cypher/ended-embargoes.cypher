// The sources whose embargo has ended at an instant, and that are kept hidden still.
// params: at (instant)
// returns: one row: ids
MATCH (s:Source {access: 'EMBARGOED'})
WHERE s.hidden AND s.embargoedUntil <= $at
RETURN collect(s.id) AS ids

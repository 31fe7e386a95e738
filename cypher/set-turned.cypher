// Keeps with the head of the log when the public came to see, or to see no longer, what was recorded before.
// params: at (instant)
// returns: nothing
MATCH (head:LogHead {id: 'head'})
SET head.turnedAt = $at

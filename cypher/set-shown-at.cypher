// Keeps with the head of the log when the hour let the public see something, so that nothing is recorded before it.
// params: at (instant)
// returns: nothing
MATCH (head:LogHead {id: 'head'})
SET head.shownAt = $at

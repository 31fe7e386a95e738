// Keeps with the head of the log that there is a full view, and when the next embargo ends.
// params: nextEmbargoEnd (instant, empty for none)
// returns: nothing
MATCH (head:LogHead {id: 'head'})
SET head.split = true, head.nextEmbargoEnd = $nextEmbargoEnd

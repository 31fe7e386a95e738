// Keeps with the head of the log that there is a full view, and what is kept of both.
// params: nextEmbargoEnd, turnedAt, shownAt (instants), viewChangesHash, viewsSeal; each empty for none
// returns: nothing
MATCH (head:LogHead {id: 'head'})
SET head.split = true, head.nextEmbargoEnd = $nextEmbargoEnd, head.turnedAt = $turnedAt, head.shownAt = $shownAt,
  head.viewChangesHash = $viewChangesHash, head.viewsSeal = $viewsSeal

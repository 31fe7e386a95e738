// What is kept of the views with the head of the log.
// params: none
// returns: nextEmbargoEnd, turnedAt, shownAt (instants), viewChangesHash, viewsSeal; each empty or null for none
MATCH (head:LogHead {id: 'head'})
RETURN head.nextEmbargoEnd AS nextEmbargoEnd, head.turnedAt AS turnedAt, head.shownAt AS shownAt,
  head.viewChangesHash AS viewChangesHash, head.viewsSeal AS viewsSeal

// Whether there is a full view beside the public one, and when the next embargo ends.
// params: none
// returns: split (null for no), nextEmbargoEnd (instant, empty or null for none)
MATCH (head:LogHead {id: 'head'})
RETURN head.split AS split, head.nextEmbargoEnd AS nextEmbargoEnd

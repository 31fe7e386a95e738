// Takes the mark of a half-restored store away.
// params: run
// returns: nothing
MATCH (restore:Restore {id: 'restore', run: $run})
DELETE restore

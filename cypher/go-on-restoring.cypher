// Holds the mark of a half-restored store to the commit, so that no other run begins anew meanwhile.
// params: none
// returns: [name of the run that restores it]; no row in a store that is whole
MATCH (restore:Restore {id: 'restore'})
SET restore.held = true
RETURN restore.run AS run

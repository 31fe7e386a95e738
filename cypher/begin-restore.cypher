// Marks the store as half restored, by this run and no other.
// params: run
// returns: nothing
MERGE (restore:Restore {id: 'restore'})
SET restore.run = $run

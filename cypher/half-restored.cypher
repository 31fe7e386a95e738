// Whether the store is half restored.
// params: none
// returns: [name of the run that restores it]; no row in a store that is whole
MATCH (restore:Restore {id: 'restore'})
RETURN restore.run AS run

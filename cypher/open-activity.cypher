// Makes the activity that states are about to be written under.
// params: id
// returns: nothing
MERGE (activity:Activity {id: $id})

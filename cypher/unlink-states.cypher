// Parts records from their states.
// params: ids
// returns: nothing
UNWIND $ids AS id
MATCH (state:State {of: id})-[link:STATE_OF]->()
DELETE link

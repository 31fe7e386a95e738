// Keeps what the public was shown, or shown no more, without that anything of it was recorded: for those who listen.
// params: id; properties
// returns: nothing
MERGE (change:ViewChange {id: $id})
SET change += $properties

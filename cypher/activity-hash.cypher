// One activity's id and hash, by its number in the log.
// params: sequence
// returns: [id, hash]; no row where the log has none of that number
MATCH (a:Activity {sequence: $sequence})
RETURN a.id AS id, a.hash AS hash

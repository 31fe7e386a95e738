// The hash of one activity, by its number in the log.
// params: sequence
// returns: [hash]; no row where the log has none of that number
MATCH (a:Activity {sequence: $sequence})
RETURN a.hash AS hash

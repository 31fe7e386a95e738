// When activities were recorded, and how much each changed, by their numbers in the log.
// params: sequences: 1 for the first
// returns: [sequence, recordedAt, added, revised], in no order; no row for a number that the log does not have
UNWIND $sequences AS sequence
MATCH (a:Activity {sequence: sequence})
RETURN sequence, a.recordedAt AS recordedAt, a.added AS added, a.revised AS revised

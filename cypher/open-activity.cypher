// Makes the activity that states are about to be written under.
// params: id, by (who records it: what the public sees of its records may say so), recordedAt (what its records' places are found by)
// returns: nothing
MERGE (activity:Activity {id: $id})
SET activity.by = $by, activity.recordedAt = $recordedAt

// The holds that were not released, the oldest first. There are few: all of them are read, whichever are wanted.
// params: none
// returns: [id, id of the record that it is on, reason, by, recordedAt]
MATCH (hold:Hold)
WHERE NOT hold.released
RETURN hold.id AS id, hold.recordId AS recordId, hold.reason AS reason, hold.by AS by, hold.recordedAt AS recordedAt
ORDER BY recordedAt, id

// The holds that are or were on records, released ones too. There are few: all of them are read.
// params: ids: record ids
// returns: [hold id]
MATCH (hold:Hold)
WHERE hold.recordId IN $ids
RETURN hold.id AS id
ORDER BY id

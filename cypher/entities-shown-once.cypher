// Of some entities those that records showed everybody which name them no more.
// params: ids
// returns: id, shownBy: each until when and the record, a space between them
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE e.shownBy IS NOT NULL
RETURN id, e.shownBy AS shownBy

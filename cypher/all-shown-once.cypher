// The entities that records showed everybody which name them no more.
// params: none
// returns: id, shownBy: each until when and the record, a space between them
MATCH (e:Entity)
WHERE e.shownBy IS NOT NULL
RETURN e.id AS id, e.shownBy AS shownBy

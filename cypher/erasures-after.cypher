// How many records were erased after a place in the log.
// params: after: the number of the last activity before
// returns: [how many]
MATCH (a:Activity)
WHERE a.sequence > $after
MATCH (a)-[:CHANGED]->(s:State)
WHERE s.payload CONTAINS '"erased":{'
RETURN count(s) AS erased

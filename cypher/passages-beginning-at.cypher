// The passages of versions of sources that begin at any of the given places.
// params: places: [{version, starts}], each version once, its places as Passage.startKey has them
// returns: [passage id]
UNWIND $places AS place
MATCH (:SourceVersion {id: place.version})<-[:OF]-(p:Passage)
WHERE p.startKey IN place.starts
RETURN p.id AS id

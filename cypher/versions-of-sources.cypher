// The versions of each source, the newest recorded first.
// params: ids: source ids
// returns: [source id, version row]
UNWIND $ids AS id
MATCH (:Source {id: id})<-[:VERSION_OF]-(self:SourceVersion)
RETURN id, {{source-version self}} AS version

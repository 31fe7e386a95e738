// Keeps what bundles said of records, each as an aside; what they said before stays.
// params: rows: [{number, properties}]
// returns: nothing
UNWIND $rows AS row
MERGE (aside:Aside {number: row.number})
SET aside:Edition, aside += row.properties

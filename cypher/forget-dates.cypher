// Takes dates away that nothing says any more.
// params: edtfs
// returns: nothing
UNWIND $edtfs AS edtf
MATCH (date:Date {edtf: edtf})
DETACH DELETE date

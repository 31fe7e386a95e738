// The dates that anything links to.
// params: edtfs: those wanted
// returns: [edtf, earliest, latest]
UNWIND $edtfs AS edtf
MATCH (d:Date {edtf: edtf})
RETURN edtf, d.earliest AS earliest, d.latest AS latest

// Requests for a reply are found by their id; on the embedded engine a constraint is no index.
CREATE CONSTRAINT ReplyRequest_id IF NOT EXISTS FOR (n:ReplyRequest) REQUIRE n.id IS UNIQUE;
CREATE INDEX ReplyRequest_id_index IF NOT EXISTS FOR (n:ReplyRequest) ON (n.id);

// Requests for a reply are found by their id.
CREATE CONSTRAINT ReplyRequest_id IF NOT EXISTS FOR (n:ReplyRequest) REQUIRE n.id IS UNIQUE;

// What each bundle said last of a record is looked up by the record, when the bundle is loaded again.
CREATE CONSTRAINT Edition_id IF NOT EXISTS FOR (n:Edition) REQUIRE n.id IS UNIQUE;
CREATE INDEX Edition_recordId IF NOT EXISTS FOR (n:Edition) ON (n.recordId);

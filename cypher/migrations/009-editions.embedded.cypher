// What each bundle said last of a record is looked up by the record; on the embedded engine a constraint is no index.
CREATE CONSTRAINT Edition_id IF NOT EXISTS FOR (n:Edition) REQUIRE n.id IS UNIQUE;
CREATE INDEX Edition_id_index IF NOT EXISTS FOR (n:Edition) ON (n.id) USING BTREE;
CREATE INDEX Edition_recordId IF NOT EXISTS FOR (n:Edition) ON (n.recordId);

// Drafts are found by their id; on the embedded engine a constraint is no index.
CREATE CONSTRAINT Draft_id IF NOT EXISTS FOR (n:Draft) REQUIRE n.id IS UNIQUE;
CREATE INDEX Draft_id_index IF NOT EXISTS FOR (n:Draft) ON (n.id);

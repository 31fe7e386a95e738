// The keys of callers, found by their hash; on the embedded engine a constraint is no index.
CREATE CONSTRAINT Key_id IF NOT EXISTS FOR (n:Key) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT Key_hash IF NOT EXISTS FOR (n:Key) REQUIRE n.hash IS UNIQUE;
CREATE INDEX Key_id_index IF NOT EXISTS FOR (n:Key) ON (n.id);
CREATE INDEX Key_hash_index IF NOT EXISTS FOR (n:Key) ON (n.hash);

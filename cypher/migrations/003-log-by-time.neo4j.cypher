// The log is read on from an instant.
CREATE INDEX Activity_recordedAt IF NOT EXISTS FOR (n:Activity) ON (n.recordedAt);

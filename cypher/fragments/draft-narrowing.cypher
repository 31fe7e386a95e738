// The conditions of a filter of drafts on `d`.
('*' IN $status OR d.status IN $status) AND ('*' IN $author OR d.authorId IN $author)

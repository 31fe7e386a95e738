// The conditions of a claim filter on `c`; a list that holds '*' narrows nothing. Their types never
// change, so that one plan serves every combination.
('*' IN $about OR any(member IN c.aboutMembers WHERE member IN $about))
    AND ('*' IN $speaker OR any(member IN c.speakerMembers WHERE member IN $speaker))
    AND ('*' IN $source OR any(id IN c.sourceIds WHERE id IN $source))
    AND ('*' IN $nature OR c.nature IN $nature)
    AND ('*' IN $status OR c.status IN $status)
    AND (c.reviewed IN $reviewed)
    AND (c.anonymousOnly IN $anonymousOnly)
    AND ((c.independentOrigins = 1) IN $singleOrigin)
    AND (c.hasContradiction IN $hasContradiction)
    AND all(needle IN $text WHERE c.searchText CONTAINS needle)
    AND ($concernsMatch = 'ANY'
      OR ($concernsMatch = 'POSSIBLY' AND c.concernsFrom <= $concernsTo AND c.concernsTo >= $concernsFrom)
      OR ($concernsMatch = 'CERTAINLY' AND NOT c.concernsQualified
        AND ($concernsFrom = '' OR c.concernsEarliest >= $concernsFrom) AND ($concernsTo = '~' OR c.concernsLatest <= $concernsTo)))

// The conditions of a claim filter on `c`; each parameter that is null narrows nothing.
($about IS NULL OR any(member IN c.aboutMembers WHERE member IN $about))
    AND ($speaker IS NULL OR any(member IN c.speakerMembers WHERE member IN $speaker))
    AND ($source IS NULL OR any(id IN c.sourceIds WHERE id IN $source))
    AND ($nature IS NULL OR c.nature IN $nature)
    AND ($status IS NULL OR c.status IN $status)
    AND ($reviewed IS NULL OR c.reviewed = $reviewed)
    AND ($anonymousOnly IS NULL OR c.anonymousOnly = $anonymousOnly)
    AND ($singleOrigin IS NULL OR (c.independentOrigins = 1) = $singleOrigin)
    AND ($hasContradiction IS NULL OR c.hasContradiction = $hasContradiction)
    AND ($text IS NULL OR all(needle IN $text WHERE c.searchText CONTAINS needle))
    AND ($concernsMatch IS NULL
      OR ($concernsMatch = 'POSSIBLY' AND c.concernsFrom <= $concernsTo AND c.concernsTo >= $concernsFrom)
      OR ($concernsMatch = 'CERTAINLY' AND NOT c.concernsQualified
        AND c.concernsFrom >= $concernsFrom AND c.concernsTo <= $concernsTo))

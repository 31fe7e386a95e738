// The condition of a range of days on when the assertion `a` was said: `$saidMatch` is ANY where none is given, and open ends
// are '' and '~'.
($saidMatch = 'ANY'
      OR ($saidMatch = 'POSSIBLY' AND a.saidFrom <= $saidTo AND a.saidTo >= $saidFrom)
      OR ($saidMatch = 'CERTAINLY' AND NOT a.saidQualified
        AND ($saidFrom = '' OR a.saidEarliest >= $saidFrom) AND ($saidTo = '~' OR a.saidLatest <= $saidTo)))

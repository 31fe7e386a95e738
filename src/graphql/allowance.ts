/**
 * What one request may still cost. Called with the points of what is about to be done, it takes them from what the caller
 * may ask for in a minute, and resolves when there is room for so much work beside all that is under way. Rejects with
 * LimitExceeded where the points are used up, or where no room was found in time.
 */
export interface Allowance {
  (points: number): Promise<void>;
  /** When the request came, as `performance.now()` tells it; absent where nobody waited. */
  readonly since?: number;
  /**
   * Tells that the request goes on for as long as somebody listens: from then on it is counted among those, and takes
   * no room from what is answered once. Rejects with LimitExceeded where too many listen. Absent where nobody counts.
   */
  readonly stream?: () => Promise<void>;
}

/** What the server holds one caller and all of them to. */
export interface GateLimits {
  /** The largest body, in bytes: of those who may record, and of all others. */
  readonly bodyBytes: number;
  readonly recorderBodyBytes: number;
  /** Points in a minute of one caller with a key or token, and of one address without. */
  readonly callerRate: number;
  readonly addressRate: number;
  /** Keys and tokens in a minute that are not taken, of one address. */
  readonly failedRate: number;
  /** How many requests are worked on at once, and how many wait for that. */
  readonly running: number;
  readonly waiting: number;
  /** How many points what is worked on at once may have: what is dear is worked on beside little else. */
  readonly runningPoints: number;
  /** Whose X-Forwarded-For is believed: addresses, or ranges such as 10.0.0.0/8. */
  readonly trustedProxies: readonly string[];
}

/** What nobody has had a reason to change. */
export const fixedLimits = {
  urlCharacters: 8_192,
  headers: 100,
  /** All of the headers, with the request line. */
  headerBytes: 16_384,
  /** All bodies that are held at once. */
  bodiesBytes: 64 * 1024 * 1024,
  headersMs: 5_000,
  requestMs: 30_000,
  waitMs: 5_000,
  connections: 10_000,
  /** Streams of events that are open at once. */
  streams: 1_000,
} as const;

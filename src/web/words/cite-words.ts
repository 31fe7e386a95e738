/** What goes with whatever leaves the service, in one language. */
export interface CiteWords {
  /** Whose the words and the record are, as far as the service can say. */
  readonly rights: string;
  readonly asData: string;
  readonly csvNote: string;
}

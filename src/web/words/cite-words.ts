/** Of what is taken away, downloads and citations, in one language. All of it is plain text. */
export interface CiteWords {
  /** Whose the words and the record are, as far as the service can say. */
  readonly rights: string;
  readonly asData: string;
  readonly csvNote: string;
  readonly cite: string;
  /** The sentence for print, as against the formats of programs. */
  readonly forPrint: string;
  /** A name with what is to be known of its bearer. */
  marked(name: string, marks: readonly string[]): string;
  speakingFor(name: string, body: string): string;
  /** Who takes which position on what: "The paper passes on (takes no side) that The witness affirms: …". */
  statement(said: {
    readonly speaker: string;
    readonly stance: string;
    readonly hedge: string | null;
    readonly passesOn: { readonly name: string; readonly commitment: string } | null;
    readonly headline: string;
  }): string;
  /** How sure, and what it hangs on. */
  under(hedge: string, condition: string): string;
  /** An address within a sentence, told from what follows it. */
  address(url: string): string;
  saidOn(date: string): string;
  /** The title of a text, and what is known of it. */
  inSource(title: string, about: readonly string[]): string;
  archivedAt(address: string): string;
  readOn(day: string): string;
  /** Words as they stand in a text, with what they are in and whether they are the speaker's own. */
  quote(exact: string, notes: readonly string[]): string;
  readonly ownWords: string;
  characters(first: number, last: number): string;
  withdrawn(day: string, reason: string | null): string;
  readonly replaced: string;
  /** The sentence for print. */
  sentence(parts: readonly string[], version: number, day: string, address: string): string;
  /** The same of a list, which has no versions: what a search found. */
  list(title: string, day: string, address: string): string;
  /** Parts of a note, each a sentence. */
  note(parts: readonly string[]): string;
}

/** What the map of the schema says, in one language. What the schema says of itself stays in its own. */
export interface SchemaWords {
  readonly title: string;
  readonly intro: string;
  /** In which language the schema's own words are, where that is another. */
  readonly ownWords: string | null;
  readonly picture: string;
  readonly pictureNote: string;
  readonly query: string;
  readonly records: string;
  readonly parts: string;
  readonly mutation: string;
  readonly subscription: string;
  readonly shownAs: string;
  readonly leadHere: string;
  readonly many: string;
  readonly values: string;
}

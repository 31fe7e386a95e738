/** What Onrecord uses of the `edtf` package, which comes without types. */
declare module 'edtf' {
  export interface ParsedEdtf {
    readonly type?: 'Date' | 'Season' | 'Year' | 'Decade' | 'Century' | 'Interval' | 'Set' | 'List';
    /** The level of the standard that the text needs; what is nested in an interval may have none. */
    readonly level?: number;
  }
  /** Throws where the text is no EDTF, or needs a higher level than asked for. */
  export function parse(text: string, constraints?: { readonly level?: number }): ParsedEdtf;
}

/** The one dictionary used of `opencc-js`, which types its converters only: pairs by spaces, joined by "|". */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}

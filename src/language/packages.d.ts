/** Packages that ship no types; these are of what is used here. */
declare module 'stopword' {
  export const eng: readonly string[];
  export const rus: readonly string[];
}
declare module 'snowball-stemmers' {
  const snowball: { newStemmer(algorithm: string): { stem(word: string): string } };
  export default snowball;
}

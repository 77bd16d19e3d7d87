/** The package ships no types; these are of what is used here: instants in milliseconds, NaN or Infinity where open. */
declare module 'edtf' {
  export default function edtf(text: string): { min: unknown; max: unknown };
}

/** Whether a text shows a fact: spelling of figures and case do not matter, and a figure must stand whole. */

/** Lower case, and figures without what parts their thousands: "1,495,401" and "1 495 401" become "1495401". */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=\d)[\s\u00A0\u202F,](?=\d{3}(?!\d))/gu, '');

/** True where each fact, a regular expression, is found in the text. */
export function showsAll(facts: readonly string[], text: string): boolean {
  const shown = plain(text);
  return facts.every((fact) => new RegExp(`(?<!\\d)(?:${fact})(?!\\d)`, 'iu').test(shown));
}

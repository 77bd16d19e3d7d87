/** Everyday words that ask for the same, whatever the subject. A pack adds its own. */
import { wordList } from './word-list.ts';

/** The groups of a language's thesaurus, each of words and phrases that stand for one another. */
export const everyday = (language: string): readonly (readonly string[])[] => wordList('thesaurus', language);

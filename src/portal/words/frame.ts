/** The words of the frame in both languages; they come with the first visit. */
import de from './de/frame.ts';
import en from './en/frame.ts';

export const FRAME = { de, en };

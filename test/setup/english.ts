/** How a test tells that a text which should be German is English. */

/** Small words that English sentences can hardly do without, and that no German sentence has. */
export const ENGLISH =
  /(?<![\w-./@])(the|and|of|is|are|not|with|for|from|this|that|must|cannot|to|be|by|which|its|has|have|needs|only|every|stands|without)(?![\w-/:@=.]\w|[-/=])(?!\.\w)\b/i;

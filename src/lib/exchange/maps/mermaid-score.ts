/*
 * Emotion runs from −2 to +2, a Mermaid score from 0 to 5: five places against six. Both ways the line 0 → −2, 5 → +2 is
 * followed to the nearest, a half counting up: −2 −1 0 +1 +2 become 0 1 3 4 5, and 0 1 2 3 4 5 become −2 −1 0 0 +1 +2. So
 * an emotion that goes out comes in the same; a score of 2 comes in as 0 and would go out as 3.
 */

/** The Mermaid score of an emotion; 3, in the middle, for one that is not known. */
export const scoreOf = (emotion: number | null): number => (emotion === null ? 3 : Math.round(((emotion + 2) * 5) / 4));

/** The emotion of a Mermaid score from 0 to 5. */
export const emotionOf = (score: number): number => Math.round((score * 4) / 5 - 2) + 0;

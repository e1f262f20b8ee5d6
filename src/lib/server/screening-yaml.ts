import { Lexer } from 'yaml';

const mostBytes = 1024 * 1024;
// the largest framework that is shipped has 4,000 tokens and is four deep
const mostTokens = 30_000;
const deepest = 20;
const mostMarksOnLine = 100;
const widestIndent = 200;

/**
 * Why a text is not even to be parsed, or null. Parsing costs far more than its size where lists are nested some
 * thousands deep or keys come by the ten thousand, and very deep nesting ends the whole process in a way that cannot be
 * caught. The lexer alone reads any text in bounded memory, and is left at the first sign. `what` names the kind of document.
 */
export function refusalOf(text: string, what: string): string | null {
	if (new TextEncoder().encode(text).length > mostBytes) return 'The file must be 1 MB or smaller';
	let [tokens, depth, marks, previous] = [0, 0, 0, '\n'];
	for (const token of new Lexer().lex(text)) {
		if (++tokens > mostTokens) return `The file has too many parts to be a ${what}`;
		if (token === '[' || token === '{') depth++;
		if (token === ']' || token === '}') depth--;
		if (token === '-' || token === '?' || token === ':') marks++;
		if (token.endsWith('\n')) marks = 0;
		const indent = previous.endsWith('\n') && token.trim() === '' ? token.length : 0;
		if (depth > deepest || marks > mostMarksOnLine || indent > widestIndent) return `The file has lists nested too deeply to be a ${what}`;
		previous = token;
	}
	return null;
}

import { dictionary } from '@zxcvbn-ts/language-common';

const shortest = 12;
const longest = 128;
const common = new Set(
	Object.values(dictionary)
		.flat()
		.map((word) => String(word).toLowerCase())
);

/** The word behind a password made longer with figures and signs: 'Password2026!!' is still 'password'. */
const stem = (password: string) => password.toLowerCase().replace(/[^\p{Letter}]+$/u, '');

/**
 * Why a password is refused, in a sentence, or null when it is good. Length and a list of common ones, as the National
 * Cyber Security Centre advises; no rules on which characters it is made of.
 */
export function problemWithPassword(password: string, about: { email: string; name: string; council?: string }): string | null {
	if ([...password].length < shortest) return `Password must be ${shortest} characters or more. Three random words are easy to remember`;
	if ([...password].length > longest) return `Password must be ${longest} characters or fewer`;
	const small = password.toLowerCase();
	if (common.has(small) || common.has(stem(password)) || new Set(small).size < 5)
		return 'Password is too easy to guess: it is on a list of common ones. Choose another, such as three random words';
	const own = [about.email.split('@')[0] ?? '', ...about.name.split(/\s+/), about.council ?? '', 'golden thread', 'goldenthread'];
	if (own.some((word) => word.length > 3 && stem(password).replaceAll(' ', '') === word.toLowerCase().replaceAll(' ', '')))
		return 'Password must not be your own name or the council’s';
	return null;
}

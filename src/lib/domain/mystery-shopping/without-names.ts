const instead = '[name]';

/** After these words comes a name, when what follows has a capital. */
const introduced =
	/\b(Mr|Mrs|Ms|Miss|Mx|Dr|Councillor|Cllr|[Nn]ame (?:is|was)|[Nn]amed|[Cc]alled|[Ss]poke (?:to|with)|[Tt]his is)(\.?\s+)((?:\p{Lu}[\p{L}'’-]+\s?){1,3})/gu;

/** The first names and surnames among full names, of three letters or more. */
export const namesAmong = (staff: readonly string[]): ReadonlySet<string> =>
	new Set(staff.flatMap((name) => name.split(/[\s-]+/)).filter((word) => word.length >= 3));

/**
 * What a shopper wrote, without names: by rule, so that nobody has to decide. Taken out are every first name and surname of the
 * council's staff, as it is written; up to three words with a capital after 'Mr', 'called', 'spoke to' and the like; email
 * addresses; and numbers of six digits or more. It can take out too much; what it may leave in, the second person who checks
 * the visit sees as it will be shown, and sends back.
 */
export function withoutNames(text: string, names: ReadonlySet<string>): string {
	return text
		.replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[email address]')
		.replace(/\+?\d(?:[\s-]?\d){5,}/g, '[number]')
		.replace(introduced, (_, before: string, space: string, name: string) => `${before}${space}${instead}${/\s$/.test(name) ? ' ' : ''}`)
		.replace(/\p{L}[\p{L}]*/gu, (word) => (names.has(word) ? instead : word))
		.replace(/\[name\]([\s-]+\[name\])+/g, instead);
}

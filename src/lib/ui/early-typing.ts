/*
 * A page can be typed into before its script is there. When Svelte then takes the page over it writes each field's
 * stored value over what was typed. So: note what was typed as the script arrives and until it takes over, then give it back.
 */

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
let noted: { field: Field; value: string; checked: boolean | undefined }[] = [];

const isTick = (field: Field): field is HTMLInputElement => field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type);

function isChanged(field: Field): boolean {
	if (isTick(field)) return field.checked !== field.defaultChecked;
	if (field instanceof HTMLSelectElement) return [...field.options].some((option) => option.selected !== option.defaultSelected);
	return field.type !== 'hidden' && field.type !== 'file' && field.value !== field.defaultValue;
}

function note(): void {
	const fields = document.querySelectorAll<Field>('input, textarea, select');
	noted = [...fields].filter(isChanged).map((field) => ({ field, value: field.value, checked: isTick(field) ? field.checked : undefined }));
}

/** Notes every field that differs from what the server sent, now and at each key until the page is taken over. Called once, as its script is read. */
export function noteTyping(): void {
	if (typeof document === 'undefined') return;
	note();
	document.addEventListener('input', note, true);
}

/** Puts back what was noted, and tells whoever listens that it was typed. Called once the script has taken the page over. */
export function giveBackTyping(): void {
	document.removeEventListener('input', note, true);
	for (const { field, value, checked } of noted) {
		if (!field.isConnected) continue;
		if (checked !== undefined && isTick(field)) field.checked = checked;
		else field.value = value;
		field.dispatchEvent(new Event('input', { bubbles: true }));
	}
	noted = [];
}

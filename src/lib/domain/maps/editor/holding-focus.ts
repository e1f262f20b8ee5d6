/** The control of the editor's row that has a name in `data-c`; a row is named in `data-row`. */
const controlIn = (row: string, name: string): HTMLElement | null =>
	document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"] [data-c="${CSS.escape(name)}"]`);

/** Puts the keys on a control of a row, or where that is not there on the row's first. True if there was one. */
export function focusOn(row: string, name = 'handle'): boolean {
	const found = controlIn(row, name) ?? controlIn(row, 'handle');
	found?.focus();
	return found !== null;
}

/**
 * Remembers where the keys are; what it gives back puts them there again after the rows have changed. Rows that change places
 * are taken out of the page and put back, which would drop the keys to its top.
 */
export function holdFocus(): () => void {
	const held = document.activeElement;
	if (!(held instanceof HTMLElement) || held === document.body) return () => {};
	const row = held.closest<HTMLElement>('[data-row]')?.dataset.row;
	const name = held.dataset.c;
	const typing = held instanceof HTMLInputElement || held instanceof HTMLTextAreaElement;
	const selected = typing && held.selectionStart !== null ? ([held.selectionStart, held.selectionEnd] as const) : null;
	return () => {
		// whoever has taken the keys meanwhile keeps them
		if (document.activeElement !== null && document.activeElement !== document.body) return;
		if (!held.isConnected) {
			if (row) focusOn(row, name);
			return;
		}
		held.focus({ preventScroll: true });
		if (selected && typing) held.setSelectionRange(...selected);
	};
}

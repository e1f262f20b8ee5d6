import type { Snippet } from 'svelte';
import type { Saved } from './autosave.svelte.ts';
import type { FormError, SaveConflict } from './form-state.ts';

/** What a Form is given; each is explained at Form. */
export interface FormProps {
	action?: string;
	submission?: string | undefined;
	version?: number | undefined;
	as?: string | number | undefined;
	errors?: FormError[] | undefined;
	conflict?: SaveConflict | undefined;
	autosave?: boolean;
	saved?: string | undefined;
	onsaved?: (data: Saved) => void;
	files?: boolean;
	plain?: boolean;
	wide?: boolean;
	inline?: boolean;
	label?: string;
	children?: Snippet;
	buttons?: Snippet;
}

/** One of the options of Radios or Checkboxes. */
export type ChoiceOption = {
	value: string | number;
	label: string;
	hint?: string | undefined;
	/** A divider above this option, such as "or". */
	before?: string | undefined;
	disabled?: boolean;
	/** Whether the `under` snippet has something for this one. */
	more?: boolean;
};

/** What Radios and Checkboxes have in common. `size`: see Fieldset; `small` for dense pages. */
export interface ChoiceGroup {
	name: string;
	label: string;
	options: ChoiceOption[];
	id?: string;
	hint?: string | undefined;
	error?: string | undefined;
	size?: 's' | 'm' | 'l';
	hideLabel?: boolean;
	small?: boolean;
}

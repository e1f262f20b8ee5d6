/** What the form of a new piece of evidence starts with; `me` owns it unless another is chosen. */
export const firstValues = (me: string): Record<string, string> => ({
	kind: 'file',
	link: '',
	note: '',
	title: '',
	shows: '',
	effectiveFrom: '',
	effectiveTo: '',
	strength: '',
	ownerId: me,
	reviewOn: '',
	serviceId: ''
});

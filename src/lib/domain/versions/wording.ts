/** How far a draft is from being published, as the title of its page. */
export const readiness = (problems: number): string =>
	problems === 0
		? 'The draft is ready to publish'
		: problems === 1
			? 'One thing to put right before publishing'
			: `${problems} things to put right before publishing`;

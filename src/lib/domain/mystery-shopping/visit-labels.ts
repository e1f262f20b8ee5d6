/** How the fields of a visit are called. */
export const visitLabels = {
	serviceId: 'Service',
	scenarioId: 'Scenario',
	shopperId: 'Shopper',
	fromOn: 'First day',
	toOn: 'Last day',
	timeOfDay: 'Time of day',
	teamId: 'Team',
	staffId: 'Member of staff'
} as const;

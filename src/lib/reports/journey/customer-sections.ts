import { capital } from '#lib/domain/actions/wording.ts';
import { customerWords } from '#lib/domain/journeys/details.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import type { Section } from '../description.ts';
import type { methodsOf, personasOf } from './gathered.server.ts';

type Persona = ReturnType<typeof personasOf>[number];
type Method = ReturnType<typeof methodsOf>[number];
/** A line each, as one text. */
const inOne = (lines: string) => lines.split('\n').filter(Boolean).join('; ');

/** Whose journey it is, from where to where, and how it was looked at. */
export function customerSections(
	journey: Journey,
	crossed: readonly string[],
	personas: readonly Persona[],
	methods: readonly Method[]
): Section[] {
	return [
		{
			id: 'customers',
			title: personas.length ? `${personas.length} kinds of customer` : 'The customers',
			blocks: [
				{
					kind: 'facts',
					facts: [
						['Customer', customerWords[journey.customer]],
						...(journey.lifeEvent ? ([['Life event or theme', journey.lifeEvent]] as const) : []),
						['Crosses', crossed.join(', ')],
						...(journey.startsWhere ? ([['Starts', journey.startsWhere]] as const) : []),
						...(journey.endsWhere ? ([['Ends', journey.endsWhere]] as const) : [])
					]
				},
				{
					kind: 'table',
					table: {
						id: 'personas',
						caption: 'Personas',
						columns: [
							{ key: 'name', label: 'Persona', kind: 'text', width: 30 },
							{ key: 'facts', label: 'Facts', kind: 'text', share: 2, width: 60 },
							{ key: 'needs', label: 'Needs', kind: 'text', share: 2, width: 60 }
						],
						rows: personas.map(({ name, facts, needs }) => ({ name, facts: inOne(facts), needs: inOne(needs) })),
						empty: 'No persona is described.'
					}
				},
				{
					kind: 'table',
					table: {
						id: 'methods',
						caption: 'How it was looked at',
						columns: [
							{ key: 'method', label: 'Method', kind: 'text', width: 24 },
							{ key: 'heldOn', label: 'On', kind: 'day' },
							{ key: 'about', label: 'What came of it', kind: 'text', share: 3, width: 70 }
						],
						rows: methods.map(({ method, heldOn, about }) => ({ method: capital(method), heldOn, about })),
						empty: 'No method is written down.'
					}
				}
			]
		}
	];
}

import type { ResultShown } from '#lib/domain/assessments/result-page.server.ts';
import type { Block, Report, ReportTable } from '../description.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const abouts = {
	claimed: 'From the service’s own answers',
	evidenced: 'The same, where what is claimed has current evidence',
	agreed: 'After moderation. This one is the award.'
};

/** The result, what stops the next, and the profile of the themes. */
export function resultSections(result: ResultShown): Report['sections'] {
	const standing = result.results.find(({ basis }) => basis === result.stands);
	return [
		{
			id: 'result',
			title: result.panel ? `Panel decision: ${result.panel.to}` : [standing?.word, standing?.note].filter(Boolean).join(', '),
			blocks: [...panelText(result), awardsBlock(result), ...explained(result)]
		},
		...result.ahead.map(({ as, heading, stoppers }) => ({
			id: `stops-${as}`,
			title: heading,
			blocks: [{ kind: 'table', table: stoppersTable(`stops-${as}`, heading, stoppers) } as const]
		})),
		{ id: 'themes', title: 'How the themes stand', blocks: [profileBlock(result)] }
	];
}

const panelText = ({ panel, results, stands }: ResultShown): Block[] => {
	const computed = results.find(({ basis }) => basis === stands);
	return panel
		? [
				{
					kind: 'text',
					text: `The board decided ${panel.to}. Worked out from the answers it is ${computed?.word}, ${computed?.note.toLowerCase()}. Reason given: ${panel.reason}`
				}
			]
		: [];
};

function awardsBlock({ results, stands, indexLabel, sinceBaseline, target }: ResultShown): Block {
	return {
		kind: 'awards',
		figures: results
			.filter(({ shown }) => shown)
			.map(({ basis, word, note, ring, index, met, applicable, lost }) => ({
				basis: capital(basis),
				about: abouts[basis],
				ring,
				word,
				note,
				stands: basis === stands,
				facts: [
					...(index === null ? [] : [[indexLabel, index] as const]),
					['Met', `${met} of ${applicable}`] as const,
					...(lost ? [['Lost', `${lost} without current evidence`] as const] : []),
					...(basis === stands && sinceBaseline ? [['Since baseline', sinceBaseline] as const] : []),
					...(basis === stands && target ? [['Target', target] as const] : [])
				]
			}))
	};
}

const explained = ({ results }: ResultShown): Block[] =>
	results.flatMap(({ explained }) =>
		explained
			? [
					{
						kind: 'steps',
						heading: explained.heading,
						steps: [...explained.steps, { heading: '', text: explained.index }],
						rule: explained.rule
					} as const
				]
			: []
	);

const stoppersTable = (id: string, caption: string, stoppers: ResultShown['ahead'][number]['stoppers']): ReportTable => ({
	id,
	caption,
	columns: [
		{ key: 'criterion', label: 'No.', kind: 'text', share: 0.5, width: 6 },
		{ key: 'title', label: 'Criterion', kind: 'text', share: 3, width: 50 },
		{ key: 'counts', label: 'Counts as', kind: 'text', share: 1, width: 14 },
		{ key: 'needs', label: 'Needs', kind: 'text', share: 1, width: 14 },
		{ key: 'why', label: 'Why', kind: 'text', share: 1.8, width: 34 }
	],
	rows: stoppers.map(({ criterion, title, countsInWords, needs, why }) => ({ criterion, title, counts: countsInWords, needs, why })),
	empty: 'Nothing stops it.'
});

const bases = ['claimed', 'evidenced', 'agreed'] as const;

function profileBlock({ profile }: ResultShown): Block {
	const { levels, shares, note } = profile;
	const kind = levels ? ('number' as const) : ('text' as const);
	const table: ReportTable = {
		id: 'themes',
		caption: levels ? 'Level reached in each theme' : 'Elements met in each theme',
		...(note && { note }),
		columns: [
			{ key: 'name', label: 'Theme', kind: 'text', share: 3, width: 34 },
			...bases.map((key) => ({ key, label: capital(key), kind, share: 1 }))
		],
		rows: (levels?.themes ?? shares).map(({ name, claimed, evidenced, agreed }) => ({ name, claimed, evidenced, agreed })),
		empty: 'There is no theme.'
	};
	return levels
		? { kind: 'theme profile', profile: levels, table, label: 'Theme profile; the same figures are in the table' }
		: { kind: 'table', table };
}

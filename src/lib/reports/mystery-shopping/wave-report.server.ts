import type { Person } from '#lib/domain/access/person.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { divisionNames } from '#lib/domain/mystery-shopping/filters.ts';
import { figureDots, figureRow, unscoredIn } from '#lib/domain/mystery-shopping/figure-words.ts';
import { fewestToCompare, isScored, type DivisionName, type Figure } from '#lib/domain/mystery-shopping/figures.ts';
import { promiseInWords } from '#lib/domain/mystery-shopping/reporting-level.ts';
import { resultsSeen } from '#lib/domain/mystery-shopping/results.server.ts';
import { divisionWords, levelWords } from '#lib/domain/mystery-shopping/wording.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import type { Block, ReportTable, Report, Section } from '../description.ts';

const percent = (share: number | undefined) => (share === undefined ? null : share * 100);

/** What the first column is called where it is not the division, and whether there is a wave to compare with. */
type Told = { first?: string; compared: boolean };

/** The figures of a division as a table: counts, rate, interval, quality and access apart. What is withheld says why. */
function tableOf(name: DivisionName, figures: readonly Figure[], caption: string, { first, compared }: Told): ReportTable {
	const scored = isScored(name);
	const rate = (key: string, label: string) => ({ key, label, kind: 'number' as const, decimals: 2 });
	return {
		id: first ? `by-${first.toLowerCase()}` : `by-${name}`,
		caption,
		columns: [
			{ key: 'name', label: first ?? divisionWords[name], kind: 'text', width: 50, share: 3 },
			{ key: 'visits', label: 'Visits', kind: 'number' },
			{ key: 'met', label: scored ? 'Passed' : 'Met', kind: 'number' },
			{ key: 'of', label: 'Of', kind: 'number' },
			rate('share', 'Rate, %'),
			rate('low', 'From, %'),
			rate('high', 'To, %'),
			...(scored ? [rate('quality', 'Mean quality'), rate('access', 'Mean access')] : []),
			...(compared ? [{ key: 'trend', label: 'Against the last wave', kind: 'text' as const, width: 50, share: 6 }] : [])
		],
		rows: figures.map((figure) => ({
			name: figure.name,
			visits: figure.visits,
			met: figure.pass?.numerator ?? null,
			of: figure.pass?.denominator ?? null,
			share: percent(figure.pass?.share),
			low: percent(figure.pass?.low),
			high: percent(figure.pass?.high),
			...(scored ? { quality: figure.quality, access: figure.access } : {}),
			...(compared ? { trend: figure.withheld ?? figureRow(figure).against } : {})
		})),
		empty: 'None of the checked visits are like this.'
	};
}

/** The table with its rates drawn above it, where there are some and not too many. */
function drawn(name: DivisionName, figures: readonly Figure[], table: ReportTable): Block {
	// a standard is called by its number: its text stands in the table
	const named = name === 'standard' ? figures.map((one) => ({ ...one, name: one.key })) : figures;
	const figure = figures.length > 1 ? figureDots(named, isScored(name) ? 'Passed' : 'Met') : null;
	return figure ? { kind: 'figure', figure, table, label: `${table.caption}: rates with their intervals` } : { kind: 'table', table };
}

/**
 * The report of a wave: what was promised to staff, then the figures of each division that was promised and what shoppers wrote.
 * Page, PDF, spreadsheet and JSON are all made of it, and all of it has been through the gate of the reporting level.
 * 404 for who may not see it. DOMAIN section 5.1.
 */
export function waveReport(db: Database, person: Person, waveId: string): Report {
	const results = resultsSeen(db, person, waveId);
	const { wave, programme, checked } = results;
	const whole = results.figures({ by: 'all' }).figures[0];
	const inWords = whole && figureRow(whole);
	const compared = results.last !== null;
	const unscored = whole && unscoredIn(whole);
	const beside: Block[] = unscored ? [{ kind: 'text', text: `${unscored}.` }] : [];
	const sections = divisionNames.flatMap((name): Section[] => {
		const { figures, withheld } = results.figures({ by: name });
		if (withheld || (!figures.length && ['team', 'individual'].includes(name))) return [];
		const title = name === 'all' ? 'All visits together' : `By ${divisionWords[name].toLowerCase()}`;
		return [
			{ id: name, title, blocks: [drawn(name, figures, tableOf(name, figures, title, { compared })), ...(name === 'all' ? beside : [])] }
		];
	});
	const byWave = results.byWave();
	if (byWave.length > 1)
		sections.splice(1, 0, {
			id: 'waves',
			title: 'Wave by wave',
			blocks: [drawn('all', byWave, tableOf('all', byWave, 'Wave by wave', { first: 'Wave', compared }))]
		});
	const { said, withheld } = results.verbatims();
	const quoted: Block = withheld
		? { kind: 'text', text: withheld }
		: {
				kind: 'table',
				table: {
					id: 'verbatims',
					caption: 'In the shoppers’ words',
					note: 'Names were taken out by rule.',
					columns: [
						{ key: 'text', label: 'What they wrote', kind: 'text', width: 80, share: 5 },
						{ key: 'channel', label: 'Channel', kind: 'text' },
						...(said.some(({ service }) => service) ? [{ key: 'service', label: 'Service', kind: 'text' as const, share: 2 }] : [])
					],
					rows: said.map(({ text, channel, service }) => ({ text, channel, ...(service === null ? {} : { service }) })),
					empty: 'Nothing was written down.'
				}
			};
	return {
		name: `Mystery shopping ${programme.name} ${wave.name}`,
		title: inWords ? `${wave.name}: ${inWords.rate} passed` : `${wave.name}: no visit is checked yet`,
		subtitle: `Mystery shopping, ${programme.name}, ${showDay(wave.startOn)} to ${showDay(wave.endOn)}`,
		lead: promiseInWords(programme.level),
		facts: [
			['Checked visits', String(checked)],
			['Wave', wave.state],
			['Lowest level of reporting promised', levelWords[programme.level].label]
		],
		council: councilOf(db)?.name ?? '',
		madeAt: now(),
		sections: [
			...sections,
			{ id: 'words', title: 'In their words', blocks: [quoted] },
			{
				id: 'how',
				title: 'How these figures are worked out',
				blocks: [
					{
						kind: 'points',
						points: [
							'Only visits that a second person has checked count.',
							'A visit passes when its quality reaches the pass mark of its scorecard. Access is scored beside it and never mixed in.',
							'A standard is met in a visit when every question that tests it has its best answer.',
							'From and to are the limits of Wilson’s 95 per cent interval: how far the true rate may lie from what so few visits show.',
							...(compared ? [] : ['This is the first wave of its programme, so there is nothing to compare it with.']),
							`Rates are compared with the last wave from ${fewestToCompare} visits in both, and a difference is named only where the intervals do not overlap.`
						]
					},
					{
						kind: 'facts',
						facts: [
							['What staff were told', programme.noticeWhat],
							['Why', programme.noticeWhy],
							['Notice given on', programme.noticeGivenOn ? showDay(programme.noticeGivenOn) : 'Not given']
						]
					}
				]
			}
		]
	};
}

/**
 * Why a table of a wave's report is not told, in a sentence, where it lies below what was promised to staff; null where nothing
 * keeps it back, or there is none of that name. 404 for who may not see the wave's results.
 */
export function whyNoTable(db: Database, person: Person, waveId: string, table: string | null): string | null {
	const results = resultsSeen(db, person, waveId);
	const by = divisionNames.find((name) => table === `by-${name}`);
	return by ? results.figures({ by }).withheld : null;
}

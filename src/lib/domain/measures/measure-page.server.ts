import type { Person } from '#lib/domain/access/person.ts';
import { can } from '#lib/domain/access/can.ts';
import { untilThreadChanges } from '#lib/domain/golden-thread/stamp.server.ts';
import { tiedView, type TiedView } from '#lib/domain/golden-thread/tied-view.server.ts';
import type { Database } from '#lib/server/database.ts';
import { actionsAiming } from './aiming.server.ts';
import { definitionRows } from './definition-rows.server.ts';
import type { Measure, Sight } from './finding.server.ts';
import { measureFigures, seriesFor, type MeasureScope } from './measure-figures.server.ts';
import { movedAfter } from './moved.ts';
import { partsPage, type PartsAsked } from './parts-page.ts';
import { periodOf } from './period.ts';
import type { Point } from './series.server.ts';
import { themeLabels } from './wording.ts';

/** The actions that aim at a measure and that a person sees, and whether it moved after those that are done. */
function aimingAt(db: Database, person: Person, sight: Sight, measure: Measure, serviceId: string | null, today: string) {
	const ofService = new Map<string, Point[]>();
	const pointsOf = (of: string) => {
		let found = ofService.get(of);
		if (!found) {
			const own = seriesFor(db, measure, { serviceId: of, teamId: null, channel: null, months: 36 }, sight, today);
			// a measure that is kept for the council alone
			found = own.length ? own : seriesFor(db, measure, { serviceId: null, teamId: null, channel: null, months: 36 }, sight, today);
			ofService.set(of, found);
		}
		return found;
	};
	return actionsAiming(db, person, measure.id, serviceId).map((action) => ({
		...action,
		moved:
			action.status === 'done' && action.completedOn
				? movedAfter(measure.unit, measure.direction, pointsOf(action.serviceId), periodOf(action.completedOn))
				: null
	}));
}

/** What a measure is tied to, the same for everybody who sees the thread: read once until the thread is changed. */
function tiedTo(db: Database, person: Person, measureId: string): TiedView | null {
	if (!can(person, 'see thread')) return null;
	return untilThreadChanges(db, `tied to measure ${measureId}`, () => tiedView(db, person, 'measure', measureId));
}

/** All that the page of a measure shows, for whose figures were asked for. DOMAIN section 7. */
export function measurePage(
	db: Database,
	person: Person,
	sight: Sight,
	measure: Measure,
	{ parts, ...scope }: MeasureScope & { parts: PartsAsked },
	today: string
) {
	const figures = measureFigures(db, sight, measure, scope, today);
	return {
		...figures,
		measure: { key: measure.key, name: measure.name, theme: themeLabels[measure.theme] },
		services: partsPage(figures.services, parts),
		definition: definitionRows(db, measure),
		tied: tiedTo(db, person, measure.id),
		aiming: aimingAt(db, person, sight, measure, scope.serviceId, today)
	};
}

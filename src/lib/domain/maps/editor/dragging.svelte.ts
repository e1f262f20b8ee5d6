import type { MapStage } from '../map.ts';
import type { Place } from './places.ts';

/** Where a step that is being dragged would fall: beside which row, and on which side. */
export type Drop = { row: string; side: 'above' | 'below'; place: Place };

/** What lies under the pointer, as a place to fall to; null outside the map. On a stage's own line a step falls to its beginning. */
function dropAt(stages: readonly MapStage[], x: number, y: number): Drop | null {
	const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('tr[data-row]');
	const row = element?.dataset.row;
	if (!element || !row) return null;
	const head = stages.find(({ id }) => id === row);
	if (head) return { row, side: 'below', place: { stage: head.id, before: head.steps[0]?.id ?? null } };
	const stage = stages.find(({ steps }) => steps.some(({ id }) => id === row));
	if (!stage) return null;
	const box = element.getBoundingClientRect();
	const above = y < box.top + box.height / 2;
	const next = stage.steps[stage.steps.findIndex(({ id }) => id === row) + 1]?.id ?? null;
	return { row, side: above ? 'above' : 'below', place: { stage: stage.id, before: above ? row : next } };
}

const farEnough = 5;
const edge = 60;

/** Drags a step by its handle, with mouse, pen or finger. The buttons and keys do the same: WCAG 2.2, 2.5.7. */
export class Dragging {
	step: string | undefined = $state();
	drop: Drop | null = $state(null);

	/** Begins at a press on the handle; calls `fall` with where the step was let go, unless that is beside itself. */
	grab(event: PointerEvent, step: string, stages: () => readonly MapStage[], fall: (place: Place) => void): void {
		const handle = event.currentTarget;
		if (event.button !== 0 || !(handle instanceof HTMLElement)) return;
		const start = { x: event.clientX, y: event.clientY };
		handle.setPointerCapture(event.pointerId);
		const move = ({ clientX: x, clientY: y }: PointerEvent) => {
			if (!this.step && Math.hypot(x - start.x, y - start.y) < farEnough) return;
			this.step = step;
			this.drop = dropAt(stages(), x, y);
			if (y < edge) scrollBy(0, -20);
			if (y > innerHeight - edge) scrollBy(0, 20);
		};
		const stop = (isLetGo: boolean) => {
			handle.removeEventListener('pointermove', move);
			handle.removeEventListener('pointerup', up);
			handle.removeEventListener('pointercancel', cancel);
			const { drop } = this;
			if (isLetGo && this.step && drop && drop.row !== step && drop.place.before !== step) fall(drop.place);
			this.step = undefined;
			this.drop = null;
		};
		const up = () => stop(true);
		const cancel = () => stop(false);
		handle.addEventListener('pointermove', move);
		handle.addEventListener('pointerup', up);
		handle.addEventListener('pointercancel', cancel);
	}
}

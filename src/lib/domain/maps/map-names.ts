import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import type { MapKind } from './step-words.ts';

/** How a map is called on its pages. */
export const mapNames: Record<MapKind, string> = { 'as-is': 'As-is map', 'to-be': 'To-be map' };

export const mapAddress = (journeyId: string, kind: MapKind) => `/journeys/${journeyId}/maps/${kind}`;

/** The way to a page below a map. */
export const mapCrumbs = (journey: { id: string; name: string }, kind: MapKind, ...below: { href?: string; label: string }[]) =>
	journeyCrumbs(journey, { href: mapAddress(journey.id, kind), label: mapNames[kind] }, ...below);

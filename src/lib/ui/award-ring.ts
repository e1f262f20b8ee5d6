const point = (degrees: number) => {
	const angle = (degrees * Math.PI) / 180;
	return `${(24 + 20 * Math.sin(angle)).toFixed(2)} ${(24 - 20 * Math.cos(angle)).toFixed(2)}`;
};

function arcs(levels: number): string[] {
	const span = 360 / levels;
	return Array.from({ length: levels }, (_, index) => `M${point(index * span + 6)}A20 20 0 0 1 ${point((index + 1) * span - 6)}`);
}

export type Ring = { on: string; off: string };
const drawn = new Map<string, Ring>();

/** The ring of an award as two SVG paths in a field of 48: the arcs of the levels reached, and those still open. Each is worked out once. */
export function ringOf(level: number, levels: number): Ring {
	const name = `${level} of ${levels}`;
	let ring = drawn.get(name);
	if (!ring) {
		const all = arcs(levels);
		drawn.set(name, (ring = { on: all.slice(0, Math.max(0, level)).join(''), off: all.slice(Math.max(0, level)).join('') }));
	}
	return ring;
}

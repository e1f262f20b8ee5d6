import type { Drawing, Item } from './drawing.ts';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** What XML 1.0 (section 2.2) does not allow, not even escaped; also halves of broken surrogate pairs. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text as it may stand in an SVG file, within elements or quotes: whatever it says, it is only said. */
export const escaped = (text: string): string => text.replaceAll(forbidden, '').replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? '');

const n = (value: number) => String(Math.round(value * 100) / 100);
const attributes = (pairs: Record<string, string | number | undefined>) =>
	Object.entries(pairs)
		.map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(typeof value === 'number' ? n(value) : value)}"`))
		.join('');

/** The type and what stands in for it where the reader has no Source Sans. */
const family = 'Source Sans 3, Source Sans Pro, Segoe UI, Arial, sans-serif';

function written(item: Item): string {
	const ink = { fill: item.fill ?? 'none', stroke: item.stroke, 'stroke-width': item.strokeWidth, 'stroke-dasharray': item.dash };
	switch (item.kind) {
		case 'rectangle':
			return `<rect${attributes({ x: item.x, y: item.y, width: item.width, height: item.height, ...ink })}/>`;
		case 'circle':
			return `<circle${attributes({ cx: item.x, cy: item.y, r: item.radius, ...ink })}/>`;
		case 'path':
			return `<path${attributes({ d: item.d, ...ink })}/>`;
		case 'text':
			return item.lines
				.map((line, i) => {
					const at = { x: item.x, y: item.y + i * item.leading, 'font-size': item.size, 'text-anchor': item.anchor, fill: item.fill };
					const parts = line.map(({ text, strong }) => (strong ? `<tspan font-weight="bold">${escaped(text)}</tspan>` : escaped(text)));
					return `<text${attributes(at)}>${parts.join('')}</text>`;
				})
				.join('');
	}
}

/**
 * A drawing as the text of an SVG file: the one place where SVG is written, for the file itself, for PNG and for PDF. It holds
 * shapes and text only: no script, style, link or reference to anything outside can come through.
 * @param scale dots a point
 */
export function svgText({ left, width, height, title, description, items }: Drawing, scale = 1): string {
	const size = { width: width * scale, height: height * scale, viewBox: `${n(-left)} 0 ${n(width)} ${n(height)}` };
	return `<svg xmlns="http://www.w3.org/2000/svg"${attributes(size)} font-family="${family}" role="img"><title>${escaped(title)}</title><desc>${escaped(description)}</desc>${items.map(written).join('')}</svg>`;
}

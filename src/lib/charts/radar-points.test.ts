import { describe, expect, test } from 'vitest';
import { radarPoints } from './radar-points.ts';
import { themeProfileChart, type ThemeProfile } from './theme-profile.ts';

const theme = (name: string, agreed: number | null) => ({ name, claimed: agreed, evidenced: agreed, agreed });
const profile: ThemeProfile = {
	levels: 5,
	themes: [theme('Strategy', 5), theme('Culture', 0), theme('Feedback', 5), theme('Analytics', null)]
};

describe('the radar', () => {
	test('puts the first theme at the top and the full level on the outer ring', () => {
		const { outlines, rings } = radarPoints(profile);
		expect(outlines.agreed.split(' ')[0]).toBe('200,42');
		expect(rings[4]?.split(' ')[0]).toBe('200,42');
	});
	test('draws level 0 in the middle and leaves out a theme without a level', () => {
		expect(radarPoints(profile).outlines.agreed).toBe('200,42 200,160 200,278');
	});
	test('the drawing for reports holds the same figures', () => {
		const { data } = themeProfileChart(profile);
		expect(data.labels).toEqual(['Strategy', 'Culture', 'Feedback', 'Analytics']);
		expect(data.datasets[0]?.data).toEqual([5, 0, 5, null]);
	});
	test('the three bases have three different lines', () => {
		const { datasets } = themeProfileChart(profile).data;
		expect(new Set(datasets.map((line) => JSON.stringify(line.borderDash))).size).toBe(3);
	});
});

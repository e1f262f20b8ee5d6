import { partInWords, type CompositeWeight } from './composite.ts';

/** What the form of the composite begins with. */
export function compositeFields({ isOn, weights }: { isOn: boolean; weights: readonly CompositeWeight[] }): Record<string, string> {
	const weightOf = (part: 'quality' | 'access') => String(weights.find((one) => one.part === part)?.weight ?? 0);
	const shares = weights.filter(({ part }) => part.startsWith('share: '));
	const lines = [0, 1, 2].map((at) => {
		const share = shares[at];
		return { [`share${at + 1}`]: share ? partInWords(share.part) : '', [`weight${at + 1}`]: share ? String(share.weight) : '' };
	});
	return { isOn: isOn ? 'yes' : '', quality: weightOf('quality'), access: weightOf('access'), ...Object.assign({}, ...lines) } as Record<
		string,
		string
	>;
}

import { Document, isScalar, visit } from 'yaml';

const lineWidth = 120;

/** A document as the text of its file, its fields in the order of one list for all its parts; fields the list has not come last. */
export function writeYaml(value: object, fieldOrder: readonly string[]): string {
	const rank = (key: string) => (fieldOrder.includes(key) ? fieldOrder.indexOf(key) : fieldOrder.length);
	const document = new Document(value, {
		sortMapEntries: ({ key: a }, { key: b }) => rank(String(a)) - rank(String(b)) || String(a).localeCompare(String(b), 'en'),
		aliasDuplicateObjects: false
	});
	visit(document, {
		Scalar: (_key, node) => {
			if (isScalar(node) && typeof node.value === 'string' && node.value.length > lineWidth - 20) node.type = 'BLOCK_FOLDED';
		}
	});
	return document.toString({ lineWidth, indent: 2 });
}

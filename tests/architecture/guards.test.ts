import ts from 'typescript';
import { expect, test } from 'vitest';
import { filesBelow, read } from './files.ts';

/** Addresses anybody may open. Each looks after itself: see its own tests. */
const open = [
	'src/routes/(public)/',
	'src/routes/+layout.server.ts',
	'src/routes/health/',
	'src/routes/council.css/',
	'src/routes/council-logo/',
	'src/routes/calendar/'
];
/** The guards; each refuses before anything is looked up. */
const guards = /^(?:const (?:\w+|\{[^}]*\}) = )?(?:await )?(?:signedIn|allowed|administratorOf|\w*[sS]een|\w*To[A-Z]\w*)\(/;

type Entry = { name: string; first: string };

/** The loads, actions and endpoints of a route file, each with its first statement. */
function entriesOf(path: string): Entry[] {
	const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
	const entries: Entry[] = [];
	const add = (name: string, node: ts.Node | undefined) => {
		if (
			!node ||
			!(ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node))
		)
			return;
		const body = node.body;
		const first = body && ts.isBlock(body) ? body.statements[0]?.getText() : body?.getText();
		entries.push({ name, first: first ?? '' });
	};
	const isExported = (node: ts.Node) =>
		ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword);
	source.forEachChild((node) => {
		if (ts.isFunctionDeclaration(node) && isExported(node)) add(node.name?.text ?? '', node);
		if (!ts.isVariableStatement(node) || !isExported(node)) return;
		for (const { name, initializer } of node.declarationList.declarations) {
			if (name.getText() !== 'actions') add(name.getText(), initializer);
			else if (initializer && ts.isObjectLiteralExpression(initializer))
				for (const property of initializer.properties)
					add(`action ${property.name?.getText()}`, ts.isPropertyAssignment(property) ? property.initializer : property);
		}
	});
	return entries;
}

const routes = filesBelow('src/routes').filter((path) => /\+(page|layout|server)(\.server)?\.ts$/.test(path));
const guarded = routes.filter((path) => !open.some((start) => path.startsWith(start)));

test('there are routes to look at', () => expect(guarded.length).toBeGreaterThan(20));

test.each(guarded)('%s begins every load, action and endpoint with its guard', (path) => {
	const unguarded = entriesOf(path).filter(({ first }) => !guards.test(first));
	expect(unguarded).toEqual([]);
});

test('a page that shows something of the workbench has a load of its own, so that it has a guard', () => {
	const pages = filesBelow('src/routes').filter((path) => path.endsWith('+page.svelte') && !open.some((start) => path.startsWith(start)));
	const without = pages.filter((path) => !routes.includes(path.replace('+page.svelte', '+page.server.ts')));
	expect(without).toEqual([]);
});

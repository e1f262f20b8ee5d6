import { randomBytes } from 'node:crypto';
import { startSession } from '#lib/domain/access/sessions.server.ts';
import { mostBytes } from '#lib/domain/evidence/file-size.ts';
import { evidence } from '#lib/domain/evidence/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { eq } from 'drizzle-orm';
import type { Filled } from './filling.ts';
import { highest, pause, residentOf } from './measuring.ts';

/* How much more memory the built server takes while 25 MB go in and come out: the aim is under 60 MB more than at rest. */

const aim = 60;
const rounds = 5;

function formOf(title: string, serviceId: string, ownerId: string, bytes: Uint8Array<ArrayBuffer>): FormData {
	const form = new FormData();
	const fields = { kind: 'file', title, serviceId, ownerId, shows: 'Measured', strength: 'low' };
	const from = { 'effectiveFrom-day': '1', 'effectiveFrom-month': '1', 'effectiveFrom-year': '2026' };
	for (const [name, value] of Object.entries({ ...fields, ...from })) form.append(name, value);
	form.append('file', new Blob([bytes]), 'large.pdf');
	return form;
}

/** Uploads and downloads 25 MB some times over, apart and at once, and prints the most memory it took beyond rest. */
export async function measureMemory(origin: string, pid: number, db: Database, { manager: person }: Filled): Promise<void> {
	const cookie = `thread-session=${await startSession(db, person)}`;
	const serviceId = db.select({ id: services.id }).from(services).get()!.id;
	const upload = async (title: string, size: number) => {
		const bytes = randomBytes(size);
		bytes.write('%PDF-1.4\n');
		const body = formOf(title, serviceId, person, bytes);
		const sent = await fetch(`${origin}/evidence/new`, {
			method: 'POST',
			body,
			redirect: 'manual',
			headers: { cookie, origin, accept: 'text/html', 'sec-fetch-site': 'same-origin' }
		});
		if (sent.status !== 303) throw new Error(`The upload was answered with ${sent.status}: ${(await sent.text()).slice(0, 2000)}`);
	};
	const download = async (title: string) => {
		const { id } = db.select({ id: evidence.id }).from(evidence).where(eq(evidence.title, title)).get()!;
		const sent = await fetch(`${origin}/evidence/${id}/versions/1`, { headers: { cookie } });
		let size = 0;
		for await (const part of sent.body!) size += (part as Uint8Array).length;
		if (size !== mostBytes) throw new Error(`Only ${size} bytes came back`);
	};
	for (let n = 0; n < 20; n++) await fetch(`${origin}/evidence`, { headers: { cookie } }).then((page) => page.text());
	await upload('Small', 1000);
	await pause(1000);
	const rest = residentOf(pid);
	const most = { 'upload of 25 MB': 0, 'download of 25 MB': 0, 'both at once': 0 };
	const see = async (name: keyof typeof most, work: () => Promise<unknown>) => {
		most[name] = Math.max(most[name], (await highest(pid, work)) - rest);
	};
	for (let n = 0; n < rounds; n++) {
		await see('upload of 25 MB', () => upload(`Large ${n}`, mostBytes));
		await see('download of 25 MB', () => download(`Large ${n}`));
		await see('both at once', () => Promise.all([upload(`More ${n}`, mostBytes), download(`Large ${n}`)]));
	}
	console.log(`\n  Memory at rest: ${rest.toFixed(0)} MB`);
	for (const [name, more] of Object.entries(most))
		console.log(
			`  ${name.padEnd(18)} ${more.toFixed(0).padStart(3)} MB more, of ${rounds} the highest (aim: under ${aim})${more < aim ? '' : '  ← over the aim'}`
		);
}

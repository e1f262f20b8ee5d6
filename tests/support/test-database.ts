import { open, type Database } from '#lib/server/database.ts';
import { finalRecords } from '#lib/server/final-records.ts';
import { councils, directorates, services } from '#lib/domain/organisation/tables.ts';
import { grants, people } from '#lib/domain/access/tables.ts';
import type { Grant, Person, Role } from '#lib/domain/access/person.ts';

/** A fresh, migrated database in memory holding a small council: two directorates, four services, a cast named by their role. */
export function testDatabase(): Database {
	const db = open(':memory:');
	db.insert(councils)
		.values({ id: 1, name: 'Marlbourne Borough Council', allowedFileTypes: ['pdf', 'docx', 'xlsx', 'csv', 'txt', 'png', 'jpg'] })
		.run();
	db.insert(directorates)
		.values([
			{ id: 'homes', name: 'Homes and places' },
			{ id: 'resources', name: 'Customers and resources' }
		])
		.run();
	db.insert(services)
		.values([
			{ id: 'repairs', directorateId: 'homes', name: 'Housing repairs' },
			{ id: 'planning', directorateId: 'homes', name: 'Planning applications' },
			{ id: 'contact-centre', directorateId: 'resources', name: 'Contact centre' },
			{ id: 'corporate', directorateId: 'resources', name: 'Corporate', kind: 'corporate' }
		])
		.run();
	for (const person of Object.values(cast)) {
		db.insert(people).values({ id: person.id, name: person.name, email: person.email, jobTitle: person.jobTitle }).run();
		if (person.grants.length)
			db.insert(grants)
				.values(person.grants.map((grant) => ({ ...grant, personId: person.id })))
				.run();
	}
	return db;
}

/** As somebody would who has the file in their own hands: takes away what keeps final records from being changed. */
export function withoutProtection(db: Database): Database {
	for (const { table } of finalRecords)
		db.$client.exec(`drop trigger final_${table}_changed; drop trigger if exists final_${table}_told; drop trigger final_${table}_deleted`);
	return db;
}

const person = (id: string, name: string, ...held: Grant[]): Person => ({
	id,
	name,
	email: `${id}@marlbourne.example`,
	jobTitle: name,
	grants: held
});
const over = (role: Role, serviceId: string | null = null): Grant => ({ role, serviceId, teamId: null });

/** The people of the tests, named by what they are. */
export const cast = {
	administrator: person('administrator', 'Asha Administrator', over('administrator')),
	lead: person('lead', 'Lena Lead', over('programme lead')),
	manager: person('manager', 'Morgan Manager', over('service manager', 'repairs')),
	planner: person('planner', 'Priya Planner', over('service manager', 'planning')),
	corporateManager: person('corporate-manager', 'Corin Corporate', over('service manager', 'corporate')),
	colleague: person('colleague', 'Col League'),
	assessor: person('assessor', 'Ada Assessor', over('quality assessor')),
	member: person('member', 'Bo Member', over('board member')),
	chair: person('chair', 'Cleo Chair', over('board chair')),
	viewer: person('viewer', 'Vic Viewer', over('viewer')),
	advisor: person('advisor', 'Avi Advisor', over('advisor'))
} satisfies Record<string, Person>;

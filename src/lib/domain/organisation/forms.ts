import * as v from 'valibot';
import { choice, chosen, line, optionalLine, tick, version } from '#lib/server/fields.ts';
import { serviceKinds } from './tables.ts';

const name = line('a name', 'Name', 100);
const kind = choice(serviceKinds, 'Choose what kind of service this is');

export const directorateForm = v.strictObject({ name });
export const serviceForm = v.strictObject({ name, directorateId: chosen('Choose a directorate'), kind });
export const teamForm = v.strictObject({ name, serviceId: chosen('Choose a service') });

export const renameForm = v.strictObject({ name, kind: v.optional(kind), version });
export const moveForm = v.strictObject({ parentId: chosen('Choose where it belongs'), version });
export const closureForm = v.strictObject({ version });

const payrollNumber = v.pipe(
	line('a payroll number', 'Payroll number', 30),
	v.regex(/^[\p{L}\p{N} ./-]+$/u, 'Payroll number must be letters, figures, spaces, full stops, slashes and hyphens only')
);
const staffFields = { name, payrollNumber, jobTitle: optionalLine('Job title', 100), isAdvisor: tick };
export const addStaffForm = v.strictObject(staffFields);
export const editStaffForm = v.strictObject({ ...staffFields, version });
export const moveStaffForm = v.strictObject({ teamId: chosen('Choose a team'), version });
/** An email address joins; nothing parts. */
export const joinForm = v.strictObject({ email: optionalLine('Email address', 254), version });

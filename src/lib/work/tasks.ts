import { checkChain } from '#lib/domain/audit/checking.server.ts';
import { checkAllSnapshots } from '#lib/domain/snapshots/checking-snapshots.server.ts';
import type { ListToCheck } from '#lib/exchange/interactions/checking.server.ts';
import type { FileToCheck } from '#lib/exchange/checking.server.ts';
import { heldAbout } from '#lib/exchange/held-about.server.ts';
import type { TableForExport } from '#lib/exchange/table-for-export.ts';
import type { WantedPicture } from '#lib/reports/journey-picture.server.ts';
import type { WantedToKeep } from '#lib/reports/kept/making-to-keep.server.ts';
import type { WantedKept } from '#lib/reports/kept/file.server.ts';
import type { Wanted, WantedToRead } from '#lib/reports/making.server.ts';
import { takeLogOver, type Database } from '#lib/server/database.ts';

export type Progress = (done: number, of: number) => void;
/** Heavy work: changes nothing, from a connection of its own. What it takes and gives must survive a copy between threads. */
type Task = (db: Database, input: never, progress: Progress) => unknown;

/** Everything that may take longer than a request should hold up the others. What is big is read in only when it is asked for. */
export const tasks = {
	'check the audit chain': (db: Database) => checkChain(db),
	'check the snapshots': (db: Database) => checkAllSnapshots(db),
	'take the log over into the file': (db: Database) => takeLogOver(db),
	'gather what is held about a person': (db: Database, { id }: { id: string }) => [...heldAbout(db, id)].join(''),
	'check an import': async (db: Database, file: FileToCheck, progress: Progress) => {
		const { checkFile } = await import('#lib/exchange/checking.server.ts');
		return checkFile(db, file, progress);
	},
	'check a list of interactions': async (db: Database, list: ListToCheck, progress: Progress) => {
		const { checkList } = await import('#lib/exchange/interactions/checking.server.ts');
		return checkList(db, list, progress);
	},
	'make a list of a workbook': async (_: Database, file: { name: string; bytes: Uint8Array }) => {
		const { listOfWorkbook } = await import('#lib/exchange/interactions/workbook-list.ts');
		return listOfWorkbook(file.name, file.bytes);
	},
	'make a report': async (db: Database, wanted: Wanted) => {
		const { makeFile } = await import('#lib/reports/making.server.ts');
		return makeFile(db, wanted);
	},
	'describe a report': async (db: Database, wanted: WantedToRead) => {
		const { describeReport } = await import('#lib/reports/making.server.ts');
		return describeReport(db, wanted);
	},
	'make a report to keep': async (db: Database, wanted: WantedToKeep) => {
		const { madeToKeep } = await import('#lib/reports/kept/making-to-keep.server.ts');
		return madeToKeep(db, wanted);
	},
	'make a file of a kept report': async (db: Database, wanted: WantedKept) => {
		const { fileOfKept } = await import('#lib/reports/kept/file.server.ts');
		return fileOfKept(db, wanted);
	},
	'write a workbook': async (_: Database, tables: readonly TableForExport[]) => {
		const { writeXlsx } = await import('#lib/exchange/writing-xlsx.ts');
		return writeXlsx(tables);
	},
	'draw a journey': async (db: Database, wanted: WantedPicture) => {
		const { pictureFile } = await import('#lib/reports/journey-picture.server.ts');
		return pictureFile(db, wanted);
	}
} satisfies Record<string, Task>;

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type InputOf<N extends TaskName> = Parameters<Tasks[N]> extends [unknown, infer I, ...unknown[]] ? I : undefined;
export type AnswerOf<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>;
